package freshlegs.ingest.xml;

import freshlegs.model.fact.Lap.Intensity;

/** A lap as a TCX file has it; what it does not say is not a number. {@code start} is in seconds since 1970. */
record WrittenLap(
        long start,
        double seconds,
        double metres,
        double meanHeartRateBpm,
        double maximalHeartRateBpm,
        Intensity intensity,
        boolean manual) {}
