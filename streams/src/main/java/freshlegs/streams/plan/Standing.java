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

    private static final int TAPER_WEEKS = 2;
    private static final int WEEKS_A_RUNG = 3;

    /** A key session that went well, and the level that it belongs to. */
    public record Success(LocalDate date, int level) {}

    public Standing {
        successes = List.copyOf(successes);
    }

    /**
     * Where a plan begins that has so many weeks to its goal: low enough on the ladder that its top is not reached before the taper,
     * never below strides where strides were reached, never above where the athlete stands. Three weeks a rung, two of taper.
     */
    Standing beginning(long weeksToGoal, LocalDate date) {
        int rungs = (int) Math.max(0, weeksToGoal - TAPER_WEEKS) / WEEKS_A_RUNG;
        int begin = Math.min(level, Math.max(Level.STRIDES.rung(), Level.FAST_TEMPO.rung() - rungs));
        return begin == level ? this : new Standing(begin, Optional.of(date), List.of(), 0, 0, comingBack);
    }

    static Standing atTheFoot() {
        return new Standing(0, Optional.empty(), List.of(), 0, 0, false);
    }
}
