package freshlegs.streams.load;

import freshlegs.model.Sport;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What one session cost: {@code load} on the basis that could be trusted, and each score (unscaled) that could be computed.
 * {@code heartRateTrusted} says that the heart rate was there for at least nine tenths of the time.
 */
public record SessionLoad(
        Sport sport,
        boolean repeats,
        double minutes,
        double distanceMetres,
        double load,
        Basis basis,
        boolean heartRateTrusted,
        OptionalDouble heartRateScore,
        OptionalDouble paceScore,
        OptionalDouble effort,
        OptionalDouble best20minMetresPerSecond) {

    /** What the load was computed from, most trusted first. */
    public enum Basis {
        HEART_RATE,
        HEART_RATE_DEGRADED,
        PACE,
        EFFORT,
        IMPUTED;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    OptionalDouble effortScore() {
        return effort.isPresent()
                ? OptionalDouble.of(EffortLoad.score(effort.getAsDouble(), minutes))
                : OptionalDouble.empty();
    }

    /** Effort times minutes, when the effort is known. */
    public OptionalDouble effortLoad() {
        return effort.isPresent()
                ? OptionalDouble.of(EffortLoad.of(effort.getAsDouble(), minutes))
                : OptionalDouble.empty();
    }
}
