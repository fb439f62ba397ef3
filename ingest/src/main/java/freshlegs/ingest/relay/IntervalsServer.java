package freshlegs.ingest.relay;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.ingest.Failures;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.LimitExceeded;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.relay.RelayTrouble.About;
import freshlegs.ingest.remote.Patience;
import freshlegs.ingest.remote.Secret;
import freshlegs.model.json.Json;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A server of intervals.icu's kind as its owner's program sees it: one request at a time, no redirect followed, nothing read
 * that is longer or takes longer than it may.
 */
public final class IntervalsServer {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final long LONGEST_LIST_BYTES = 32L << 20;
    private static final long LONGEST_REFUSAL_BYTES = 1L << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final IntervalsAddress address;
    private final Limits limits;
    private final Politeness politeness;
    private final Clock clock;
    private Optional<Long> lastAnswerNanos = Optional.empty();

    public IntervalsServer(IntervalsAddress address, Limits limits, Politeness politeness, Clock clock) {
        this.address = address;
        this.limits = limits;
        this.politeness = politeness;
        this.clock = clock;
    }

    /** Tries a key; answers with what is wrong, if anything is. */
    public Optional<String> check(Secret key) throws InterruptedException {
        LocalDate today = LocalDate.now(clock);
        try {
            list(key, today, today);
            return Optional.empty();
        } catch (RelayTrouble e) {
            return Optional.of(e.sentence());
        }
    }

    /** The activities of these local days. */
    JsonNode list(Secret key, LocalDate oldest, LocalDate newest) throws RelayTrouble, InterruptedException {
        HttpResponse<byte[]> answer = ask(
                address.activities(oldest, newest),
                key,
                About.SERVER,
                info -> new BoundedBody<>(
                        BodySubscribers.ofByteArray(),
                        LONGEST_LIST_BYTES,
                        () -> new RelayTrouble(
                                About.SERVER, address + " sent an endless list of activities", Optional.empty())));
        if (answer.statusCode() == 403) {
            throw unauthorised();
        }
        if (answer.statusCode() != 200) {
            throw trouble(About.SERVER, "answered " + answer.statusCode() + " when asked for activities", answer);
        }
        try {
            JsonNode list = Json.read(answer.body(), JsonNode.class);
            if (list != null && list.isArray()) {
                return list;
            }
        } catch (UncheckedIOException e) {
            throw trouble(About.SERVER, "answered with something that is no list of activities", answer);
        }
        throw trouble(About.SERVER, "answered with something that is no list of activities", answer);
    }

    /** An activity's original file, copied to {@code into}. */
    FileAnswer file(Secret key, Listing listing, Path into) throws RelayTrouble, InterruptedException {
        BodyHandler<Path> toFile = info -> info.statusCode() == 200
                ? new BoundedBody<>(
                        BodySubscribers.ofFile(
                                into,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE),
                        limits.bytes(Limit.FILE_MEGABYTES),
                        () -> limits.exceeded(Limit.FILE_MEGABYTES))
                : new BoundedBody<>(
                        BodySubscribers.replacing(into),
                        LONGEST_REFUSAL_BYTES,
                        () -> new RelayTrouble(About.ANSWER, address + " sent an endless refusal", Optional.empty()));
        try {
            HttpResponse<Path> answer = ask(address.file(listing.id()), key, About.ANSWER, toFile);
            if (answer.statusCode() >= 500 || answer.statusCode() == 408) {
                throw trouble(About.ANSWER, "answered " + answer.statusCode() + " when asked for a file", answer);
            }
            return answer.statusCode() == 200
                    ? new FileAnswer.Fetched(FileNames.of(listing, answer.headers(), into), into)
                    : new FileAnswer.Withheld(Reasons.withheld(answer.statusCode()));
        } catch (LimitExceeded e) {
            return new FileAnswer.Withheld(e.reason());
        }
    }

    /** Answers with the reason if the events are refused. */
    Optional<String> putEvents(Secret key, List<CalendarEvent> events) throws RelayTrouble, InterruptedException {
        return change(HttpRequest.newBuilder(address.events()).POST(json(events)), key);
    }

    /** Those of these external ids; answers with the reason if that is refused. */
    Optional<String> deleteEvents(Secret key, List<CalendarEvent.Id> ids) throws RelayTrouble, InterruptedException {
        return change(HttpRequest.newBuilder(address.eventsToDelete()).PUT(json(ids)), key);
    }

