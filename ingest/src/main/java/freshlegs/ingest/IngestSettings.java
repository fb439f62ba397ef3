package freshlegs.ingest;

import freshlegs.ingest.limit.Limits;
import freshlegs.model.topic.KafkaAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Where ingest keeps its files and where its facts go. {@code defaultZone} counts for athletes whose profile names none;
 * {@code pollInterval} is how often the inbox is looked at.
 */
public record IngestSettings(
        Path dataFolder, KafkaAddress kafka, ZoneId defaultZone, Duration pollInterval, Limits limits, Clock clock) {
    public IngestSettings {
        if (pollInterval.isNegative() || pollInterval.isZero()) {
            throw new IllegalArgumentException("the poll interval must be longer than nothing");
        }
    }
}
