package freshlegs.warehouse;

import freshlegs.model.topic.KafkaAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The warehouse's transaction without Kafka: what a test brings at once is one batch. */
final class AWriter implements AutoCloseable {
    static final Duration SETTLE = Duration.ofMinutes(5);

    private final ADatabase database;
    private final Connection connection;
    private final BatchWriter writer;
    private final SimpleMeterRegistry counted = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    private long offset;

    private AWriter(ADatabase database, String... recipients) throws SQLException {
        this.database = database;
        WarehouseSettings settings = new WarehouseSettings(
                KafkaAddress.of("nowhere:1"), database.address(), List.of(recipients), SETTLE, new TestClock());
        this.connection = Connections.open(database.address());
        this.writer = new BatchWriter(
                connection,
                new Offsets(connection),
                new Journal(connection, settings),
                settings.clock(),
                WarehouseMeters.in(counted));
    }

    static AWriter on(ADatabase database, String... recipients) throws SQLException {
        return new AWriter(database, recipients);
    }

    AWriter at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    AWriter after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Instant now() {
        return now;
    }

    void bring(Message<?>... messages) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> arrived = new ArrayList<>();
        for (Message<?> message : messages) {
            arrived.add(message.arrived(offset++));
        }
        writer.write(Batch.of(arrived), Map.of());
    }

    /** Step and state of every message, in the order in which they were first written. */
    List<String> outbox() throws SQLException {
        return database.rows("select step, state from ledger.outbox order by id");
    }

    /** How many steps of alerts about fatigue were counted. */
    double counted(String step) {
        return counted.get("freshlegs.alert.steps")
                .tags("cause", "fatigue", "step", step)
                .counter()
                .count();
    }

    /** The steps that a sender would send now. */
    List<String> due() throws SQLException {
        return database.rows("select step from ledger.outbox_due_at('" + now + "') order by id");
    }

    List<String> ids() throws SQLException {
        return database.rows("select id from freshlegs.episode order by first_day");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Stands still until the test moves it. */
    private final class TestClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
