package freshlegs.model.result;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the plan asks of one day: {@code planned} is the ladder's session, {@code prescribed} what is left of it after looking
 * at how the athlete stands. They differ only when there is an {@code adjustment}.
 */
public record Prescription(
        AthleteId athlete,
        LocalDate date,
        int level,
        String levelName,
        Status status,
        Workout planned,
        Workout prescribed,
        Optional<Adjustment> adjustment) {

    /** What was done to the planned session, why, and what would undo it. */
    public record Adjustment(Kind kind, String reason) {

        /** The ways in which a session gives way. */
        public enum Kind {
            SWAPPED,
            SHORTENED,
            DROPPED
        }
    }
}
