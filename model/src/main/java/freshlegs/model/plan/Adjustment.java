package freshlegs.model.plan;

import freshlegs.model.AdjustmentCause;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was done to the planned session, why, and until when. With the day the {@code cause} names it; the {@code revision} is a
 * hash of what it changes into what, not of the words and numbers that explain it. {@code instead} is the session after it;
 * {@code until} is the last day that is foreseen for it; {@code episode} is the alert that it follows from, {@code rules} are those
 * that raised it, with their versions.
 */
public record Adjustment(
        Kind kind,
        String reason,
        AdjustmentCause cause,
        String revision,
        Workout instead,
        Optional<LocalDate> until,
        Optional<String> episode,
        List<String> rules) {

    /** The ways in which a session gives way. */
    public enum Kind {
        SWAPPED,
        SHORTENED,
        DROPPED,
        /** The session comes on a later day of the same week. */
        MOVED,
        /** The same session with longer rests, or by effort instead of pace. */
        EASED
    }

    /** Messages from before it was told have no rules. */
    public Adjustment {
        rules = List.copyOf(Objects.requireNonNullElse(rules, List.of()));
    }
}
