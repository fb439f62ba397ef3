package freshlegs.streams.season;

import freshlegs.model.topic.ClientMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** What is counted of folding: once a fold, never once a day, so that it costs nothing. */
public final class FoldMeters {
    private static final String WAITING = "freshlegs.streams.waiting.athletes";
    private static final Duration[] LENGTHS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };
    private static final double[] DAYS = {1, 7, 28, 84, SeasonBook.DAYS_A_TURN};

    private final MeterRegistry registry;
    private final LongSupplier nanoTime;
    private final Timer fold;
    private final DistributionSummary days;
    private final Counter unfoldable;
    private final Map<Object, Integer> waiting = new ConcurrentHashMap<>();

    private FoldMeters(MeterRegistry registry, LongSupplier nanoTime) {
        this.registry = registry;
        this.nanoTime = nanoTime;
        this.fold = Timer.builder("freshlegs.streams.fold")
                .description("How long one fold of one athlete's touched days took.")
                .serviceLevelObjectives(LENGTHS)
                .register(registry);
        this.days = DistributionSummary.builder("freshlegs.streams.fold.days")
                .description("How many days one fold went through.")
                .serviceLevelObjectives(DAYS)
                .register(registry);
        this.unfoldable = Counter.builder("freshlegs.streams.unfoldable.days")
                .description("Days that could not be folded because of a fault.")
                .register(registry);
        // Streams that were begun anew in the same process are the ones to look at.
        registry.find(WAITING).meters().forEach(registry::remove);
        Gauge.builder(WAITING, waiting, FoldMeters::sum)
                .description("Athletes whose touched days wait to be folded.")
                .register(registry);
    }

    public static FoldMeters in(MeterRegistry registry) {
        return new FoldMeters(registry, registry.config().clock()::monotonicTime);
    }

    /** Unseen by anybody, and by a clock of their own. */
    static FoldMeters unseen(LongSupplier nanoTime) {
        return new FoldMeters(ClientMeters.nobody(), nanoTime);
    }

    /** By which it is measured how long something takes; nothing else asks for the time. */
    LongSupplier nanoTime() {
        return nanoTime;
    }

    /** Folds, and counts it when there was anything to fold. */
    int folding(IntSupplier folding) {
        Timer.Sample sample = Timer.start(registry);
        int done = folding.getAsInt();
        if (done > 0) {
            sample.stop(fold);
            days.record(done);
        }
        return done;
    }

    void unfoldable() {
        unfoldable.increment();
    }

    /** How many athletes wait in one partition's book. */
    void waiting(Object book, int athletes) {
        waiting.put(book, athletes);
    }

    void closed(Object book) {
        waiting.remove(book);
    }

    private static double sum(Map<Object, Integer> waiting) {
        return waiting.values().stream().mapToInt(Integer::intValue).sum();
    }
}
