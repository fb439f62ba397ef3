package freshlegs.model.fact;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A lap as the watch closed it. {@code autoLap} marks laps that the distance or a timer closed, not the runner or a workout. */
public record Lap(
        double startOffsetSeconds,
        double timerSeconds,
        OptionalDouble distanceMetres,
        OptionalInt meanHeartRateBpm,
        Intensity intensity,
        boolean autoLap) {

    /** What the watch says the lap was for. */
    public enum Intensity {
        ACTIVE,
        INTERVAL,
        REST,
        RECOVERY,
        WARMUP,
        COOLDOWN,
        UNKNOWN;

        public boolean isEasy() {
            return this == REST || this == RECOVERY || this == WARMUP || this == COOLDOWN;
        }
    }
}
