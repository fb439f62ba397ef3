package freshlegs.warehouse;

import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What the warehouse needs to know. {@code recipients} are told of alerts, each written {@code channel} or
 * {@code channel:name}; {@code settle} is how long an alert must have stood before it is told.
 */
public record WarehouseSettings(
        KafkaAddress kafka, DatabaseAddress database, List<String> recipients, Duration settle, Clock clock) {
    public WarehouseSettings {
        recipients = List.copyOf(recipients);
        if (settle.isNegative()) {
            throw new IllegalArgumentException("the time to settle cannot be negative");
        }
    }
}
