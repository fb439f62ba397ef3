package freshlegs.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where the coach is told: a service on this machine that takes messages as Telegram does. */
final class APostbox implements AutoCloseable {
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private APostbox(HttpServer server) {
        this.server = server;
    }

    static APostbox open() throws IOException {
        APostbox box = new APostbox(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        box.server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            box.received.add(Json.read(new String(body, StandardCharsets.UTF_8), JsonNode.class));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        box.server.start();
        return box;
    }

    /** As it is typed into the console. */
    String address() {
        return "telegram+http://12345:secret-secret@127.0.0.1:"
                + server.getAddress().getPort() + "/?chat=42";
    }

    JsonNode awaitOne(String... words) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(received)
                .anySatisfy(message -> assertThat(message.path("text").asText()).contains(words)));
        return received.stream()
                .filter(message ->
                        List.of(words).stream().allMatch(message.path("text").asText()::contains))
                .findFirst()
                .orElseThrow();
    }

    List<JsonNode> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
