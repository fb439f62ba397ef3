package freshlegs.model.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * That the days from {@code localDate} to {@code lastDay} are meant to be other than usual, so that nobody calls them trouble.
 * One phase begins on a day; a later edit replaces it or cancels it.
 */
public record PlannedPhase(
        AthleteId athlete,
        LocalDate localDate,
        LocalDate lastDay,
        String revision,
        Instant ingestedAt,
        Instant recordedAt,
        int edit,
        Phase phase,
        boolean cancelled,
        Optional<String> note,
        Person toldBy)
        implements Fact {

    public static final int MOST_DAYS = 120;

    /** What is meant. */
    public enum Phase {
        /** Harder than the athlete can bear for long, on purpose. */
        BLOCK,
        /** Less before a race. */
        TAPER,
        /** Little or nothing: holidays, travel, a week off. */
        AWAY;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PlannedPhase {
        EditOrder.check(edit);
        Remark.check("note", note);
        long days = ChronoUnit.DAYS.between(localDate, lastDay) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("phase must last 1 to " + MOST_DAYS + " days");
        }
    }

    /** The same under a name for this telling. */
    public PlannedPhase as(String name) {
        return new PlannedPhase(
                athlete, localDate, lastDay, name, ingestedAt, recordedAt, edit, phase, cancelled, note, toldBy);
    }

    public boolean holdsOn(LocalDate date) {
        return !cancelled && !date.isBefore(localDate) && !date.isAfter(lastDay);
    }

    @Override
    public String factId() {
        return localDate.toString();
    }

    @Override
    public FactKind kind() {
        return FactKind.PLANNED_PHASE;
    }

    @Override
    public long rank() {
        return EditOrder.rank(edit, recordedAt);
    }
}
