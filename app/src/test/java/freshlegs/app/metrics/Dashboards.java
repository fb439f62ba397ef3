package freshlegs.app.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The dashboards that we ship, as Grafana would read them. */
final class Dashboards {
    /** One expression of a panel. */
    record Shown(String panel, String expression) {}

    private Dashboards() {}

    static Map<String, JsonNode> all() throws IOException {
        Map<String, JsonNode> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(APrometheus.OBSERVABILITY.resolve("dashboards"))) {
            for (Path file : files.toList()) {
                all.put(file.getFileName().toString(), Json.read(Files.readAllBytes(file), JsonNode.class));
            }
        }
        return all;
    }

    static List<Shown> expressions() throws IOException {
        List<Shown> expressions = new ArrayList<>();
        all().forEach((name, dashboard) -> dashboard.path("panels").forEach(panel -> panel.path("targets")
                .forEach(target -> expressions.add(new Shown(
                        name + ": " + panel.path("title").asText(),
                        target.path("expr").asText())))));
        return expressions;
    }
}
