package freshlegs.model.fact;

import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * A race or time trial with its time: what an athlete's paces are taken from. One counts for each day; {@code withdrawn} takes
 * it out of the reckoning.
 */
public record Benchmark(
        AthleteId athlete,
        LocalDate localDate,
        String revision,
        Instant ingestedAt,
        Instant recordedAt,
        int edit,
        Goal.Event event,
        int distanceMetres,
        int seconds,
        boolean withdrawn,
        Person toldBy)
        implements Fact {
    /** Metres a second. */
    public static final double SLOWEST = 1;

    /** Metres a second. */
    public static final double FASTEST = 8;

    public Benchmark {
        EditOrder.check(edit);
        Range.check("distance (metres)", OptionalInt.of(distanceMetres), 800, 50_000);
        double speed = distanceMetres / (double) Math.max(1, seconds);
        if (seconds < 1 || speed < SLOWEST || speed > FASTEST) {
            throw new IllegalArgumentException("time must be that of a run over " + distanceMetres + " m");
        }
    }

    /** The same under a name for this telling. */
    public Benchmark as(String name) {
        return new Benchmark(
                athlete,
                localDate,
                name,
                ingestedAt,
                recordedAt,
                edit,
                event,
                distanceMetres,
                seconds,
                withdrawn,
                toldBy);
    }

    @Override
    public String factId() {
        return localDate.toString();
    }

    @Override
    public FactKind kind() {
        return FactKind.BENCHMARK;
    }

    @Override
    public long rank() {
        return EditOrder.rank(edit, recordedAt);
    }
}
