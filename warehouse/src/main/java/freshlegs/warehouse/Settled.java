package freshlegs.warehouse;

import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Tells when everything that is committed in the topics has become rows. */
public final class Settled {
    private static final long PAUSE_MILLIS = 50;
    private static final long ANSWER_SECONDS = 30;

    private Settled() {}

    /**
     * Waits until the stored offsets have reached the ends of all topics that the warehouse reads, as they are when asked.
     * Topics that do not exist or hold nothing count as reached.
     *
     * @return whether it came to that within {@code timeout}
     */
    public static boolean await(KafkaAddress kafka, DatabaseAddress database, Duration timeout)
            throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (Admin admin = Admin.create(kafka.adminProperties());
                Connection connection = Connections.open(database)) {
            while (!isSettled(admin, connection)) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            return true;
        }
    }

    /** How many offsets of the topics that the warehouse reads have not become rows yet. */
    public static long behind(KafkaAddress kafka, DatabaseAddress database) throws SQLException, InterruptedException {
        try (Admin admin = Admin.create(kafka.adminProperties());
                Connection connection = Connections.open(database)) {
            Map<TopicPartition, Long> stored = stored(connection);
            return ends(admin).entrySet().stream()
                    .mapToLong(end -> Math.max(0, end.getValue() - stored.getOrDefault(end.getKey(), 0L)))
                    .sum();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not say how far its topics go", e);
        }
    }

    private static boolean isSettled(Admin admin, Connection connection) throws SQLException, InterruptedException {
        try {
            Map<TopicPartition, Long> ends = ends(admin);
            Map<TopicPartition, Long> stored = stored(connection);
            return ends.entrySet().stream().allMatch(end -> stored.getOrDefault(end.getKey(), 0L) >= end.getValue());
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not say how far its topics go", e);
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (KafkaFuture<TopicDescription> each :
                admin.describeTopics(TopicTables.topics()).topicNameValues().values()) {
            addPartitions(each, latest);
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static void addPartitions(KafkaFuture<TopicDescription> topic, Map<TopicPartition, OffsetSpec> latest)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            TopicDescription described = topic.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            described
                    .partitions()
                    .forEach(partition -> latest.put(
                            new TopicPartition(described.name(), partition.partition()), OffsetSpec.latest()));
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
        }
    }

    private static Map<TopicPartition, Long> stored(Connection connection) throws SQLException {
        Map<TopicPartition, Long> stored = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select topic, partition, next_offset from freshlegs.kafka_offset");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                stored.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        connection.commit();
        return stored;
    }
}
