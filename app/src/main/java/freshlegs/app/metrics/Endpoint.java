package freshlegs.app.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import freshlegs.app.problem.Problem;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The small server of one process: {@code /metrics}, {@code /healthz} and {@code /readyz}, to be read and nothing else. */
final class Endpoint implements AutoCloseable {
    private static final int THREADS = 3;
    private static final int WAITING = 16;
    private static final String SLOWEST_REQUEST = "sun.net.httpserver.maxReqTime";
    private static final String OPEN_METRICS = "application/openmetrics-text";

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final String host;

    private Endpoint(HttpServer server, ThreadPoolExecutor threads, String host) {
        this.server = server;
        this.threads = threads;
        this.host = host;
    }

    /** What there is to read, in the format that is asked for. */
    interface Scrape {
        void write(OutputStream out, String contentType) throws IOException;
    }

    static Endpoint start(String host, int port, Scrape scrape, Health alive, Health ready) {
        // Whoever says nothing in the middle of a request is let go; the server knows no other way to be told.
        System.setProperty(SLOWEST_REQUEST, System.getProperty(SLOWEST_REQUEST, "10"));
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), WAITING);
            ThreadPoolExecutor threads = new ThreadPoolExecutor(
                    THREADS, THREADS, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), Endpoint::thread);
            server.setExecutor(threads);
            server.createContext(
                    "/", exchange -> answer(exchange, exchange.getRequestURI().getPath(), scrape, alive, ready));
            server.start();
            return new Endpoint(server, threads, host);
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.failed(
                    "Metrics and health cannot be shown at " + host + ", port " + port
                            + ", which is in use or not this machine's: choose another port with --metrics-port.",
                    e);
        }
    }

    /** Such as {@code http://127.0.0.1:8082}, also where it listens on all addresses of the machine. */
    URI address() {
        String reachable = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        String name = reachable.contains(":") ? "[" + reachable + "]" : reachable;
        return URI.create("http://" + name + ":" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, String path, Scrape scrape, Health alive, Health ready)
            throws IOException {
        try (exchange) {
            if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                say(exchange, 405, "This address is only read.");
                return;
            }
            switch (path) {
                case "/metrics" -> metrics(exchange, scrape);
                case "/healthz" -> report(exchange, alive.report());
                case "/readyz" -> report(exchange, ready.report());
                default -> say(exchange, 404, "There are /metrics, /healthz and /readyz.");
            }
        }
    }

    private static void metrics(HttpExchange exchange, Scrape scrape) throws IOException {
        String accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
        String type = accepted.contains(OPEN_METRICS)
                ? OPEN_METRICS + "; version=1.0.0; charset=utf-8"
                : "text/plain; version=0.0.4; charset=utf-8";
        head(exchange, 200, type);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            scrape.write(exchange.getResponseBody(), type);
        }
    }

    private static void report(HttpExchange exchange, Health.Report report) throws IOException {
        head(exchange, report.ok() ? 200 : 503, "application/json");
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(Json.write(report));
        }
    }

    private static void say(HttpExchange exchange, int status, String sentence) throws IOException {
        head(exchange, status, "text/plain; charset=utf-8");
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void head(HttpExchange exchange, int status, String type) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, exchange.getRequestMethod().equals("HEAD") ? -1 : 0);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "metrics");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
