package freshlegs.app.chaos;

import freshlegs.app.output.Query;
import freshlegs.model.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All rows of a schema's tables as text, in an order that depends on the rows alone; when a record was met is no result. */
final class Tables {
    /** Where a consumer stands is no result. */
    private static final Set<String> POSITIONS = Set.of("kafka_offset");

    private Tables() {}

    /** The tables that can be made again from the topics. */
    static Map<String, List<String>> results(DatabaseAddress database) throws SQLException {
        Map<String, List<String>> tables = of(database, "freshlegs");
        tables.keySet().removeAll(POSITIONS);
        return tables;
    }

    /** What was told to people. */
    static Map<String, List<String>> ledger(DatabaseAddress database, List<String> names) throws SQLException {
        return ledger(database, "ledger", names);
    }

    /** Some of another schema's. */
    static Map<String, List<String>> ledger(DatabaseAddress database, String schema, List<String> names)
            throws SQLException {
        Map<String, List<String>> tables = of(database, schema);
        tables.keySet().retainAll(names);
        return tables;
    }

    private static Map<String, List<String>> of(DatabaseAddress database, String schema) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = Query.connect(database)) {
            for (String name : column(
                    connection, "select tablename from pg_tables where schemaname = '" + schema + "' order by 1")) {
                tables.put(
                        name,
                        column(
                                connection,
                                "select (to_jsonb(each) - 'seen_at')::text from " + schema + "." + name
                                        + " each order by 1"));
            }
        }
        return tables;
    }

    static List<String> column(Connection connection, String select) throws SQLException {
        List<String> column = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(select);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                column.add(rows.getString(1));
            }
        }
        return column;
    }
}
