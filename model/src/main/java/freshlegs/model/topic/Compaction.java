package freshlegs.model.topic;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How soon what was replaced or taken out is gone from the brokers' disks. A segment is closed {@code lag} after its first record, by
 * the next record that comes; what is closed and older than {@code lag} is compacted; a tombstone stays for another {@code lag}, so
 * that whoever reads meanwhile sees it.
 */
public record Compaction(Duration lag) {
    /** Kafka's own time for tombstones. */
    public static final Compaction STANDARD = new Compaction(Duration.ofDays(1));

    /** Until a record that was taken out and its tombstone have gone, when something comes whenever a segment is to be closed. */
    public Duration untilGone() {
        return lag.multipliedBy(3);
    }

    /** Settings of a topic that is compacted, a store's changelog as well. */
    public Map<String, String> configs() {
        String millis = Long.toString(lag.toMillis());
        return Map.of(
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                millis,
                TopicConfig.SEGMENT_MS_CONFIG,
                millis,
                TopicConfig.DELETE_RETENTION_MS_CONFIG,
                millis);
    }
}
