package freshlegs.model.fact;

import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person writes down about an athlete's day, or about the {@code alert} that people know by that id. Others than the athlete
 * read it; the athlete does when it is {@code shared} or their own. It changes no day. {@code factId} is given by whoever writes, so
 * that a note that is sent twice is one; {@code withdrawn} takes it back.
 */
public record Note(
        AthleteId athlete,
        String factId,
        LocalDate localDate,
        Optional<String> alert,
        String text,
        boolean shared,
        String revision,
        Instant ingestedAt,
        Instant recordedAt,
        int edit,
        boolean withdrawn,
        Person toldBy)
        implements Fact {

    public static final int MOST_CHARACTERS = 2000;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern ALERT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,199}");

    public Note {
        EditOrder.check(edit);
        Remark.check("note", Optional.of(text), MOST_CHARACTERS);
        if (!ID.matcher(factId).matches()) {
            throw new IllegalArgumentException("id of a note must be 16 hexadecimal digits");
        }
        if (alert.filter(id -> !ALERT.matcher(id).matches()).isPresent()) {
            throw new IllegalArgumentException("alert that a note is about must be named by its id");
        }
    }

    /** The same under a name for this telling. */
    public Note as(String name) {
        return new Note(
                athlete, factId, localDate, alert, text, shared, name, ingestedAt, recordedAt, edit, withdrawn, toldBy);
    }

    /** Health data in somebody's own words never gets into a log by accident. */
    @Override
    public String toString() {
        return "Note[" + factId + " of " + localDate + ", edit " + edit + "]";
    }

    @Override
    public FactKind kind() {
        return FactKind.NOTE;
    }

    @Override
    public long rank() {
        return EditOrder.rank(edit, recordedAt);
    }
}
