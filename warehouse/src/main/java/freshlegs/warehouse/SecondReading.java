package freshlegs.warehouse;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record that was no row once more, as after an upgrade that knows better, and writes it as the worker would have, unless a
 * later record of its key has been read meanwhile. The worker waits for that short moment, so that nothing older replaces anything.
 */
public final class SecondReading {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String LOCK =
            "select next_offset from freshlegs.kafka_offset where topic = ? and partition = ? for update";
    private static final String FORGET =
            "delete from freshlegs.unreadable where topic = ? and partition = ? and \"offset\" = ?";
    private static final String NOTED =
            "select from freshlegs.unreadable where topic = ? and partition = ? and \"offset\" = ?";

    private final WarehouseSettings settings;

    public SecondReading(WarehouseSettings settings) {
        this.settings = settings;
    }

    /** What came of it. */
    public enum Came {
        /** It is a row now. */
        ROW,
        /** A later record of the same key is what counts. */
        OVERTAKEN,
        /** The topic does not hold it any more, because a later record of its key has come. */
        GONE,
        /** It is no row still. */
        UNREADABLE
    }

    public Came of(String topic, int partition, long offset) throws SQLException {
        Place place = new Place(topic, partition, offset);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        settings.kafka().consumerProperties(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                Connection connection = Connections.open(settings.database())) {
            Reading reading = new Reading(consumer, place);
            reading.upTo(next(connection, place).orElse(offset + 1));
            connection.commit();
            reading.upTo(locked(connection, place).orElse(offset + 1));
            return write(connection, place, reading);
        } catch (OffsetsMoved e) {
            throw new IllegalStateException("the warehouse is rebuilt at this moment: try again", e);
        }
    }

    private Came write(Connection connection, Place place, Reading reading) throws SQLException, OffsetsMoved {
        if (reading.found == null) {
            return Came.GONE;
        }
        update(connection, FORGET, place);
        if (reading.overtaken) {
            connection.commit();
            return Came.OVERTAKEN;
        }
        BatchWriter writer = new BatchWriter(
                connection,
                new Offsets(connection),
                new Journal(connection, settings),
                settings.clock(),
                WarehouseMeters.in(settings.meters()));
        writer.write(Batch.of(List.of(reading.found)), Map.of());
        return isNoted(connection, place) ? Came.UNREADABLE : Came.ROW;
    }

    private static OptionalLong locked(Connection connection, Place place) throws SQLException {
        return offset(connection, LOCK, place);
    }

    private static OptionalLong next(Connection connection, Place place) throws SQLException {
        return offset(connection, LOCK.replace(" for update", ""), place);
    }

    private static OptionalLong offset(Connection connection, String sql, Place place) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, place.topic());
            select.setInt(2, place.partition());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static boolean isNoted(Connection connection, Place place) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NOTED)) {
            set(select, place);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } finally {
            connection.commit();
        }
    }

    private static void update(Connection connection, String sql, Place place) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, place);
            update.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Place place) throws SQLException {
        statement.setString(1, place.topic());
        statement.setInt(2, place.partition());
        statement.setLong(3, place.offset());
    }

    /** The record, and whether a later one of its key stands before where the worker is. */
    private static final class Reading {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final TopicPartition partition;
        private final Place place;
        private @Nullable ConsumerRecord<byte[], byte[]> found;
        private boolean overtaken;

        Reading(KafkaConsumer<byte[], byte[]> consumer, Place place) {
            this.consumer = consumer;
            this.place = place;
            partition = new TopicPartition(place.topic(), place.partition());
            consumer.assign(List.of(partition));
            consumer.seek(partition, place.offset());
        }

        void upTo(long next) {
            long end = Math.min(next, consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L));
            while (consumer.position(partition) < end) {
                consumer.poll(POLL).records(partition).forEach(this::take);
            }
        }

        private void take(ConsumerRecord<byte[], byte[]> stored) {
            if (stored.offset() == place.offset()) {
                found = stored;
            } else if (found != null && key(stored).equals(key(found))) {
                overtaken = true;
            }
        }

        private static String key(ConsumerRecord<byte[], byte[]> stored) {
            return Optional.ofNullable(stored.key())
                    .map(key -> new String(key, StandardCharsets.ISO_8859_1))
                    .orElse("");
        }
    }
}
