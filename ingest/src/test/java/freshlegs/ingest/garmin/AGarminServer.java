package freshlegs.ingest.garmin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A stand-in for the server from which Garmin lets files be fetched, on loopback, with invented ids and tokens. */
final class AGarminServer implements AutoCloseable {
    private static final String PATH = "/wellness-api/rest/activityFile";

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Queue<Integer>> refusals = new ConcurrentHashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    private AGarminServer(HttpServer server) {
        this.server = server;
    }

    static AGarminServer started() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            AGarminServer stand = new AGarminServer(server);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "garmin-stand-in");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext(PATH, exchange -> {
                String id = exchange.getRequestURI().getQuery().replaceFirst("id=([^&]+).*", "$1");
                stand.requests.add(id);
                Integer refusal =
                        stand.refusals.getOrDefault(id, new ArrayDeque<>()).poll();
                byte[] content = stand.files.getOrDefault(id, new byte[0]);
                if (refusal == null) {
                    exchange.sendResponseHeaders(200, content.length);
                    try (OutputStream body = exchange.getResponseBody()) {
                        body.write(content);
                    }
                } else {
                    exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
                    exchange.sendResponseHeaders(refusal, -1);
                    exchange.close();
                }
            });
            server.start();
            return stand;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the file can be fetched, as a notification would say. */
    String has(String id, byte[] content) {
        files.put(id, content);
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH + "?id=" + id + "&token=t0ken-" + id;
    }

    void refuses(String id, int... statuses) {
        Queue<Integer> queue = refusals.computeIfAbsent(id, key -> new ArrayDeque<>());
        for (int status : statuses) {
            queue.add(status);
        }
    }

    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** Lets this server stand for Garmin's, and no other. */
    DownloadRule rule() {
        int port = server.getAddress().getPort();
        return new DownloadRule() {
            @Override
            public Optional<URI> allowed(String address) {
                return Optional.of(URI.create(address)).filter(uri -> uri.getPort() == port);
            }

            @Override
            public boolean mayTalkTo(InetAddress address) {
                return true;
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
