package freshlegs.app.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose file of this checkout, as it is when no variable is set: its defaults are filled in and its merges made. */
final class AComposeFile {
    static final Path ROOT = Path.of(System.getProperty("freshlegs.root"));

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):-([^}]*)}");

    private final String text;
    private final Map<String, JsonNode> services = new TreeMap<>();
    private final JsonNode volumes;

    private AComposeFile(String text) {
        this.text = text;
        String filled = VARIABLE.matcher(text).replaceAll("$2");
        Object plain = new Yaml(new SafeConstructor(new LoaderOptions())).load(filled);
        JsonNode whole = new ObjectMapper().valueToTree(plain);
        whole.path("services").properties().forEach(service -> services.put(service.getKey(), service.getValue()));
        volumes = whole.path("volumes");
    }

    static AComposeFile read() throws IOException {
        return new AComposeFile(Files.readString(ROOT.resolve("docker-compose.yml")));
    }

    /** Each with its default, as text. */
    Map<String, String> variables() {
        return VARIABLE.matcher(text)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> found.group(2), (one, other) -> one, TreeMap::new));
    }

    /** Variables without a default, which compose would only warn of. */
    Set<String> bareVariables() {
        return Pattern.compile("\\$\\{?[A-Z_]+}?")
                .matcher(VARIABLE.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Map<String, JsonNode> services() {
        return services;
    }

    JsonNode service(String name) {
        return services.getOrDefault(name, volumes.path("none"));
    }

    boolean hasVolume(String name) {
        return volumes.has(name);
    }

    Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        service(service)
                .path("environment")
                .properties()
                .forEach(each -> environment.put(each.getKey(), each.getValue().asText("")));
        return environment;
    }

    /** What lies where inside, from where outside: a path of this checkout or the name of a volume. */
    Map<String, String> mounts(String service) {
        Map<String, String> mounts = new TreeMap<>();
        service(service).path("volumes").forEach(volume -> {
            String[] ends = volume.asText().split(":", -1);
            mounts.put(ends[1], ends[0]);
        });
        return mounts;
    }
}
