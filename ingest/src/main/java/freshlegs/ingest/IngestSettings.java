package freshlegs.ingest;

import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.topic.KafkaAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Where ingest keeps its files and what they held, and where its facts go. {@code defaultZone} counts for athletes whose profile names none;
 * {@code pollInterval} is how often the inbox is looked at, {@code meters} count what it does.
 */
public record IngestSettings(
        Path dataFolder,
        OriginalFiles originals,
        KafkaAddress kafka,
        ZoneId defaultZone,
        Duration pollInterval,
        Limits limits,
        Clock clock,
        IntakeMeters meters) {
    /** One of which nobody sees what it counts. */
    public IngestSettings(
            Path dataFolder,
            KafkaAddress kafka,
            ZoneId defaultZone,
            Duration pollInterval,
            Limits limits,
            Clock clock) {
        this(
                dataFolder,
                OriginalFiles.in(dataFolder),
                kafka,
                defaultZone,
                pollInterval,
                limits,
                clock,
                IntakeMeters.unseen());
    }

    public IngestSettings {
        if (pollInterval.isNegative() || pollInterval.isZero()) {
            throw new IllegalArgumentException("the poll interval must be longer than nothing");
        }
    }
}
