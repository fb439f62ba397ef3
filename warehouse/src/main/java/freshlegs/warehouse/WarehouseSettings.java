package freshlegs.warehouse;

import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.ClientMeters;
import freshlegs.model.topic.KafkaAddress;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the warehouse needs to know. {@code recipients} are told of alerts, each written {@code channel} or
 * {@code channel:name}; {@code settle} is how long an alert must have stood before it is told; what ended more than
 * {@code historyDays} days ago is history and tells nobody; {@code instance} is a name of its own that stays across restarts, so
 * that a restart finds its place again at once; {@code meters} is where it counts what it does.
 */
public record WarehouseSettings(
        KafkaAddress kafka,
        DatabaseAddress database,
        List<String> recipients,
        Duration settle,
        int historyDays,
        Clock clock,
        Optional<String> instance,
        MeterRegistry meters) {
    static final int HISTORY_DAYS = 7;

    /** Of no name, its place is given to others as soon as it is missed; with the usual age from which on something is history. */
    public WarehouseSettings(
            KafkaAddress kafka, DatabaseAddress database, List<String> recipients, Duration settle, Clock clock) {
        this(kafka, database, recipients, settle, HISTORY_DAYS, clock, Optional.empty());
    }

    /** One of which nobody sees what it counts. */
    public WarehouseSettings(
            KafkaAddress kafka,
            DatabaseAddress database,
            List<String> recipients,
            Duration settle,
            int historyDays,
            Clock clock,
            Optional<String> instance) {
        this(kafka, database, recipients, settle, historyDays, clock, instance, ClientMeters.nobody());
    }

    public WarehouseSettings {
        recipients = List.copyOf(recipients);
        if (settle.isNegative()) {
            throw new IllegalArgumentException("the time to settle cannot be negative");
        }
    }
}
