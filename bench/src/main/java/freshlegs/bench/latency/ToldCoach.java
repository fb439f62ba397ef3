package freshlegs.bench.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody who is told of alerts by webhook and remembers of whom and when first. */
final class ToldCoach implements AutoCloseable {
    private static final int NO_CONTENT = 204;

    private final HttpServer server;
    private final Map<String, Instant> heard = new ConcurrentHashMap<>();

    private ToldCoach(HttpServer server) {
        this.server = server;
    }

    static ToldCoach listen() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ToldCoach coach = new ToldCoach(server);
        server.createContext("/", coach::hear);
        server.start();
        return coach;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** When it was first told of an athlete. */
    Optional<Instant> heardOf(String athlete) {
        return Optional.ofNullable(heard.get(athlete));
    }

    private void hear(HttpExchange exchange) throws IOException {
        byte[] message = exchange.getRequestBody().readAllBytes();
        Instant now = Instant.now();
        heard.putIfAbsent(Json.read(message, JsonNode.class).path("athlete").asText(), now);
        exchange.sendResponseHeaders(NO_CONTENT, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
