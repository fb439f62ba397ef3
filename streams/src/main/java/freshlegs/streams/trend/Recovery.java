package freshlegs.streams.trend;

import java.util.OptionalDouble;

/** What was measured or told of the night and the morning: resting heart rate, HRV and hours asleep. */
public record Recovery(
        OptionalDouble restingHeartRateBpm, OptionalDouble hrvRmssdMilliseconds, OptionalDouble sleepHours) {}
