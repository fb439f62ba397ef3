package freshlegs.ingest.fit;

import java.time.Instant;

/** A day's monitoring file as far as resting heart rate goes: the watch's own seven-day mean and the day's value. */
public record WrittenMonitoring(
        WrittenDevice device, Instant from, Instant at, int utcOffsetSeconds, int sevenDayBpm, int currentDayBpm) {}
