package freshlegs.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import freshlegs.model.topic.AthletePartitioner;
import freshlegs.model.topic.Topic;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether the tables say what the topics say, and making them do so, while the worker goes on writing. */
public final class TableCheck {
    private static final String KNOWN = "known_athlete";
    private static final String KNOWN_WRONGLY =
            "select coalesce(known.athlete, spoken.athlete), known.athlete is not null"
                    + " from freshlegs.known_athlete known full join ("
                    + TopicTables.ALL.stream()
                            .map(way -> "select athlete from freshlegs."
                                    + way.table().name())
                            .collect(Collectors.joining(" union "))
                    + ") spoken using (athlete) where known.athlete is null or spoken.athlete is null";

    /** Keeps the worker from writing, which waits before the first statement of its next batch. */
    private static final String HOLD = "lock table freshlegs.kafka_offset in share row exclusive mode";

    private final WarehouseSettings settings;

    public TableCheck(WarehouseSettings settings) {
        this.settings = settings;
    }

    /** What one look found: rows that are not as they should be, and of each table how many are. */
    public record Found(List<RowDifference> differences, SortedMap<String, Integer> same) {}

    /** Only reads, and keeps nobody waiting; all athletes' rows or those of one. */
    public Found look(Optional<AthleteId> only, IntConsumer partitionsDone) throws SQLException {
        Predicate<String> wanted =
                athlete -> only.map(AthleteId::value).orElse(athlete).equals(athlete);
        int done = 0;
        Found all = new Found(new ArrayList<>(), new TreeMap<>());
        try (Connection connection = Connections.open(settings.database())) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (int partition :
                    only.map(athlete -> Set.of(partitionOf(athlete.value()))).orElseGet(TableCheck::all)) {
                try (PartitionRecords records = new PartitionRecords(settings.kafka(), partition)) {
                    records.readOn();
                    RowCheck.Found found = new RowCheck(connection, records, partition, wanted).look();
                    all.differences.addAll(found.differences());
                    found.same().forEach((table, rows) -> all.same.merge(table, rows, Integer::sum));
                    connection.rollback();
                }
                partitionsDone.accept(++done);
            }
            all.differences.addAll(knownWrongly(connection, wanted));
            connection.rollback();
        }
        return all;
    }

    /** Makes these athletes' rows what their records say, a partition at a time in one transaction; answers how many were not. */
    public int mend(Set<String> athletes) throws SQLException {
        int mended = 0;
        try (Connection connection = Connections.open(settings.database())) {
            RowMending mending = new RowMending(connection, new Journal(connection, settings));
            for (int partition : athletes.stream().map(TableCheck::partitionOf).collect(Collectors.toSet())) {
                try (PartitionRecords records = new PartitionRecords(settings.kafka(), partition)) {
                    records.readOn();
                    hold(connection);
                    List<RowDifference> wrong = new RowCheck(connection, records, partition, athletes::contains)
                            .look()
                            .differences();
                    mending.mend(wrong);
                    connection.commit();
                    mended += wrong.size();
                }
            }
            hold(connection);
            List<RowDifference> known = knownWrongly(connection, athletes::contains);
            mending.mend(known);
            connection.commit();
            mended += known.size();
        }
        return mended;
    }

    private static void hold(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(HOLD);
        }
    }

    private static Set<Integer> all() {
        return IntStream.range(0, Topic.PARTITIONS).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static int partitionOf(String athlete) {
        return AthletePartitioner.partition(athlete, Topic.PARTITIONS);
    }

    /** Everybody of whom any row speaks, and nobody else. */
    private List<RowDifference> knownWrongly(Connection connection, Predicate<String> wanted) throws SQLException {
        List<RowDifference> wrong = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(KNOWN_WRONGLY)) {
            while (rows.next()) {
                String athlete = rows.getString(1);
                if (wanted.test(athlete)) {
                    ObjectNode named = Json.MAPPER.createObjectNode().put("athlete", athlete);
                    Optional<JsonNode> row = Optional.of(named);
                    boolean isThere = rows.getBoolean(2);
                    wrong.add(new RowDifference(
                            KNOWN, athlete, athlete, row.filter(any -> isThere), row.filter(any -> !isThere)));
                }
            }
        }
        return wrong;
    }
}
