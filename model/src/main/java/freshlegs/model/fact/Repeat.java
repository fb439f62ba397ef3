package freshlegs.model.fact;

import java.util.OptionalDouble;

/** One hard bout of a structured session and the easy time that followed it. */
public record Repeat(
        double startSecond,
        double durationSeconds,
        double distanceMetres,
        double recoverySeconds,
        OptionalDouble meanHeartRateBpm) {

    public double speedMetresPerSecond() {
        return distanceMetres / durationSeconds;
    }
}
