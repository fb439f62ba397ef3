package freshlegs.ingest;

import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.topic.KafkaAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where ingest keeps its files and what they held, and where its facts go. {@code defaultZone} counts for athletes whose profile names none;
 * {@code pollInterval} is how often the inbox is looked at, {@code meters} count what it does. {@code amongOthers} is this
 * worker's name where several share the folder; without one it is the only one there.
 */
public record IngestSettings(
        Path dataFolder,
        OriginalFiles originals,
        KafkaAddress kafka,
        ZoneId defaultZone,
        Duration pollInterval,
        Limits limits,
        Clock clock,
        IntakeMeters meters,
        Optional<String> amongOthers) {
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
                IntakeMeters.unseen(),
                Optional.empty());
    }

    public IngestSettings {
        if (pollInterval.isNegative() || pollInterval.isZero()) {
            throw new IllegalArgumentException("the poll interval must be longer than nothing");
        }
    }
}
