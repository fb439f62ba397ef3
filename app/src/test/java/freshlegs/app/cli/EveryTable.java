package freshlegs.app.cli;

import freshlegs.model.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What all tables hold, whatever they are. */
final class EveryTable {
    private EveryTable() {}

    /** Rows as JSON, in order, of which the text holds the condition, such as {@code ~ 'anna'}; by their tables. */
    static Map<String, List<String>> rows(DatabaseAddress database, String condition) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            for (String table : texts(
                    statement,
                    "select format('%I.%I', table_schema, table_name) from information_schema.tables"
                            + " where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')")) {
                List<String> found = texts(
                        statement,
                        "select to_jsonb(t)::text from " + table + " t where to_jsonb(t)::text " + condition
                                + " order by 1");
                if (!found.isEmpty()) {
                    rows.put(table, found);
                }
            }
        }
        return rows;
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
