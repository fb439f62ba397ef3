package freshlegs.coach.api;

import com.fasterxml.jackson.annotation.JsonValue;
import freshlegs.model.AdjustmentCause;
import freshlegs.model.fact.AlertVerdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What programs send. */
public final class Sent {
    private Sent() {}

    /** Whether an alert was right; {@code none} takes that back. Why is asked for where it was wrong. */
    public record Verdict(AlertVerdict.Verdict verdict, Optional<String> reason) {}

    /** Not to be told for three days or until that is lifted; {@code about} is a rule by its id, without it the alert's cause. */
    public record Silence(How how, Optional<String> about, Optional<String> reason) {
        /** For how long. */
        public enum How {
            SNOOZE,
            MUTE,
            LIFT;

            @JsonValue
            public String key() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** What becomes of a changed session, named by its day, its cause and the revision that was seen. Keeping the plan needs a reason. */
    public record Decision(
            LocalDate date, AdjustmentCause cause, String revision, Choice choice, Optional<String> reason) {
        /** As changed, as planned, something else instead, or as if nothing had been decided. */
        public enum Choice {
            ACCEPT,
            KEEP,
            REST,
            EASY,
            TECHNICAL,
            UNDO;

            @JsonValue
            public String key() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** A session is run on another day of its week. */
    public record Move(LocalDate from, LocalDate to, Optional<String> reason) {}

    /** The days of the week of {@code day} are in their usual order again. */
    public record UsualOrder(LocalDate day) {}

    /** A note about an alert or a day, without either about today; with the {@code id} of one's own note that one anew. */
    public record Note(
            String text,
            Optional<Boolean> shared,
            Optional<String> alert,
            Optional<LocalDate> day,
            Optional<String> id) {}

    /** A plan as its page's form asks for it: {@code distance} such as 5k, times such as 19:30, {@code days} such as tue. */
    public record Plan(
            String distance,
            LocalDate on,
            List<String> days,
            String longRun,
            Optional<String> event,
            Optional<String> target,
            Optional<String> baselineDistance,
            Optional<String> baselineTime,
            Optional<LocalDate> baselineOn,
            Optional<String> mode) {}
}
