package freshlegs.model.fact;

import freshlegs.model.AthleteId;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Workout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The session of a day as it stood when that day began: what is issued stays, whatever is learned later. Of several tellings the
 * first one counts.
 */
public record IssuedSession(
        AthleteId athlete,
        LocalDate localDate,
        String revision,
        Instant ingestedAt,
        Instant recordedAt,
        int level,
        String levelName,
        Workout planned,
        Optional<Adjustment> adjustment)
        implements Fact {

    /** The same under a name for this telling. */
    public IssuedSession as(String name) {
        return new IssuedSession(
                athlete, localDate, name, ingestedAt, recordedAt, level, levelName, planned, adjustment);
    }

    @Override
    public String factId() {
        return localDate.toString();
    }

    @Override
    public FactKind kind() {
        return FactKind.ISSUED_SESSION;
    }

    @Override
    public long rank() {
        return -recordedAt.toEpochMilli();
    }
}
