package freshlegs.streams.trend;

import java.util.OptionalDouble;

/** What was measured and told of a night and the morning after it; a source is empty where nothing was measured. */
public interface Recovery {
    OptionalDouble restingHeartRateBpm();

    String restingHeartRateSource();

    OptionalDouble hrvRmssdMilliseconds();

    String hrvSource();

    OptionalDouble sleepHours();

    /** The mean answer of the morning check-in, 1 (best) to 7 (worst), when at least three items were answered. */
    OptionalDouble subjective();
}
