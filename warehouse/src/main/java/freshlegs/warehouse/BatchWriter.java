package freshlegs.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import freshlegs.model.json.Json;
import freshlegs.model.topic.ClientMeters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes a batch, its offsets and what follows for people in one transaction, or nothing of it. */
final class BatchWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);
    private static final String UNREADABLE = """
            insert into freshlegs.unreadable (topic, partition, "offset", reason, seen_at) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private final Connection connection;
    private final Offsets offsets;
    private final Journal journal;
    private final Clock clock;
    private final WarehouseMeters meters;

    BatchWriter(Connection connection, Offsets offsets, Journal journal, Clock clock) {
        this(connection, offsets, journal, clock, WarehouseMeters.in(ClientMeters.nobody()));
    }

    BatchWriter(Connection connection, Offsets offsets, Journal journal, Clock clock, WarehouseMeters meters) {
        this.meters = meters;
        this.connection = connection;
        this.offsets = offsets;
        this.journal = journal;
        this.clock = clock;
    }

    void write(Batch batch, Map<TopicPartition, Long> next) throws SQLException, OffsetsMoved {
        try {
            transact(batch, next, this::writeAtOnce);
        } catch (SQLException e) {
            if (!isAboutContent(e)) {
                throw e;
            }
            connection.rollback();
            transact(batch, next, this::writeOneByOne);
        }
    }

    private void transact(Batch batch, Map<TopicPartition, Long> next, RowsWriter rows)
            throws SQLException, OffsetsMoved {
        journal.forgetFirings();
        offsets.move(next);
        List<Instant> newFiles = NewFiles.of(batch, connection);
        List<Arrival.Unreadable> unreadable = new ArrayList<>(batch.unreadable());
        for (Map.Entry<Table, Map<String, Arrival.Row>> each : batch.rows().entrySet()) {
            unreadable.addAll(rows.write(each.getKey(), each.getValue().values()));
        }
        keep(unreadable);
        KnownAthletes.add(connection, batch.athletes(false));
        KnownAthletes.forget(connection, batch.athletes(true));
        journal.follow(batch.athletes(TopicTables.EPISODES), batch.athletes(TopicTables.PRESCRIPTIONS));
        connection.commit();
        offsets.moved(next);
        meters.committed(batch, newFiles, journal.firings(), clock.instant());
        batch.rows(TopicTables.FILE_OUTCOMES).forEach(BatchWriter::log);
        unreadable.forEach(each -> at(LOG.atWarn(), each.place()).log("record could not become a row"));
    }

    /** One line for what became of each file. */
    private static void log(Arrival.Row outcome) {
        JsonNode fields = outcome.fields();
        LoggingEventBuilder line = at(LOG.atInfo(), outcome.place())
                .addKeyValue("athlete", outcome.athlete())
                .addKeyValue("delivery", fields.path("deliveryId").asText());
        if (outcome.gone()) {
            line.log("file forgotten");
            return;
        }
        line = line.addKeyValue("file", fields.path("sha256").asText())
                .addKeyValue("route", fields.path("route").asText())
                .addKeyValue("outcome", fields.path("outcome").asText());
        String activities = StreamSupport.stream(fields.path("activities").spliterator(), false)
                .map(activity -> activity.path("id").asText())
                .collect(Collectors.joining(" "));
        (activities.isEmpty() ? line : line.addKeyValue("activity", activities)).log("file outcome");
    }

    private static LoggingEventBuilder at(LoggingEventBuilder line, Place place) {
        return line.addKeyValue("topic", place.topic())
                .addKeyValue("partition", place.partition())
                .addKeyValue("offset", place.offset());
    }

    private List<Arrival.Unreadable> writeAtOnce(Table table, Collection<Arrival.Row> rows) throws SQLException {
        execute(table.delete(), rows.stream().filter(Arrival.Row::gone).toList());
        execute(table.upsert(), rows.stream().filter(row -> !row.gone()).toList());
        return List.of();
    }

    private List<Arrival.Unreadable> writeOneByOne(Table table, Collection<Arrival.Row> rows) throws SQLException {
        List<Arrival.Unreadable> refused = new ArrayList<>();
        for (Arrival.Row row : rows) {
            Savepoint before = connection.setSavepoint();
            try {
                execute(row.gone() ? table.delete() : table.upsert(), List.of(row));
                connection.releaseSavepoint(before);
            } catch (SQLException e) {
                if (!isAboutContent(e)) {
                    throw e;
                }
                connection.rollback(before);
                refused.add(new Arrival.Unreadable(row.place(), "the database refuses it (" + e.getSQLState() + ")"));
            }
        }
        return refused;
    }

    private void execute(String sql, List<Arrival.Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        ArrayNode messages = Json.MAPPER.createArrayNode();
        rows.forEach(row -> messages.add(row.fields()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, Json.writeText(messages));
            statement.executeUpdate();
        }
    }

    private void keep(List<Arrival.Unreadable> unreadable) throws SQLException {
        if (unreadable.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(UNREADABLE)) {
            for (Arrival.Unreadable each : unreadable) {
                insert.setString(1, each.place().topic());
                insert.setInt(2, each.place().partition());
                insert.setLong(3, each.place().offset());
                insert.setString(4, each.reason());
                insert.setTimestamp(5, Timestamp.from(clock.instant()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Data exceptions and violated constraints come back however often they are tried. */
    static boolean isAboutContent(SQLException e) {
        return e.getSQLState() != null
                && Set.of("22", "23").contains(e.getSQLState().substring(0, 2));
    }

    /** A way to write rows that says which of them the database refuses. */
    @FunctionalInterface
    private interface RowsWriter {
        List<Arrival.Unreadable> write(Table table, Collection<Arrival.Row> rows) throws SQLException;
    }
}
