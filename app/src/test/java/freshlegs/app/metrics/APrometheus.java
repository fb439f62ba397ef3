package freshlegs.app.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real Prometheus, with the files that we ship but for the address it asks and how often. */
final class APrometheus implements AutoCloseable {
    static final Path OBSERVABILITY = Path.of(System.getProperty("freshlegs.root"), "observability");
    private static final Path PROGRAM = Path.of("/usr/bin/prometheus");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final int port;

    private APrometheus(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.isExecutable(Path.of("/usr/bin/promtool"));
    }

    static APrometheus asking(URI instance, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("prometheus.yml"),
                Files.readString(OBSERVABILITY.resolve("prometheus.yml")).replace("interval: 15s", "interval: 1s"));
        Files.copy(OBSERVABILITY.resolve("rules.yml"), folder.resolve("rules.yml"));
        Files.writeString(
                folder.resolve("targets.yml"),
                Files.readString(OBSERVABILITY.resolve("targets.yml")).replace(":8082", ":" + instance.getPort()));
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("tsdb"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return new APrometheus(process, port);
    }

    /** What an expression comes to now; no answer while it is not there yet. */
    JsonNode ask(String expression) {
        return get("/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8));
    }

    /** Whether an expression comes to any number. */
    boolean shows(String expression) {
        return !ask(expression).path("data").path("result").isEmpty();
    }

    JsonNode rules() {
        return get("/api/v1/rules");
    }

    private JsonNode get(String path) {
        try {
            String answer = CLIENT.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return answer.startsWith("{") ? Json.read(answer, JsonNode.class) : Json.MAPPER.createObjectNode();
        } catch (IOException e) {
            return Json.MAPPER.createObjectNode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What promtool says of our files, empty when it is content. */
    static String promtool(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/promtool"));
        command.addAll(List.of(words));
        Process checking = new ProcessBuilder(command)
                .directory(OBSERVABILITY.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(checking.getInputStream().readAllBytes(), UTF_8);
        return checking.waitFor() == 0 ? "" : said;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
