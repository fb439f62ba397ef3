package freshlegs.model.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
        /** Little or nothing: holidays, a week or a day off. */
        AWAY,
        /** On the way: running is possible, not as usual. */
        TRAVEL,
        /** So much else to do that training must be short. */
        BUSY,
        HEAT,
        ICE;

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

    /** What is named by its first day alone; circumstances may begin on the same day as one of these. */
    private static final Set<Phase> NAMED_BY_DAY = EnumSet.of(Phase.BLOCK, Phase.TAPER, Phase.AWAY);

    /** {@code 2026-03-10}, or {@code 2026-03-10.heat} for what goes beside others. */
    public static String factId(LocalDate first, Phase phase) {
        return NAMED_BY_DAY.contains(phase) ? first.toString() : first + "." + phase.key();
    }

    @Override
    public String factId() {
        return factId(localDate, phase);
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
