package freshlegs.model.result;

import freshlegs.model.AthleteId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An athlete's training and recovery on one local day. Load: 100 = one hour at threshold. Fitness, fatigue and form are the 42-
 * and 7-day exponential means and yesterday's difference. Monotony and strain come from session effort times minutes. Means
 * over 7 and 28 days are over the days (runs) that have the value. Every number is rounded to its published precision.
 */
public record TrendDay(
        AthleteId athlete,
        LocalDate date,
        Kind kind,
        double load,
        Optional<String> loadBasis,
        double fitness,
        double fatigue,
        double form,
        double ramp,
        double effortLoad,
        OptionalDouble monotony,
        OptionalDouble strain,
        int runs,
        double distanceMetres,
        double timerSeconds,
        double distance7dMetres,
        OptionalDouble sessionSpike,
        OptionalDouble heartRateBpm,
        OptionalDouble heartRate7dBpm,
        OptionalDouble heartRate28dBpm,
        OptionalDouble paceSecondsPerKilometre,
        OptionalDouble pace7dSecondsPerKilometre,
        OptionalDouble pace28dSecondsPerKilometre,
        OptionalDouble effort,
        OptionalDouble effort7d,
        OptionalDouble effort28d,
        OptionalDouble efficiency,
        OptionalDouble decouplingPercent,
        OptionalDouble heartRateAtPaceResidualBpm,
        OptionalDouble restingHeartRateBpm,
        OptionalDouble hrvRmssdMilliseconds,
        OptionalDouble sleepHours,
        OptionalDouble sleepDebt7dHours,
        List<String> flags) {

    /** Whether the athlete trained, rested, or has simply not been heard of. */
    public enum Kind {
        TRAINED,
        REST,
        MISSING
    }

    public TrendDay {
        flags = List.copyOf(flags);
    }
}
