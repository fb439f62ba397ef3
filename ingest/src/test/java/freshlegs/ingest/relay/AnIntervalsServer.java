package freshlegs.ingest.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A stand-in for intervals.icu on loopback: it knows one key, a few activities with invented values in the shape in which public
 * programs show them, and answers as it is told to.
 */
public final class AnIntervalsServer implements AutoCloseable {
    public static final String KEY = "k3y-0f-anna-1234";
    private static final Pattern DAYS = Pattern.compile("oldest=([0-9-]+)&newest=([0-9-]+)");
    private static final Pattern FILE = Pattern.compile("/api/v1/activity/([^/]+)/file");

    private final HttpServer server;
    private final Map<String, String> activities = new ConcurrentHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Queue<Answer>> fileAnswers = new HashMap<>();
    private final Queue<Answer> nextLists = new ConcurrentLinkedDeque<>();
    private final Map<String, JsonNode> events = new ConcurrentSkipListMap<>();
    private final Queue<Answer> nextEvents = new ConcurrentLinkedDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    /** How something is answered instead of as usual. */
    public interface Answer {
        void give(HttpExchange exchange) throws IOException;

        static Answer status(int status, String... headers) {
            return exchange -> {
                for (int i = 0; i < headers.length; i += 2) {
                    exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
                }
                send(exchange, status, "{\"status\":" + status + "}");
            };
        }
    }

    private AnIntervalsServer(HttpServer server) {
        this.server = server;
    }

    public static AnIntervalsServer started() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            AnIntervalsServer stand = new AnIntervalsServer(server);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "intervals-stand-in");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", stand::answer);
            server.start();
            return stand;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public AnIntervalsServer has(String id, String startLocal, byte[] file) {
        activities.put(
                id,
                "{\"id\":\"%s\",\"start_date_local\":\"%s\",\"type\":\"Run\",\"name\":\"Morning Run\",\"source\":\"GARMIN_CONNECT\",\"external_id\":\"17000000001\",\"file_type\":\"fit\",\"moving_time\":1800,\"distance\":5000.0}"
                        .formatted(id, startLocal));
        files.put(id, file);
        return this;
    }

    /** An activity that came from Strava: a stub and no file. */
    public AnIntervalsServer hasStub(String id, String startLocal) {
        activities.put(
                id,
                "{\"id\":\"%s\",\"source\":\"STRAVA\",\"_note\":\"STRAVA activities are not available via the API\",\"start_date_local\":\"%s\"}"
                        .formatted(id, startLocal));
        return this;
    }

    public AnIntervalsServer hasManual(String id, String startLocal) {
        activities.put(
                id,
                "{\"id\":\"%s\",\"source\":\"MANUAL\",\"type\":\"Run\",\"file_type\":null,\"start_date_local\":\"%s\"}"
                        .formatted(id, startLocal));
        return this;
    }

    void nextList(Answer answer) {
        nextLists.add(answer);
    }

    synchronized void nextFile(String id, Answer answer) {
        fileAnswers.computeIfAbsent(id, key -> new ArrayDeque<>()).add(answer);
    }

    /** To the next change of the calendar. */
    void nextEvents(Answer answer) {
        nextEvents.add(answer);
    }

    /** The calendar by external id. */
    public Map<String, JsonNode> events() {
        return Map.copyOf(events);
    }

    List<String> eventRequests() {
        return requests().stream().filter(path -> path.contains("/events/")).toList();
    }

    /** Paths with their queries, in the order in which they were asked for. */
    public List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    List<String> fileRequests() {
        return requests().stream().filter(path -> path.endsWith("/file")).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        requests.add(asked.toString());
        String login =
                "Basic " + Base64.getEncoder().encodeToString(("API_KEY:" + KEY).getBytes(StandardCharsets.UTF_8));
        Matcher file = FILE.matcher(asked.getPath());
        if (!login.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"status\":401,\"error\":\"Unauthorized\"}");
        } else if (file.matches()) {
            file(exchange, file.group(1));
        } else if (asked.getPath().equals("/api/v1/athlete/0/activities")) {
            Answer next = nextLists.poll();
            if (next != null) {
                next.give(exchange);
            } else {
                send(exchange, 200, list(asked.getQuery()));
            }
        } else if (asked.getPath().startsWith("/api/v1/athlete/0/events/")) {
            Answer next = nextEvents.poll();
            if (next != null) {
                next.give(exchange);
            } else {
                change(exchange, exchange.getRequestMethod() + " " + asked);
            }
        } else {
            send(exchange, 404, "{\"status\":404}");
        }
    }

    /** As the calendar's endpoints are described: an array is put, by external id, or an array of external ids deleted. */
    private void change(HttpExchange exchange, String what) throws IOException {
        JsonNode body = Json.read(exchange.getRequestBody().readAllBytes(), JsonNode.class);
        if (what.equals("POST /api/v1/athlete/0/events/bulk?upsert=true")) {
            body.forEach(event -> events.put(event.path("external_id").asText(), event));
            send(exchange, 200, body.toString());
        } else if (what.equals("PUT /api/v1/athlete/0/events/bulk-delete")) {
            body.forEach(event -> events.remove(event.path("external_id").asText()));
            send(exchange, 200, "{\"eventsDeleted\":" + body.size() + "}");
        } else {
            send(exchange, 405, "{\"status\":405}");
        }
    }

    private void file(HttpExchange exchange, String id) throws IOException {
        Answer next;
        synchronized (this) {
            next = fileAnswers.getOrDefault(id, new ArrayDeque<>()).poll();
        }
        byte[] content = files.get(id);
        if (next != null) {
            next.give(exchange);
        } else if (content == null) {
            send(exchange, 422, "{\"status\":422,\"error\":\"Cannot read Strava activities via the API\"}");
        } else {
            exchange.getResponseHeaders().add("Content-Type", "application/octet-stream");
            exchange.sendResponseHeaders(200, content.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(content);
            }
        }
    }

    private String list(String query) {
        Matcher days = DAYS.matcher(query);
        if (!days.find()) {
            return "[]";
        }
        return activities.values().stream()
                .filter(activity -> {
                    String day = activity.replaceFirst(".*start_date_local\":\"([0-9-]{10}).*", "$1");
                    return day.compareTo(days.group(1)) >= 0 && day.compareTo(days.group(2)) <= 0;
                })
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
