package freshlegs.ingest.fit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A night's HRV status file: RMSSD in milliseconds as a mean of the last week, of the night, and of each five minutes from
 * {@code asleepAt} on; the band is absent during the watch's first three weeks.
 */
public record WrittenHrvStatus(
        WrittenDevice device,
        Instant asleepAt,
        Instant at,
        double weeklyMilliseconds,
        double lastNightMilliseconds,
        Optional<Band> baseline,
        List<Double> fiveMinuteMilliseconds) {

    /** The watch's own idea of balance. */
    public record Band(double lowUpperMilliseconds, double lowerMilliseconds, double upperMilliseconds) {}

    public WrittenHrvStatus {
        fiveMinuteMilliseconds = List.copyOf(fiveMinuteMilliseconds);
    }
}
