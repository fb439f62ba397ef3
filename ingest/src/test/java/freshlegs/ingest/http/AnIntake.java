package freshlegs.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.ingest.Spool;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A running intake on a folder of its own, with tokens for anna and ben, and somebody who hands over files. */
final class AnIntake implements AutoCloseable {
    static final AthleteId ANNA = AthleteId.of("anna");
    static final AthleteId BEN = AthleteId.of("ben");

    final Path data;
    final Tokens tokens;
    final String anna;
    final String ben;
    final Map<String, OutcomeLookup.Answer> outcomes = new ConcurrentHashMap<>();
    final Map<AthleteId, ComingWorkouts.Answer> workouts = new ConcurrentHashMap<>();
    final Ticking clock = new Ticking();
    private final HttpClient client = HttpClient.newHttpClient();
    private final IntakeServer server;

    private AnIntake(Path data, Limits limits, Duration patience, List<Door> doors) {
        this.data = data;
        Spool spool = Spool.at(data, limits, Clock.systemUTC());
        this.tokens = Tokens.in(data, clock);
        this.anna = tokens.add(ANNA, "phone").secret();
        this.ben = tokens.add(BEN, "phone").secret();
        this.server = IntakeServer.start(
                new IntakeServerSettings("127.0.0.1", 0, limits, clock),
                spool,
                tokens,
                (athlete, id) -> outcomes.getOrDefault(athlete + "/" + id, new OutcomeLookup.NotYet()),
                athlete -> workouts.getOrDefault(athlete, new ComingWorkouts.Unknown("not now")),
                doors,
                patience);
    }

    static AnIntake in(Path data, Limits limits) {
        return new AnIntake(data, limits, Duration.ofSeconds(10), List.of());
    }

    static AnIntake impatient(Path data, Duration patience) {
        return new AnIntake(data, Limits.STANDARD, patience, List.of());
    }

    static AnIntake withDoor(Path data, Door door) {
        return new AnIntake(data, Limits.STANDARD, Duration.ofSeconds(10), List.of(door));
    }

    /** A clock that tests set forward. */
    static final class Ticking extends Clock {
        private volatile Instant now = Instant.parse("2026-11-25T08:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for it");
        }
    }

    URI address() {
        return server.address();
    }

    URI at(String path) {
        return URI.create(server.address() + path);
    }

    HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(at(path)).header("Authorization", basic("API_KEY", token));
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> put(String name, String content) {
        return send(to("/api/v1/files/" + name, anna).PUT(BodyPublishers.ofString(content)));
    }

    HttpResponse<String> post(String query, AForm form) {
        return send(to("/api/v1/athlete/0/activities" + query, anna)
                .header("Content-Type", form.type())
                .POST(BodyPublishers.ofByteArray(form.bytes())));
    }

    HttpResponse<String> receipt(String id, String token) {
        return send(to("/api/v1/receipts/" + id, token).GET());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body(), JsonNode.class);
    }

    static String error(HttpResponse<String> answer) {
        return json(answer).path("error").asText();
    }

    /** The ids of everything that waits. */
    List<String> pending() {
        return names(data.resolve("spool/pending"));
    }

    JsonNode ticket(String id) {
        try {
            return Json.read(Files.readAllBytes(data.resolve("spool/pending").resolve(id + ".json")), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] contentOf(String id) {
        try {
            return Files.readAllBytes(data.resolve("spool/blobs")
                    .resolve(ticket(id).path("sha256").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> halfWritten() {
        return names(data.resolve("spool/tmp"));
    }

    /** As the worker does when everything is published. */
    void finish(String id) {
        try {
            Path month = Files.createDirectories(data.resolve("spool/done").resolve(id.substring(0, 6)));
            Files.move(data.resolve("spool/pending").resolve(id + ".json"), month.resolve(id + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
