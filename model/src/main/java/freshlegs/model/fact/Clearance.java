package freshlegs.model.fact;

import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That a person who has spoken with a doctor lets an athlete train again from {@code localDate} on, after training was stopped
 * for safety; {@code withdrawn} takes it back.
 */
public record Clearance(
        AthleteId athlete,
        LocalDate localDate,
        String revision,
        Instant ingestedAt,
        Instant recordedAt,
        int edit,
        boolean withdrawn,
        Optional<String> note,
        Person toldBy)
        implements Fact {
    public Clearance {
        EditOrder.check(edit);
        Remark.check("note", note);
    }

    /** The same under a name for this telling. */
    public Clearance as(String name) {
        return new Clearance(athlete, localDate, name, ingestedAt, recordedAt, edit, withdrawn, note, toldBy);
    }

    @Override
    public String factId() {
        return localDate.toString();
    }

    @Override
    public FactKind kind() {
        return FactKind.CLEARANCE;
    }

    @Override
    public long rank() {
        return EditOrder.rank(edit, recordedAt);
    }
}
