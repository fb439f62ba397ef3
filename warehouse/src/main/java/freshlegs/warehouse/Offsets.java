package freshlegs.warehouse;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the assigned partitions have been read, as this worker believes and as the database has it. Moving on fails with
 * {@link OffsetsMoved} when the two differ: then somebody else has written in the meantime, or the warehouse is rebuilt.
 */
final class Offsets {
    private static final String BEGIN = """
            insert into freshlegs.kafka_offset (topic, partition, next_offset)
            select topic, partition, 0 from unnest(?, ?) as assigned(topic, partition) on conflict do nothing
            """;
    private static final String STORED = """
            select topic, partition, next_offset
            from freshlegs.kafka_offset join unnest(?, ?) as assigned(topic, partition) using (topic, partition)
            """;
    private static final String MOVE = """
            update freshlegs.kafka_offset stored set next_offset = moved.next
            from unnest(?, ?, ?, ?) as moved(topic, partition, believed, next)
            where stored.topic = moved.topic and stored.partition = moved.partition
              and stored.next_offset = moved.believed
            """;

    private final Connection connection;
    private final Map<TopicPartition, Long> believed = new HashMap<>();

    Offsets(Connection connection) {
        this.connection = connection;
    }

    /** Takes partitions over where the database says that they were left. */
    Map<TopicPartition, Long> take(Collection<TopicPartition> assigned) throws SQLException {
        List<TopicPartition> partitions = List.copyOf(assigned);
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            setPartitions(begin, partitions);
            begin.executeUpdate();
        }
        Map<TopicPartition, Long> stored = stored(partitions);
        connection.commit();
        believed.putAll(stored);
        return stored;
    }

    void leave(Collection<TopicPartition> partitions) {
        believed.keySet().removeAll(partitions);
    }

    /** Writes the new offsets within the current transaction; {@link #moved} must follow its commit. */
    void move(Map<TopicPartition, Long> next) throws SQLException, OffsetsMoved {
        List<TopicPartition> partitions = List.copyOf(next.keySet());
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            setPartitions(move, partitions);
            move.setArray(3, offsets(partitions, believed));
            move.setArray(4, offsets(partitions, next));
            if (move.executeUpdate() != partitions.size()) {
                throw new OffsetsMoved();
            }
        }
    }

    void moved(Map<TopicPartition, Long> next) {
        believed.putAll(next);
    }

    /** Whether the database still has what this worker believes. */
    void verify() throws SQLException, OffsetsMoved {
        Map<TopicPartition, Long> stored = stored(List.copyOf(believed.keySet()));
        connection.commit();
        if (!stored.equals(believed)) {
            throw new OffsetsMoved();
        }
    }

    private Map<TopicPartition, Long> stored(List<TopicPartition> partitions) throws SQLException {
        Map<TopicPartition, Long> stored = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(STORED)) {
            setPartitions(select, partitions);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    stored.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
                }
            }
        }
        return stored;
    }

    private void setPartitions(PreparedStatement statement, List<TopicPartition> partitions) throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "text", partitions.stream().map(TopicPartition::topic).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "integer",
                        partitions.stream().map(TopicPartition::partition).toArray()));
    }

    private Array offsets(List<TopicPartition> partitions, Map<TopicPartition, Long> from) throws SQLException {
        List<Long> offsets = new ArrayList<>();
        partitions.forEach(partition -> offsets.add(from.getOrDefault(partition, -1L)));
        return connection.createArrayOf("bigint", offsets.toArray());
    }
}
