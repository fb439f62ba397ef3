package freshlegs.model.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import freshlegs.model.AdjustmentCause;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person decided about an adjustment of the plan. The adjustment is named by its day, {@code localDate}, and its cause;
 * {@code answers} is the revision of the adjustment that the person saw, so that a decision about something that late data has
 * changed is known to be one.
 */
public record PlanDecision(
        AthleteId athlete,
        LocalDate localDate,
        AdjustmentCause cause,
        String answers,
        String revision,
        Instant ingestedAt,
        Instant recordedAt,
        int edit,
        Verdict verdict,
        Optional<String> workout,
        Optional<String> reason,
        Person decidedBy)
        implements Fact {

    private static final Pattern REVISION = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern WORKOUT = Pattern.compile("[a-z][a-z-]{0,39}");

    /** What is to be done with the adjustment. */
    public enum Verdict {
        /** As adjusted. */
        ACCEPT,
        /** As planned before. */
        KEEP_PLAN,
        /** Another workout, by its name. */
        CHANGE,
        /** As if nothing had been decided. */
        UNDO;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public PlanDecision {
        EditOrder.check(edit);
        Remark.check("reason", reason);
        if (!REVISION.matcher(answers).matches()) {
            throw new IllegalArgumentException("revision that is answered must be 16 hexadecimal digits");
        }
        if (workout.isPresent() != (verdict == Verdict.CHANGE)) {
            throw new IllegalArgumentException("workout must be named for a change, and for nothing else");
        }
        if (workout.filter(name -> !WORKOUT.matcher(name).matches()).isPresent()) {
            throw new IllegalArgumentException("workout must be a name of lower-case letters and '-'");
        }
    }

    /** The adjustment's name: {@code 2026-03-10.fatigue}. */
    public static String factId(LocalDate date, AdjustmentCause cause) {
        return date + "." + cause.key();
    }

    @Override
    public String factId() {
        return factId(localDate, cause);
    }

    @Override
    public FactKind kind() {
        return FactKind.PLAN_DECISION;
    }

    @Override
    public long rank() {
        return EditOrder.rank(edit, recordedAt);
    }
}
