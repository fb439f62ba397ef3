package freshlegs.app.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.service.Part;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Setting;
import freshlegs.app.setting.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml, the image and what belongs to them promise, by file; {@code .ci/compose} starts them. */
class ComposeFileTest {
    private static final Set<String> PARTS =
            Stream.of(Part.values()).map(Part::command).collect(Collectors.toSet());
    private static final int MEBIBYTES_OF_A_GIBIBYTE = 1024;

    /** Room beside the heap for code, threads, native buffers, files in /tmp and the stores' 80 MiB. */
    private static final int BESIDE_THE_HEAP = 400;

    /** Others' images, which write what they need of their root at the start. */
    private static final Set<String> WRITABLE_ROOT = Set.of("kafka", "postgres");

    private final AComposeFile compose;

    ComposeFileTest() throws Exception {
        compose = AComposeFile.read();
    }

    @Test
    void each_part_is_a_service_and_is_told_settings_that_there_are() {
        assertThat(compose.services().keySet()).containsAll(PARTS).contains("kafka", "postgres");
        for (String part : PARTS) {
            assertThat(compose.service(part).path("command").asText()).isEqualTo(part);
            Map<String, String> environment = compose.environment(part);
            assertThat(environment.keySet().stream().filter(name -> name.startsWith("FRESHLEGS_")))
                    .isSubsetOf(Setting.all().stream().map(Setting::variable).collect(Collectors.toSet()));
            Settings.Checked checked = Settings.check(Map.of(), Map.of(), asMounted(part, environment));
            assertThat(checked.wrong()).as(part).isEmpty();
            assertThat(checked.settings().get(Catalogue.KAFKA)).contains("kafka:19092");
        }
    }

    @Test
    void nobody_inside_has_more_rights_or_room_than_the_work_needs() {
        compose.services().forEach((name, service) -> {
            assertThat(texts(service.path("cap_drop"))).as(name).containsExactly("ALL");
            assertThat(texts(service.path("security_opt"))).as(name).containsExactly("no-new-privileges:true");
            assertThat(mebibytes(service.path("mem_limit"))).as(name).isPositive();
            assertThat(service.path("read_only").asBoolean()).as(name).isNotEqualTo(WRITABLE_ROOT.contains(name));
            assertThat(service.has("privileged") || service.has("user"))
                    .as(name)
                    .isFalse();
            assertThat(service.path("restart").asText()).as(name).isEqualTo("unless-stopped");
            assertThat(service.has("cap_add")).as(name).isEqualTo(name.equals("postgres"));
        });
    }

    @Test
    void ports_are_published_on_this_machine_alone_and_metrics_not_at_all() {
        compose.services().forEach((name, service) -> texts(service.path("ports"))
                .forEach(port -> assertThat(port).as(name).startsWith("127.0.0.1:")));
        String metrics = Catalogue.METRICS_PORT.standard();
        for (String part : PARTS) {
            assertThat(texts(compose.service(part).path("ports"))).noneMatch(port -> port.endsWith(":" + metrics));
            assertThat(compose.service(part).path("healthcheck").path("test").toString())
                    .contains("/dev/tcp/127.0.0.1/" + metrics + " ", "GET /healthz ");
        }
        assertThat(texts(compose.service("ingest").path("ports")))
                .containsExactly(
                        "127.0.0.1:8081:" + compose.environment("ingest").get("FRESHLEGS_INTAKE_PORT"));
        assertThat(texts(compose.service("coach").path("ports")))
                .containsExactly(
                        "127.0.0.1:8080:" + compose.environment("coach").get("FRESHLEGS_CONSOLE_PORT"));
    }

    @Test
    void the_heap_fits_into_the_memory() throws Exception {
        int heap = Integer.parseInt(found("-Xmx(\\d+)m", "docker/freshlegs").get(0));
        for (String part : PARTS) {
            assertThat(mebibytes(compose.service(part).path("mem_limit"))).isGreaterThan(heap + BESIDE_THE_HEAP);
        }
    }

