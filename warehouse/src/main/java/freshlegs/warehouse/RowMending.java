package freshlegs.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes rows what their records say, and lets the journal see to what follows from that for people, in the current transaction. */
final class RowMending {
    private final Connection connection;
    private final Journal journal;

    RowMending(Connection connection, Journal journal) {
        this.connection = connection;
        this.journal = journal;
    }

    void mend(List<RowDifference> differences) throws SQLException {
        Map<String, List<RowDifference>> byTable =
                differences.stream().collect(Collectors.groupingBy(RowDifference::table));
        for (TopicTable<?> way : TopicTables.ALL) {
            List<RowDifference> own = byTable.getOrDefault(way.table().name(), List.of());
            execute(
                    way.table().delete(),
                    way.table(),
                    own.stream()
                            .filter(each -> each.anew().isEmpty())
                            .map(each -> each.there().orElseThrow())
                            .toList());
            execute(
                    way.table().upsert(),
                    way.table(),
                    own.stream().flatMap(each -> each.anew().stream()).toList());
        }
        KnownAthletes.add(connection, athletes(differences, true));
        KnownAthletes.forget(connection, athletes(differences, false));
        journal.follow(athletesOf(byTable, TopicTables.EPISODES), athletesOf(byTable, TopicTables.PRESCRIPTIONS));
    }

    private static Set<String> athletes(List<RowDifference> differences, boolean anew) {
        return differences.stream()
                .filter(each -> each.anew().isPresent() == anew)
                .map(RowDifference::athlete)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> athletesOf(Map<String, List<RowDifference>> byTable, Table table) {
        return byTable.getOrDefault(table.name(), List.of()).stream()
                .map(RowDifference::athlete)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void execute(String sql, Table table, List<JsonNode> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        ArrayNode messages = Json.MAPPER.createArrayNode();
        rows.forEach(row -> messages.add(message(table, row)));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, Json.writeText(messages));
            statement.executeUpdate();
        }
    }

    /** By fields again. */
    private static ObjectNode message(Table table, JsonNode row) {
        ObjectNode message = Json.MAPPER.createObjectNode();
        table.columns().forEach(column -> message.set(column.field(), row.path(column.name())));
        return message;
    }
}
