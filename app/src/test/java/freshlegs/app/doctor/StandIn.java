package freshlegs.app.doctor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who is told of alerts, and a relay that takes a key once and refuses it from then on. */
final class StandIn implements AutoCloseable {
    private final HttpServer server;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    StandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::hear);
        server.createContext("/api", this::refuse);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> told() {
        return told;
    }

    private void hear(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        told.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private void refuse(HttpExchange exchange) throws IOException {
        byte[] nothing = {'[', ']'};
        exchange.sendResponseHeaders(asked.getAndIncrement() == 0 ? 200 : 401, nothing.length);
        exchange.getResponseBody().write(nothing);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
