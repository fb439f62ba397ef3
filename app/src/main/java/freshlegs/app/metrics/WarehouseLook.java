package freshlegs.app.metrics;

import freshlegs.model.fact.Route;
import freshlegs.model.result.FileOutcome.Outcome;
import freshlegs.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far the tables are, and how files ended. */
final class WarehouseLook implements Look {
    private static final String FILES = """
            select route, outcome, count(*), extract(epoch from max(received_at))
            from freshlegs.file_outcome group by route, outcome
            """;
    private static final String UNREADABLE = "select count(*) from freshlegs.unreadable";

    private final KafkaView kafka;
    private final TablesView tables;

    WarehouseLook(KafkaView kafka, TablesView tables) {
        this.kafka = kafka;
        this.tables = tables;
    }

    @Override
    public String source() {
        return "tables";
    }

    @Override
    public List<Metric> tells() {
        return List.of(Metrics.WAREHOUSE_LAG, Metrics.FILES, Metrics.NEWEST_FILE, Metrics.UNREADABLE);
    }

    @Override
    public void take(Readings readings) throws SQLException {
        try (Connection connection = tables.open()) {
            Lag.byTopic(kafka.ends(Warehouse.topics()), TablesView.stored(connection))
                    .forEach((topic, behind) -> readings.add(Metrics.WAREHOUSE_LAG, behind, topic));
            files(readings, connection);
            try (PreparedStatement select = connection.prepareStatement(UNREADABLE);
                    ResultSet row = select.executeQuery()) {
                row.next();
                readings.add(Metrics.UNREADABLE, row.getLong(1));
            }
        }
    }

    private static void files(Readings readings, Connection connection) throws SQLException {
        Map<List<String>, Long> counts = new HashMap<>();
        Map<String, Double> newest = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FILES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                counts.put(List.of(rows.getString(1), rows.getString(2)), rows.getLong(3));
                newest.merge(rows.getString(1), rows.getDouble(4), Math::max);
            }
        }
        for (Route route : Route.values()) {
            for (Outcome outcome : Outcome.values()) {
                long count = counts.getOrDefault(List.of(route.key(), outcome.key()), 0L);
                readings.add(Metrics.FILES, count, route.key(), outcome.key());
            }
            if (newest.containsKey(route.key())) {
                readings.add(Metrics.NEWEST_FILE, newest.get(route.key()), route.key());
            }
        }
    }
}
