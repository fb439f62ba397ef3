package freshlegs.app.watch;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server's upload door, {@code PUT /api/v1/files/{name}}. Only 202 with a receipt counts as taken; a redirect is never
 * followed, so that the token goes nowhere else.
 */
public final class ServerDestination implements Destination {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofMinutes(2);
    /** A phone's line manages this much; a file gets that much longer. */
    private static final long LEAST_BYTES_PER_SECOND = 32 << 10;

    private static final int REQUEST_TIMEOUT = 408;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final String UNFINISHED = "watch-";
    private static final int TRIES = 4;
    private static final int MOST_BYTES = 1 << 16;
    private static final int LONGEST_REASON = 200;

    private final URI server;
    private final Token token;
    private final Pause pause;
    private final Duration answering;
    private final Path temporary;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Waits, when asked to. */
    @FunctionalInterface
    public interface Pause {
        Pause REAL = time -> Thread.sleep(time.toMillis());

        void of(Duration time) throws InterruptedException;
    }

    private record Answer(int status, String body, Optional<Duration> retryAfter) {}

    /** {@code dataFolder} holds copies, for whoever holds the memory of watches, while they are under way. */
    public ServerDestination(URI server, Token token, Path dataFolder, Pause pause) {
        this(server, token, dataFolder, pause, ANSWERING);
    }

    ServerDestination(URI server, Token token, Path dataFolder, Pause pause, Duration answering) {
        this.answering = answering;
        this.server = server;
        this.token = token;
        this.temporary = dataFolder.resolve("spool/tmp");
        this.pause = pause;
    }

    @Override
    public String name() {
        return server.toString();
    }

    @Override
    public Optional<String> refusal(AthleteId athlete, Watches watches) {
        return watches.isFor(athlete, token.of(athlete))
                ? Optional.empty()
                : Optional.of("the token is another athlete's: give each athlete's in a file of its own, with"
                        + " --token-file and {athlete} in its name");
    }

    @Override
    public Path temporary(AthleteId athlete, WatchIdentity watch, WatchFile file) throws IOException {
        Files.createDirectories(temporary);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(temporary, UNFINISHED + "*")) {
            for (Path each : left) {
                Files.deleteIfExists(each);
            }
        }
        return temporary.resolve(UNFINISHED + UUID.randomUUID() + ".tmp");
    }

    @Override
    public Arrival deliver(AthleteId athlete, WatchIdentity watch, WatchFile file, WatchCopy copy)
            throws IOException, InterruptedException {
        String trouble = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (attempt > 0) {
                pause.of(BETWEEN_TRIES);
            }
            Optional<Answer> answer = send(athlete, file, copy);
            if (answer.isEmpty()) {
                trouble = "the server does not answer";
            } else if (answer.get().status() == 429) {
                Duration wait = answer.get().retryAfter().orElse(LONGEST_WAIT);
                trouble = "the server asks to wait " + wait.toSeconds() + " s";
                if (wait.compareTo(LONGEST_WAIT) > 0) {
                    break;
                }
                pause.of(wait);
            } else if (isPassing(answer.get().status())) {
                trouble = "the server failed with " + answer.get().status();
            } else {
                return arrival(answer.get());
            }
        }
        return new Arrival.Stopped(trouble + ": what is missing comes next time");
    }

    private static boolean isPassing(int status) {
        return status == REQUEST_TIMEOUT || (status >= 500 && status != 507);
    }

    private static Arrival arrival(Answer answer) {
        return switch (answer.status()) {
            case 202 ->
                hasReceipt(answer.body())
                        ? new Arrival.Taken()
                        : new Arrival.Stopped("the server gave no receipt: is the address right?");
            case 403 -> new Arrival.Stopped("the server may not take it" + said(answer.body()));
            case 401 -> new Arrival.Stopped("the server does not accept the token: make a new one for the athlete");
            case 413 -> new Arrival.Refused("the server takes no file of that size" + said(answer.body()));
            case 507 -> new Arrival.Stopped("the server's disk is full: what is missing comes when there is room");
            case 400, 415, 422 -> new Arrival.Refused("the server refused it" + said(answer.body()));
            default -> new Arrival.Stopped("the server answered " + answer.status() + ": is the address right?");
        };
    }

    /** Nothing when the server cannot be reached, or does not end its answer in time. */
    private Optional<Answer> send(AthleteId athlete, WatchFile file, WatchCopy copy)
            throws IOException, InterruptedException {
        Duration patience = answering.plusSeconds(Files.size(copy.path()) / LEAST_BYTES_PER_SECOND);
        HttpRequest request = HttpRequest.newBuilder(address(file.name()))
                .timeout(patience)
                .header("Authorization", "Bearer " + token.of(athlete))
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofFile(copy.path()))
                .build();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> pending = client.sendAsync(
                request, BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> keep(bytes, said))));
        try {
            HttpResponse<Void> response = pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            String text = said.toString(StandardCharsets.UTF_8);
            return Optional.of(new Answer(response.statusCode(), text, retryAfter(response)));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            pending.cancel(true);
        }
    }

    /** No more of an answer than is of use. */
    private static void keep(byte[] bytes, ByteArrayOutputStream said) {
        said.write(bytes, 0, Math.min(bytes.length, MOST_BYTES - said.size()));
    }

    private URI address(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        String base = server.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "api/v1/files/" + encoded);
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private static boolean hasReceipt(String body) {
        return !field(body, "id").isEmpty();
    }

    private static String said(String body) {
        String reason = field(body, "error").isEmpty() ? field(body, "problem") : field(body, "error");
        String plain = reason.replaceAll("\\p{C}", " ").strip();
        return plain.isEmpty() ? "" : ": " + plain.substring(0, Math.min(plain.length(), LONGEST_REASON));
    }

    private static String field(String body, String name) {
        try {
            return Json.read(body, JsonNode.class).path(name).asText("");
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return "";
        }
    }
}