    private Optional<String> change(HttpRequest.Builder request, Secret key) throws RelayTrouble, InterruptedException {
        HttpResponse<Void> answer = ask(
                request.header("Content-Type", "application/json"),
                key,
                About.SERVER,
                info -> new BoundedBody<>(
                        BodySubscribers.discarding(),
                        LONGEST_LIST_BYTES,
                        () -> new RelayTrouble(
                                About.SERVER, address + " sent an endless answer to workouts", Optional.empty())));
        int status = answer.statusCode();
        if (status >= 500 || status == 408) {
            throw trouble(About.SERVER, "answered " + status + " when it was given workouts", answer);
        }
        return status / 100 == 2
                ? Optional.empty()
                : Optional.of(address + " refuses the workouts (answer " + status + ")");
    }

    private static BodyPublisher json(Object content) {
        return BodyPublishers.ofByteArray(Json.write(content));
    }

    private <T> HttpResponse<T> ask(URI where, Secret key, About about, BodyHandler<T> handler)
            throws RelayTrouble, InterruptedException {
        return ask(HttpRequest.newBuilder(where), key, about, handler);
    }

    private <T> HttpResponse<T> ask(HttpRequest.Builder asking, Secret key, About about, BodyHandler<T> handler)
            throws RelayTrouble, InterruptedException {
        pace();
        String login = Base64.getEncoder().encodeToString(("API_KEY:" + key.text()).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = asking.header("Authorization", "Basic " + login)
                .header("User-Agent", "freshlegs")
                .timeout(politeness.patience())
                .build();
        CompletableFuture<HttpResponse<T>> pending = client.sendAsync(request, handler);
        try {
            HttpResponse<T> answer = pending.get(politeness.patience().toMillis(), TimeUnit.MILLISECONDS);
            return granted(answer);
        } catch (TimeoutException e) {
            throw new RelayTrouble(about, slow(), Optional.empty());
        } catch (ExecutionException e) {
            throw unanswered(e, about);
        } finally {
            pending.cancel(true);
            lastAnswerNanos = Optional.of(System.nanoTime());
        }
    }

    private <T> HttpResponse<T> granted(HttpResponse<T> answer) throws RelayTrouble {
        int status = answer.statusCode();
        if (status == 401) {
            throw unauthorised();
        }
        if (status == 429
                || (status == 503 && answer.headers().firstValue("Retry-After").isPresent())) {
            throw trouble(About.SERVER, "is asked too often or is busy (answer " + status + ")", answer);
        }
        if (status / 100 == 3) {
            throw trouble(
                    About.SERVER,
                    "points to another place (answer " + status
                            + "), which is not followed: check FRESHLEGS_INTERVALS_URL",
                    answer);
        }
        return answer;
    }

    private RelayTrouble unanswered(ExecutionException failure, About about) {
        Optional<Throwable> known = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(Throwable.class::cast)
                .filter(cause -> cause instanceof RelayTrouble || cause instanceof LimitExceeded)
                .findFirst();
        if (known.isPresent() && known.get() instanceof LimitExceeded limit) {
            throw limit;
        }
        if (known.isPresent() && known.get() instanceof RelayTrouble trouble) {
            return trouble;
        }
        if (failure.getCause() instanceof java.net.http.HttpTimeoutException) {
            return new RelayTrouble(about, slow(), Optional.empty());
        }
        About unreachable = failure.getCause() instanceof ConnectException ? About.SERVER : about;
        return new RelayTrouble(
                unreachable,
                address + " cannot be reached (" + Failures.sentence(failure) + "): check the connection",
                Optional.empty());
    }

    private String slow() {
        return address + " did not answer within " + politeness.patience().toSeconds() + " s";
    }

    private RelayTrouble unauthorised() {
        return new RelayTrouble(
                About.KEY,
                address
                        + " does not accept the key: copy it again from the settings there (Developer Settings, API Key)"
                        + " and give it to `freshlegs connect intervals`",
                Optional.empty());
    }

    private RelayTrouble trouble(About about, String what, HttpResponse<?> answer) {
        return new RelayTrouble(
                about,
                address + " " + what,
                Patience.askedFor(answer.headers().firstValue("Retry-After"), clock.instant()));
    }

    private void pace() throws InterruptedException {
        if (lastAnswerNanos.isPresent()) {
            long since = System.nanoTime() - lastAnswerNanos.get();
            TimeUnit.NANOSECONDS.sleep(politeness.gap().toNanos() - since);
        }
    }
}
