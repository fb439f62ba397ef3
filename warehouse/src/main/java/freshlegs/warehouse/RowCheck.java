package freshlegs.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import freshlegs.model.json.Json;
import freshlegs.model.topic.AthletePartitioner;
import freshlegs.model.topic.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rows of one partition's athletes against the records that they come from. Rows and offsets are written together, so one
 * look at both says exactly which records a row must follow from, however busy the worker is meanwhile.
 */
final class RowCheck {
    private static final String NEXT = "select topic, partition, next_offset from freshlegs.kafka_offset";
    private static final String REFUSED =
            "select topic, partition, \"offset\" from freshlegs.unreadable where partition = ?";

    private final Connection connection;
    private final PartitionRecords records;
    private final int partition;
    private final Predicate<String> wanted;

    RowCheck(Connection connection, PartitionRecords records, int partition, Predicate<String> wanted) {
        this.connection = connection;
        this.records = records;
        this.partition = partition;
        this.wanted = wanted;
    }

    /** What was found: the differences, and of each table how many rows are as they should be. */
    record Found(List<RowDifference> differences, SortedMap<String, Integer> same) {}

    /** As the current transaction sees the database, which must go on seeing it as it did at first. */
    Found look() throws SQLException {
        Map<TopicPartition, Long> next = next();
        Set<Place> refused = refused();
        records.readOn();
        Found found = new Found(new ArrayList<>(), new TreeMap<>());
        for (TopicTable<?> way : TopicTables.ALL) {
            ExpectedRows expected = ExpectedRows.of(way, records, next, refused);
            Set<String> athletes = new TreeSet<>(expected.byAthlete().keySet());
            athletes.addAll(athletesIn(way.table()));
            for (String athlete : athletes) {
                if (wanted.test(athlete)) {
                    look(expected, athlete, found);
                }
            }
        }
        return found;
    }

    private void look(ExpectedRows expected, String athlete, Found found) throws SQLException {
        Table table = expected.table();
        Collection<Arrival.Row> rows =
                expected.byAthlete().getOrDefault(athlete, new TreeMap<>()).values();
        ArrayNode messages = Json.MAPPER.createArrayNode();
        rows.forEach(row -> messages.add(row.fields()));
        int wrong = 0;
        try (PreparedStatement select = connection.prepareStatement(table.differences())) {
            select.setString(1, athlete);
            select.setString(2, Json.writeText(messages));
            try (ResultSet answer = select.executeQuery()) {
                while (answer.next()) {
                    Optional<JsonNode> there = node(answer.getString(1));
                    Optional<JsonNode> anew = node(answer.getString(2));
                    JsonNode either = there.or(() -> anew).orElseThrow();
                    String key =
                            table.keyOf(column -> either.path(column.name()).asText());
                    if (!expected.leftAlone().contains(key)) {
                        found.differences.add(new RowDifference(table.name(), athlete, key, there, anew));
                        wrong += anew.isPresent() ? 1 : 0;
                    }
                }
            }
        }
        found.same.merge(table.name(), rows.size() - wrong, Integer::sum);
    }

    private static Optional<JsonNode> node(@Nullable String json) {
        return Optional.ofNullable(json).map(text -> Json.read(text, JsonNode.class));
    }

    private Set<String> athletesIn(Table table) throws SQLException {
        Set<String> athletes = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select distinct athlete from freshlegs." + table.name())) {
            while (rows.next()) {
                String athlete = rows.getString(1);
                if (AthletePartitioner.partition(athlete, Topic.PARTITIONS) == partition) {
                    athletes.add(athlete);
                }
            }
        }
        return athletes;
    }

    private Map<TopicPartition, Long> next() throws SQLException {
        Map<TopicPartition, Long> next = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(NEXT)) {
            while (rows.next()) {
                next.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        return next;
    }

    private Set<Place> refused() throws SQLException {
        Set<Place> refused = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(REFUSED)) {
            select.setInt(1, partition);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    refused.add(new Place(rows.getString(1), rows.getInt(2), rows.getLong(3)));
                }
            }
        }
        return refused;
    }
}
