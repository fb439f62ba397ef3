package freshlegs.model.fact;

import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * What the athlete trains for from {@code localDate} on; a goal stated for a later day replaces it. {@code edit} counts its
 * corrections, see {@link #rank}.
 */
public record Goal(
        AthleteId athlete,
        LocalDate localDate,
        String revision,
        Instant ingestedAt,
        Instant recordedAt,
        int edit,
        Event event,
        int distanceMetres,
        LocalDate eventDate,
        OptionalInt targetSeconds)
        implements Fact {

    /** How the distance is run. */
    public enum Event {
        RACE,
        TIME_TRIAL
    }

    private static final int LATEST_YEAR = 2100;

    public Goal {
        EditOrder.check(edit);
        Range.check("distance (metres)", OptionalInt.of(distanceMetres), 100, 1_000_000);
        Range.check("target (seconds)", targetSeconds, 10, 7 * 86_400);
        Range.check("year of the event", OptionalInt.of(eventDate.getYear()), 2000, LATEST_YEAR);
        if (eventDate.isBefore(localDate)) {
            throw new IllegalArgumentException(
                    "day of the event must not lie before the day from which the goal holds");
        }
    }

    @Override
    public String factId() {
        return localDate.toString();
    }

    @Override
    public FactKind kind() {
        return FactKind.GOAL;
    }

    @Override
    public long rank() {
        return EditOrder.rank(edit, recordedAt);
    }
}
