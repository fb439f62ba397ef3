package freshlegs.streams.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where an athlete stands on the ladder: the level and since when, the first and the last key session that succeeded on it and how
 * many did, how many failed in a row, and whether the athlete is on the way back after an alert.
 */
public record Standing(
        int level,
        Optional<LocalDate> since,
        List<Success> successes,
        int successesHere,
        int failuresInARow,
        boolean comingBack) {

    /** A key session that went well, and the level that it belongs to. */
    public record Success(LocalDate date, int level) {}

    public Standing {
        successes = List.copyOf(successes);
    }

    static Standing atTheFoot() {
        return new Standing(0, Optional.empty(), List.of(), 0, 0, false);
    }
}
