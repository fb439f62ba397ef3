package freshlegs.app.watch;

import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.ingest.workout.WorkoutFile;
import freshlegs.ingest.workout.WorkoutZip;
import freshlegs.model.AthleteId;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The coming sessions as a server's door {@code GET /api/v1/workouts} gives them; a redirect is never followed. */
public final class ServerWorkouts implements ComingWorkouts {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(60);
    private static final int MOST_BYTES = WorkoutZip.MOST_FILES * WorkoutFile.MOST_BYTES;

    private final URI address;
    private final Token token;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public ServerWorkouts(URI server, Token token, Clock clock) {
        String base = server.toString();
        this.address = URI.create((base.endsWith("/") ? base : base + "/") + "api/v1/workouts");
        this.token = token;
        this.clock = clock;
    }

    @Override
    public Answer of(AthleteId athlete) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWERING)
                .header("Authorization", "Bearer " + token.of(athlete))
                .build();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> pending = client.sendAsync(
                request, BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> keep(bytes, body))));
        try {
            int status =
                    pending.get(ANSWERING.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return status == 200 ? read(body.toByteArray()) : new Unknown(refused(status));
        } catch (ExecutionException | TimeoutException e) {
            return new Unknown("the server does not answer: workouts come next time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unknown("it was interrupted: workouts come next time");
        } finally {
            pending.cancel(true);
        }
    }

    /** One byte more than is allowed tells that there was more. */
    private static void keep(byte[] bytes, ByteArrayOutputStream body) {
        body.write(bytes, 0, Math.min(bytes.length, MOST_BYTES + 1 - body.size()));
    }

    private Answer read(byte[] archive) {
        Optional<List<WorkoutFile>> files =
                archive.length <= MOST_BYTES ? WorkoutZip.unpack(archive) : Optional.empty();
        return files.<Answer>map(each -> new Found(LocalDate.now(clock), Set.of(), each))
                .orElseGet(() -> new Unknown("the server answered with something that is no workouts of ours"));
    }

    private static String refused(int status) {
        return switch (status) {
            case 401, 403 -> "the server does not accept the token: make a new one for the athlete";
            case 404 -> "the server knows nothing of workouts: is it older than this program, or the address wrong?";
            case 503 -> "the server cannot read the plan just now: workouts come next time";
            default -> "the server answered " + status + " when asked for workouts: is the address right?";
        };
    }
}
