package freshlegs.model.result;

import freshlegs.model.AthleteId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An athlete's training and recovery on one local day, each number against the athlete's own usual. What is not known, or rests
 * on too few days, is absent and never zero. Every number is rounded to its published precision.
 */
public record TrendDay(
        AthleteId athlete,
        LocalDate date,
        Kind kind,
        Training training,
        Running running,
        Recovery recovery,
        List<String> flags) {

    /** Whether the athlete trained, rested, or has simply not been heard of. */
    public enum Kind {
        TRAINED,
        REST,
        MISSING
    }

    /**
     * A number of the day, its means over the 7 and 28 days that end here, and what is usual: mean and band of the days 49 to 8
     * back that have a value, of which there are {@code days}.
     */
    public record Tracked(
            OptionalDouble value,
            OptionalDouble mean7d,
            OptionalDouble mean28d,
            OptionalDouble baseline,
            OptionalDouble low,
            OptionalDouble high,
            int days) {}

    /** A number that itself sums up the days that end here, and what is usual for it as in {@link Tracked}. */
    public record Rolling(
            OptionalDouble value, OptionalDouble baseline, OptionalDouble low, OptionalDouble high, int days) {}

    /**
     * Load: 100 = one hour at threshold. Fitness, fatigue and form are the 42- and 7-day exponential means and yesterday's
     * difference; {@code fitnessDays}, at most 42, says on how many days of the season they rest. Monotony and strain come from
     * session effort times minutes. A missing day counts as zero load in sums and means, and is counted.
     */
    public record Training(
            double load,
            Optional<String> loadBasis,
            Rolling load7d,
            int missingDays7d,
            int missingDays28d,
            double fitness,
            double fatigue,
            double form,
            double ramp,
            int fitnessDays,
            double effortLoad,
            Rolling monotony,
            Rolling strain,
            OptionalDouble strain95th,
            AcuteChronic acuteChronic) {

        /** One time constant of fitness; a younger season began at zero too lately for its means to be taken at their word. */
        public static final int SETTLED_DAYS = 42;

        public boolean settled() {
            return fitnessDays >= SETTLED_DAYS;
        }
    }

    /**
     * The ratio of acute to chronic load in its three published forms, for those who ask for it: 7 over 28 days, 7 over the 21
     * before them, and exponential. Nothing is concluded from it.
     */
    public record AcuteChronic(OptionalDouble coupled, OptionalDouble uncoupled, OptionalDouble exponential) {}

    /** The day's runs as one. {@code distanceRatio} is the week over the mean of the three weeks before it. */
    public record Running(
            int runs,
            double distanceMetres,
            double timerSeconds,
            Rolling distance7dMetres,
            OptionalDouble distanceRatio,
            Rolling longestRun30dMetres,
            OptionalDouble sessionSpike,
            Tracked heartRateBpm,
            Tracked paceSecondsPerKilometre,
            Tracked effort,
            Tracked efficiency,
            Tracked decouplingPercent,
            Tracked heartRateAtPaceResidualBpm) {}

    /** The night and the morning; {@code subjective} is the mean answer of the check-in, 1 (best) to 7 (worst). */
    public record Recovery(
            Tracked restingHeartRateBpm,
            Tracked hrvRmssdMilliseconds,
            Tracked sleepHours,
            OptionalDouble sleepDebt7dHours,
            Tracked subjective) {}

    public TrendDay {
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(running, "running");
        Objects.requireNonNull(recovery, "recovery");
        flags = List.copyOf(flags);
    }
}
