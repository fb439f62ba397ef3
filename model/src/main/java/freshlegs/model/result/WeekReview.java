package freshlegs.model.result;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What rose and what fell in one calendar week of an athlete against the four weeks before it, and what that rests on. {@code week}
 * is its Monday, {@code worst} the worst status of its days, {@code missingDays} how many of them were not heard of, {@code runs}
 * the activities by fact id. There is one {@link Change} for every {@link Quantity}, known or not. The calm sentences are for the
 * athlete; a question is asked only where something points the wrong way.
 */
public record WeekReview(
        AthleteId athlete,
        LocalDate week,
        Shape shape,
        Status worst,
        int missingDays,
        List<Change> changes,
        List<String> runs,
        String summary,
        String calmSummary,
        Optional<String> question,
        Optional<String> calmQuestion) {

    /** How much was trained against the weeks before; a taper is lighter, and no training at all is a week off. */
    public enum Shape {
        HEAVIER,
        USUAL,
        LIGHTER,
        OFF,
        UNKNOWN
    }

    /** What is compared; the first five are sums over the week, the others means of runs, nights or check-ins. */
    public enum Quantity {
        RUNNING_MINUTES("min"),
        DISTANCE("km"),
        RUNS("runs"),
        LOAD("of load"),
        HARD_DAYS("days"),
        HEART_RATE_AT_PACE("bpm above expected"),
        KEY_SESSIONS("% slower"),
        EFFORT("of 10"),
        QUALITY("of 10"),
        RESTING_HEART_RATE("bpm"),
        HRV("ms"),
        SLEEP("h"),
        FEELING("of 7"),
        FATIGUE("of 7"),
        MOOD("of 7"),
        SORENESS("of 7"),
        STRESS("of 7"),
        SLEEP_QUALITY("of 7");

        private final String unit;

        Quantity(String unit) {
            this.unit = unit;
        }

        public String unit() {
            return unit;
        }
    }

    /** Which way a quantity went; STEADY when it differs by less than its own noise, UNKNOWN when there are too few values. */
    public enum Direction {
        ROSE,
        FELL,
        STEADY,
        UNKNOWN
    }

    /** What a direction means; more or less training is neither better nor worse. */
    public enum Meaning {
        BETTER,
        WORSE,
        NEUTRAL
    }

    /**
     * One quantity: this week's sum or mean, what is usual, by how much they must differ to be called different
     * ({@code noise}), and by how many personal spreads they do. It rests on {@code days} of this week and {@code before}
     * values (weeks, nights, runs) before it.
     */
    public record Change(
            Quantity quantity,
            String unit,
            Direction direction,
            Meaning meaning,
            OptionalDouble value,
            OptionalDouble usual,
            OptionalDouble noise,
            OptionalDouble spreads,
            List<LocalDate> days,
            int before) {

        public Change {
            days = List.copyOf(days);
        }
    }

    public WeekReview {
        changes = List.copyOf(changes);
        runs = List.copyOf(runs);
    }
}
