package freshlegs.model.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * That an athlete trains by the guide's plan from {@code localDate} on, and on which terms: the days on which training is
 * possible, the day of the long run, and how far the plan may change by itself. Terms of a later day replace it; {@code ended}
 * ends it.
 */
public record PlanTerms(
        AthleteId athlete,
        LocalDate localDate,
        String revision,
        Instant ingestedAt,
        Instant recordedAt,
        int edit,
        Set<DayOfWeek> days,
        DayOfWeek longRun,
        Mode mode,
        int mostChangesAWeek,
        boolean ended,
        Person toldBy)
        implements Fact {
    public static final int FEWEST_DAYS = 3;
    /** As many as there can be training days. */
    public static final int DEFAULT_CHANGES_A_WEEK = 6;

    private static final int MOST_DAYS = 6;

    /** Who has the first word about a change. */
    public enum Mode {
        /** Changes hold at once and can be taken back. */
        AUTOMATIC,
        /** Changes are proposed; what nobody has decided about when its day begins is issued as it was eased. */
        REVIEW_FIRST;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** By its key. */
        public static Optional<Mode> of(String key) {
            return Arrays.stream(values())
                    .filter(mode -> mode.key().equals(key))
                    .findFirst();
        }
    }

    public PlanTerms {
        EditOrder.check(edit);
        days = Collections.unmodifiableSet(new TreeSet<>(days));
        if (days.size() < FEWEST_DAYS || days.size() > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "training days must be " + FEWEST_DAYS + " to " + MOST_DAYS + " days of the week");
        }
        if (!days.contains(longRun)) {
            throw new IllegalArgumentException("day of the long run must be one of the training days");
        }
        if (mostChangesAWeek < 0 || mostChangesAWeek > 7) {
            throw new IllegalArgumentException("number of changes a week must lie between 0 and 7");
        }
    }

    /** The same under a name for this telling. */
    public PlanTerms as(String name) {
        return new PlanTerms(
                athlete,
                localDate,
                name,
                ingestedAt,
                recordedAt,
                edit,
                days,
                longRun,
                mode,
                mostChangesAWeek,
                ended,
                toldBy);
    }

    @Override
    public String factId() {
        return localDate.toString();
    }

    @Override
    public FactKind kind() {
        return FactKind.PLAN_TERMS;
    }

    @Override
    public long rank() {
        return EditOrder.rank(edit, recordedAt);
    }
}
