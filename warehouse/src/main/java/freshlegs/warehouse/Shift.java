package freshlegs.warehouse;

import freshlegs.model.topic.ClientMeters;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** One connection and one consumer at work until anything fails; whoever comes next goes on from the stored offsets. */
final class Shift implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration IDLE_CHECK = Duration.ofSeconds(1);
    private static final Duration LEAVE = Duration.ofSeconds(2);
    private static final int MAX_BATCH = 2_000;

    private final Connection connection;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Offsets offsets;
    private final BatchWriter writer;
    private final ClientMeters client;

    private Shift(
            Connection connection,
            KafkaConsumer<byte[], byte[]> consumer,
            WarehouseSettings settings,
            WarehouseMeters meters) {
        this.connection = connection;
        this.consumer = consumer;
        this.offsets = new Offsets(connection);
        this.writer = new BatchWriter(connection, offsets, new Journal(connection, settings), settings.clock(), meters);
        this.client = ClientMeters.of(consumer, settings.meters());
    }

    @SuppressWarnings("resource")
    static Shift begin(WarehouseSettings settings, WarehouseMeters meters) throws SQLException {
        Connection connection = Connections.open(settings.database());
        try {
            return new Shift(connection, consumer(settings), settings, meters);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(WarehouseSettings settings) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                Warehouse.GROUP,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MAX_BATCH,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                5_000,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                6_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                1_500));
        settings.instance().ifPresent(name -> properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name));
        properties.putAll(settings.kafka().consumerProperties());
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    void work(BooleanSupplier closing) throws SQLException, OffsetsMoved {
        consumer.subscribe(TopicTables.topics(), new Assignment());
        long verified = System.nanoTime();
        while (!closing.getAsBoolean()) {
            ConsumerRecords<byte[], byte[]> arrived = consumer.poll(POLL);
            Map<TopicPartition, Long> next = new HashMap<>();
            arrived.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
            if (!next.isEmpty()) {
                writer.write(Batch.of(arrived), next);
            } else if (System.nanoTime() - verified > IDLE_CHECK.toNanos()) {
                offsets.verify();
                verified = System.nanoTime();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                client) {
            consumer.close(CloseOptions.timeout(LEAVE));
        }
    }

    /** Partitions come with the offsets that the database has for them. */
    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            try {
                offsets.take(partitions).forEach(consumer::seek);
            } catch (SQLException e) {
                throw new IllegalStateException("the stored offsets cannot be read", e);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            offsets.leave(partitions);
        }
    }
}
