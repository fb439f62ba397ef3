package freshlegs.app.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import freshlegs.app.kubernetes.Manifests.Workload;
import freshlegs.app.service.Part;
import freshlegs.app.setting.Setting;
import freshlegs.app.setting.Settings;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ManifestsTest {
    private static final String NAME = "app.kubernetes.io/name";
    private static final String PART_OF = "app.kubernetes.io/part-of";

    @SuppressWarnings("NullAway.Init")
    private static Manifests manifests;

    @BeforeAll
    static void read() throws IOException {
        manifests = Manifests.shipped();
    }

    @Test
    void every_file_is_a_resource_and_a_field_that_is_none_is_refused() throws IOException {
        try (Stream<Path> files = Files.list(Manifests.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> !file.startsWith("kustomization")))
                    .containsExactlyInAnyOrderElementsOf(Manifests.resources());
        }
        String streams = Files.readString(Manifests.FOLDER.resolve("streams.yaml"));
        assertThat(Manifests.read(streams)).hasSize(3);
        for (String field : List.of("readinessProbe", "topologySpreadConstraints", "maxUnavailable", "targetPort")) {
            assertThat(streams).contains(field);
            assertThatThrownBy(() -> Manifests.read(streams.replaceFirst(field, field + "s")))
                    .as(field)
                    .isInstanceOf(UnrecognizedPropertyException.class);
        }
    }

    @Test
    void each_part_is_there_once_and_the_document_says_how() throws IOException {
        assertThat(manifests.workloads())
                .extracting(Workload::name)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Part.values()).map(Part::command).toList());
        String document = Files.readString(Path.of(System.getProperty("freshlegs.root"), "docs/kubernetes.md"));
        for (Workload each : manifests.workloads()) {
            assertThat(container(each).getArgs()).containsExactly(each.name());
            assertThat(container(each).getImage()).isEqualTo("freshlegs");
            assertThat(document).contains("| `" + each.name() + "` | " + each.kind() + ", " + each.replicas());
        }
    }

    @Test
    void whatever_is_set_is_a_setting_with_a_value_that_is_one() {
        Set<String> known = Setting.all().stream().map(Setting::variable).collect(Collectors.toSet());
        for (Workload each : manifests.workloads()) {
            Map<String, String> environment = environment(each);

            assertThat(known)
                    .as(each.name())
                    .containsAll(environment.keySet().stream()
                            .filter(name -> name.startsWith("FRESHLEGS_"))
                            .toList());
            assertThat(Settings.check(Map.of(), Map.of(), environment).wrong())
                    .as(each.name())
                    .isEmpty();
        }
    }

    @Test
    void secrets_are_named_and_never_told() {
        Map<String, Setting<?>> settings = Setting.all().stream().collect(Collectors.toMap(Setting::variable, s -> s));
        for (Workload each : manifests.workloads()) {
            for (EnvVar variable : container(each).getEnv()) {
                Setting<?> setting = settings.get(variable.getName());
                if (setting != null && setting.hides("https://somebody:something@example.org/")) {
                    assertThat(variable.getValue()).as(variable.getName()).isNull();
                    assertThat(variable.getValueFrom().getSecretKeyRef().getName())
                            .isEqualTo("freshlegs");
                }
            }
        }
        common().forEach((name, value) -> assertThat(
                        Optional.<Setting<?>>ofNullable(settings.get(name)).filter(setting -> setting.hides(value)))
                .as(name)
                .isEmpty());
    }

    @Test
    void probes_services_and_ways_in_lead_to_ports_that_are_listened_at() {
        for (Workload each : manifests.workloads()) {
            Map<String, Integer> ports = ports(each);
            Map<String, String> environment = environment(each);
            assertThat(ports).containsEntry("metrics", Integer.valueOf(environment.get("FRESHLEGS_METRICS_PORT")));
            assertThat(environment).containsEntry("FRESHLEGS_METRICS_HOST", "0.0.0.0");
            assertProbes(each);
            for (ServicePort port :
                    manifests.named(Service.class, each.name()).getSpec().getPorts()) {
                assertThat(ports).containsEntry(port.getTargetPort().getStrVal(), port.getPort());
            }
        }
        assertThat(ports("ingest")).containsEntry("files", Integer.valueOf(of("ingest", "FRESHLEGS_INTAKE_PORT")));
        assertThat(ports("coach")).containsEntry("pages", Integer.valueOf(of("coach", "FRESHLEGS_CONSOLE_PORT")));
        assertThat(List.of(of("ingest", "FRESHLEGS_INTAKE_HOST"), of("coach", "FRESHLEGS_CONSOLE_HOST")))
                .containsOnly("0.0.0.0");
        manifests.of(Ingress.class).stream()
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(path -> path.getBackend().getService())
                .forEach(ManifestsTest::assertThereIs);
    }

    /** Whatever takes files or shows pages does so while Kafka is away. */
    private static void assertProbes(Workload each) {
        boolean isReached = Set.of("ingest", "coach").contains(each.name());
        HTTPGetAction alive = container(each).getLivenessProbe().getHttpGet();
        HTTPGetAction ready = container(each).getReadinessProbe().getHttpGet();
        assertThat(alive.getPath()).isEqualTo("/healthz");
        assertThat(ready.getPath()).as(each.name()).isEqualTo(isReached ? "/healthz" : "/readyz");
        assertThat(List.of(alive.getPort().getStrVal(), ready.getPort().getStrVal()))
                .containsOnly("metrics");
        assertThat(container(each).getStartupProbe().getFailureThreshold()).isGreaterThanOrEqualTo(60);
    }

    private static void assertThereIs(IngressServiceBackend backend) {
        assertThat(manifests.named(Service.class, backend.getName()).getSpec().getPorts())
                .extracting(ServicePort::getName)
                .contains(backend.getPort().getName());
    }

    @Test
    void no_pod_may_do_more_than_it_must() {
        assertThat(manifests.of(Namespace.class).get(0).getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        for (Workload each : manifests.workloads()) {
            var pod = each.pod().getSpec();
            var own = container(each).getSecurityContext();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isGreaterThanOrEqualTo(10_000);
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(own.getReadOnlyRootFilesystem()).isTrue();
            assertThat(own.getAllowPrivilegeEscalation()).isFalse();
            assertThat(own.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(container(each).getResources().getLimits()).containsKey("memory");
            assertThat(container(each).getResources().getRequests()).containsKeys("memory", "cpu");
            assertThat(container(each).getVolumeMounts())
                    .extracting(VolumeMount::getMountPath)
                    .contains("/data", "/tmp");
        }
    }

    @Test
    void one_pod_of_a_part_goes_at_a_time_and_names_stay_where_groups_know_them() {
        for (Workload each : manifests.workloads()) {
            PodDisruptionBudget budget = manifests.named(PodDisruptionBudget.class, each.name());
            assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
            assertThat(each.pod().getMetadata().getLabels())
                    .containsAllEntriesOf(budget.getSpec().getSelector().getMatchLabels())
                    .containsEntry(PART_OF, "freshlegs");
        }
        for (StatefulSet each : manifests.of(StatefulSet.class)) {
            EnvVar instance = each.getSpec().getTemplate().getSpec().getContainers().get(0).getEnv().stream()
                    .filter(variable -> variable.getName().equals("FRESHLEGS_INSTANCE"))
                    .findFirst()
                    .orElseThrow();
            assertThat(instance.getValueFrom().getFieldRef().getFieldPath()).isEqualTo("metadata.name");
        }
        assertThat(environment(workload("ingest")))
                .containsKeys("FRESHLEGS_ORIGINALS_KEY", "FRESHLEGS_ORIGINALS_SECRET");
        assertThat(environment(workload("coach")))
                .containsKeys("FRESHLEGS_ORIGINALS_KEY", "FRESHLEGS_ORIGINALS_SECRET");
        assertThat(of("streams", "FRESHLEGS_STANDBYS")).isEqualTo("1");
    }

    @Test
    void nobody_is_talked_to_unless_a_policy_says_so_and_policies_speak_of_pods_that_there_are() {
        NetworkPolicy nothing = manifests.named(NetworkPolicy.class, "nothing-else");
        assertThat(nothing.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(nothing.getSpec().getIngress()).isEmpty();
        assertThat(nothing.getSpec().getEgress()).isEmpty();
        Set<String> names = manifests.workloads().stream().map(Workload::name).collect(Collectors.toSet());
        for (NetworkPolicy policy : manifests.of(NetworkPolicy.class)) {
            Map<String, String> labels = policy.getSpec().getPodSelector().getMatchLabels();
            if (labels != null && labels.containsKey(NAME)) {
                assertThat(names).contains(labels.get(NAME));
            }
            policy.getSpec().getPodSelector().getMatchExpressions().forEach(expression -> assertThat(names)
                    .containsAll(expression.getValues()));
            policy.getSpec().getIngress().stream()
                    .flatMap(rule -> rule.getPorts().stream())
                    .map(port -> port.getPort().getStrVal())
                    .forEach(port -> assertThat(
                                    manifests.workloads().stream().flatMap(each -> ports(each).keySet().stream()))
                            .contains(port));
        }
    }

    @Test
    void kubectl_makes_one_stream_of_it() throws IOException, InterruptedException {
        Optional<Path> kubectl = Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(kubectl.isPresent(), "skipped: no kubectl on the path");
        Process process = new ProcessBuilder(kubectl.get().toString(), "kustomize", Manifests.FOLDER.toString())
                .redirectErrorStream(true)
                .start();
        String built = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(built).isZero();

        String image =
                Manifests.kustomization().path("images").path(0).path("newName").asText();
        assertThat(Manifests.read(built))
                .hasSameSizeAs(Manifests.resources().stream()
                        .flatMap(ManifestsTest::documents)
                        .toList())
                .allMatch(each -> each instanceof Namespace
                        || each.getMetadata().getNamespace().equals("freshlegs"));
        assertThat(built).contains("image: " + image + ":");
    }

    private static Stream<Object> documents(String file) {
        try {
            return Manifests.read(Files.readString(Manifests.FOLDER.resolve(file))).stream()
                    .map(Object.class::cast);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Container container(Workload workload) {
        return workload.pod().getSpec().getContainers().get(0);
    }

    private static Map<String, Integer> ports(Workload workload) {
        return container(workload).getPorts().stream()
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    }

    private static Workload workload(String name) {
        return manifests.workloads().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Integer> ports(String name) {
        return ports(workload(name));
    }

    private static String of(String name, String variable) {
        return Optional.ofNullable(environment(workload(name)).get(variable)).orElseThrow();
    }

    private static Map<String, String> common() {
        return manifests.named(ConfigMap.class, "freshlegs").getData();
    }

    /** What the process is told; something in the place of each secret. */
    private static Map<String, String> environment(Workload workload) {
        Map<String, String> all = new HashMap<>(common());
        container(workload)
                .getEnv()
                .forEach(variable ->
                        all.put(variable.getName(), variable.getValue() == null ? "something" : variable.getValue()));
        return all;
    }
}