    @Test
    void what_is_mounted_is_there_and_images_have_a_version() {
        compose.services().forEach((name, service) -> {
            compose.mounts(name).values().forEach(from -> assertThat(isThere(from))
                    .as(name + ": " + from)
                    .isTrue());
            assertThat(service.path("image").asText()).as(name).matches(".+:.+").doesNotEndWith(":latest");
        });
        assertThat(compose.service("kafka").path("image").asText())
                .isEqualTo("apache/kafka:" + AppInfoParser.getVersion());
        assertThat(compose.bareVariables()).isEmpty();
    }

    @Test
    void the_image_is_run_by_somebody_with_a_number_who_is_not_root() throws Exception {
        assertThat(found("(?m)^USER (\\d+):\\d+$", "Dockerfile")).containsExactly("10001");
        assertThat(found("(?m)^EXPOSE (.+)$", "Dockerfile"))
                .containsExactly(Stream.of(Catalogue.CONSOLE_PORT, Catalogue.INTAKE_PORT, Catalogue.METRICS_PORT)
                        .map(Setting::standard)
                        .collect(Collectors.joining(" ")));
        assertThat(Files.isExecutable(AComposeFile.ROOT.resolve("docker/freshlegs")))
                .isTrue();
    }

    /** The folder that several share is none of a container's own, in which its name lies. */
    @Test
    void several_of_ingest_share_a_folder_and_nothing_else_is_shared() {
        assertThat(compose.mounts("ingest")).containsEntry("/shared", "ingest");
        assertThat(compose.environment("ingest")).containsEntry("FRESHLEGS_DATA", "/shared");
        for (String part : PARTS) {
            assertThat(compose.mounts(part)).doesNotContainKey("/data");
            assertThat(compose.environment(part)).doesNotContainKey("FRESHLEGS_INSTANCE");
            assertThat(compose.service(part).has("container_name")).isFalse();
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void prometheus_asks_every_container_of_each_part() throws Exception {
        String from = compose.mounts("prometheus").get("/etc/prometheus/prometheus.yml");
        Map<String, Object> file = new Yaml().load(Files.readString(AComposeFile.ROOT.resolve(from)));
        Map<String, Object> job = ((List<Map<String, Object>>) file.get("scrape_configs")).get(0);
        Map<String, Object> names = ((List<Map<String, Object>>) job.get("dns_sd_configs")).get(0);
        assertThat((List<String>) names.get("names")).containsExactlyInAnyOrderElementsOf(PARTS);
        assertThat(names.get("port")).hasToString(Catalogue.METRICS_PORT.standard());
        assertThat(job.get("job_name")).isEqualTo("freshlegs");
        assertThat((List<String>) file.get("rule_files")).containsExactly("rules.yml");
        assertThat(compose.mounts("prometheus")).containsKey("/etc/prometheus/rules.yml");
    }

    @Test
    void the_guide_names_each_variable_with_its_default() throws Exception {
        Map<String, String> documented = new HashMap<>();
        Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (?:`([^`]*)`)? ?\\|")
                .matcher(Files.readString(AComposeFile.ROOT.resolve("docs/containers.md")))
                .results()
                .forEach(row -> documented.put(row.group(1), row.group(2) == null ? "" : row.group(2)));
        assertThat(documented).isEqualTo(compose.variables());
    }

    /** The same settings with the files from where they are mounted. */
    private Map<String, String> asMounted(String part, Map<String, String> environment) {
        Map<String, String> outside = new HashMap<>(environment);
        outside.replaceAll((name, value) -> {
            String from = compose.mounts(part).getOrDefault(value, "");
            return from.startsWith("./")
                    ? AComposeFile.ROOT.resolve(from).normalize().toString()
                    : value;
        });
        return outside;
    }

    private boolean isThere(String from) {
        Path path = AComposeFile.ROOT.resolve(from);
        return from.startsWith("./")
                ? Files.exists(path) || from.equals(compose.variables().get("FRESHLEGS_FILES"))
                : compose.hasVolume(from);
    }

    private static List<String> found(String pattern, String file) throws Exception {
        return Pattern.compile(pattern)
                .matcher(Files.readString(AComposeFile.ROOT.resolve(file)))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static int mebibytes(JsonNode limit) {
        String text = limit.asText();
        int number = Integer.parseInt(text.replaceAll("\\D", ""));
        return text.endsWith("g") ? number * MEBIBYTES_OF_A_GIBIBYTE : number;
    }
}
