package freshlegs.model.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run as it was matched to a planned session: for which day that was planned, which activity (its fact id) it was, how it went
 * and what that rests on. {@code onTarget} of {@code repeats} pieces were within reach of their target.
 */
public record Done(
        LocalDate plannedFor,
        Workout.Kind kind,
        String activity,
        Grade grade,
        OptionalInt repeats,
        OptionalInt onTarget,
        Optional<Boolean> faded,
        OptionalInt effort,
        OptionalInt quality,
        String said) {

    /** How it went. */
    public enum Grade {
        SUCCESS,
        FAILURE,
        /** Too little is known to say. */
        UNCLEAR
    }
}
