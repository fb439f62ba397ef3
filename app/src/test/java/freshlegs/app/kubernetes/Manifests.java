package freshlegs.app.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The manifests that we ship, read into the types of Kubernetes' own API, which refuse what they do not know. */
final class Manifests {
    static final Path FOLDER = Path.of(System.getProperty("freshlegs.root"), "kubernetes");

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1 Namespace", Namespace.class,
            "v1 ConfigMap", ConfigMap.class,
            "v1 Service", Service.class,
            "v1 PersistentVolumeClaim", PersistentVolumeClaim.class,
            "apps/v1 StatefulSet", StatefulSet.class,
            "apps/v1 Deployment", Deployment.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
            "networking.k8s.io/v1 Ingress", Ingress.class);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new KnownFieldsAlone());

    private final List<HasMetadata> all = new ArrayList<>();

    /** Kubernetes' types keep what they do not know; here it is a mistake. */
    private static final class KnownFieldsAlone extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public @Nullable Boolean hasAnySetter(Annotated member) {
            return Boolean.FALSE;
        }
    }

    /** Those of the files that the kustomization names. */
    static Manifests shipped() throws IOException {
        Manifests manifests = new Manifests();
        for (String file : resources()) {
            manifests.all.addAll(read(Files.readString(FOLDER.resolve(file))));
        }
        return manifests;
    }

    static JsonNode kustomization() throws IOException {
        return YAML.readTree(Files.readString(FOLDER.resolve("kustomization.yaml")));
    }

    static List<String> resources() throws IOException {
        List<String> files = new ArrayList<>();
        kustomization().path("resources").forEach(file -> files.add(file.asText()));
        return files;
    }

    /** Each document of a file; fails for a kind or a field that is none. */
    static List<HasMetadata> read(String text) throws IOException {
        List<HasMetadata> read = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(text)) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                String kind = document.path("apiVersion").asText() + " "
                        + document.path("kind").asText();
                Class<? extends HasMetadata> type = KINDS.get(kind);
                if (type == null) {
                    throw new IOException("no such kind: " + kind);
                }
                read.add(YAML.treeToValue(document, type));
            }
        }
        return read;
    }

    <T extends HasMetadata> List<T> of(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> T named(Class<T> kind, String name) {
        return of(kind).stream()
                .filter(each -> each.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " " + name));
    }

    /** A part of the pipeline as it is run here. */
    record Workload(String name, String kind, int replicas, PodTemplateSpec pod) {}

    List<Workload> workloads() {
        return Stream.concat(
                        of(StatefulSet.class).stream()
                                .map(each -> new Workload(
                                        each.getMetadata().getName(),
                                        "StatefulSet",
                                        each.getSpec().getReplicas(),
                                        each.getSpec().getTemplate())),
                        of(Deployment.class).stream()
                                .map(each -> new Workload(
                                        each.getMetadata().getName(),
                                        "Deployment",
                                        each.getSpec().getReplicas(),
                                        each.getSpec().getTemplate())))
                .toList();
    }
}
