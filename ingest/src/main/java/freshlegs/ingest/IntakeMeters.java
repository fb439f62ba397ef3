package freshlegs.ingest;

import freshlegs.model.fact.Route;
import freshlegs.model.topic.ClientMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What the intake counts of what it does; never whose a file is or what it is called. */
public final class IntakeMeters {
    /** Why a file was not taken. */
    enum Reason {
        NO_ROOM("no-room"),
        TOO_LARGE("too-large"),
        DEPARTED("departed"),
        WITHDRAWN("withdrawn"),
        UNREADABLE("unreadable");

        private final String word;

        Reason(String word) {
            this.word = word;
        }
    }

    private static final Duration[] DECODING = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };
    private static final Map<Integer, String> STATUSES = Map.of(
            400,
            "bad-request",
            401,
            "unauthorised",
            403,
            "forbidden",
            408,
            "too-slow",
            413,
            "too-large",
            415,
            "no-form",
            429,
            "too-many",
            503,
            "unavailable",
            507,
            "no-room");
    private static final int FIRST_REFUSAL = 400;

    private final MeterRegistry registry;
    private final Timer decode;

    private IntakeMeters(MeterRegistry registry) {
        this.registry = registry;
        this.decode = Timer.builder("freshlegs.intake.decode")
                .description("How long it took to read one file.")
                .serviceLevelObjectives(DECODING)
                .register(registry);
        for (Route route : Route.values()) {
            files(route, false);
            files(route, true);
            Arrays.stream(Reason.values()).forEach(reason -> refusals(route, reason));
        }
        STATUSES.values().forEach(this::requests);
        requests("other");
    }

    public static IntakeMeters in(MeterRegistry registry) {
        return new IntakeMeters(registry);
    }

    static IntakeMeters unseen() {
        return in(ClientMeters.nobody());
    }

    MeterRegistry registry() {
        return registry;
    }

    /** What this worker's share of the files is, and whether it leads. */
    void share(IntSupplier partitions, IntSupplier files, BooleanSupplier leads) {
        Gauge.builder("freshlegs.intake.partitions", partitions::getAsInt)
                .description("Partitions of the queue whose files this process reads.")
                .register(registry);
        Gauge.builder("freshlegs.intake.queued.files", files::getAsInt)
                .description("Files that this process knows of and has still to read.")
                .register(registry);
        Gauge.builder("freshlegs.intake.leads", () -> leads.getAsBoolean() ? 1 : 0)
                .description("1 while this process watches the inbox and announces files, else 0.")
                .register(registry);
    }

    <T> T decoding(Supplier<T> reading) {
        return decode.record(reading);
    }

    void ended(Route route, boolean problem) {
        files(route, problem).increment();
    }

    void refused(Route route, Reason reason) {
        refusals(route, reason).increment();
    }

    /** Counts an answer to a request when it is a refusal; an address that is not there is none. */
    public void answered(int status) {
        if (status >= FIRST_REFUSAL && status != 404 && status != 405) {
            requests(STATUSES.getOrDefault(status, "other")).increment();
        }
    }

    private Counter files(Route route, boolean problem) {
        return Counter.builder("freshlegs.intake.files")
                .description("Files that the intake has worked on.")
                .tag("route", route.key())
                .tag("outcome", problem ? "set-aside" : "read")
                .register(registry);
    }

    private Counter refusals(Route route, Reason reason) {
        return Counter.builder("freshlegs.intake.refused.files")
                .description("Files that were not taken over.")
                .tag("route", route.key())
                .tag("reason", reason.word)
                .register(registry);
    }

    private Counter requests(String reason) {
        return Counter.builder("freshlegs.intake.refused.requests")
                .description("Requests to the intake that were refused.")
                .tag("reason", reason)
                .register(registry);
    }
}
