package freshlegs.app.backup;

import freshlegs.app.output.Query;
import freshlegs.model.DatabaseAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of the schemas that nothing can make again, all as of one moment, each a line of JSON. */
final class TableRows implements AutoCloseable {
    /** How far topics were read is true of one broker alone. */
    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname in ('ledger', 'access') and tablename not in ('flyway_schema_history', 'unread') order by 1
            """;

    private static final String COLUMNS =
            "select string_agg(format('%%I', attname), ', ' order by attnum) from pg_attribute"
                    + " where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''";

    private static final int AT_ONCE = 500;

    private static final String VERSION = """
            select version from ledger.flyway_schema_history where success and version is not null
            order by installed_rank desc limit 1
            """;

    private static final String COUNTERS = """
            select format('select setval(%L, coalesce(max(%I), 1), count(*) > 0) from %I.%I',
                          pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name),
                          column_name, table_schema, table_name)
            from information_schema.columns
            where table_schema in ('ledger', 'access')
              and pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name) is not null
            """;

    private final Connection connection;

    private TableRows(Connection connection) {
        this.connection = connection;
    }

    /** As they are now. */
    @SuppressWarnings("resource") // closed with this
    static TableRows asOfNow(DatabaseAddress database) throws SQLException {
        Connection connection = Query.connect(database);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        return new TableRows(connection);
    }

    /** To be filled; what refers to what, and what may not be changed, does not matter until all is in. */
    @SuppressWarnings("resource") // closed with this
    static TableRows emptied(DatabaseAddress database) throws SQLException {
        TableRows rows = new TableRows(Query.connect(database));
        rows.connection.setAutoCommit(false);
        rows.run("set session_replication_role = replica");
        rows.run("truncate " + String.join(", ", rows.names()));
        return rows;
    }

    List<String> names() throws SQLException {
        return list(TABLES);
    }

    /** The version that the database was brought up to. */
    String version() throws SQLException {
        return list(VERSION).get(0);
    }

    /** Answers how many rows there were; {@code from} is a table or a question in brackets. */
    long copyOut(String from, OutputStream out) throws SQLException, IOException {
        long count = 0;
        try (PreparedStatement select =
                connection.prepareStatement("select to_jsonb(one)::text from " + from + " one order by 1")) {
            select.setFetchSize(AT_ONCE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    out.write((rows.getString(1) + "\n").getBytes(StandardCharsets.UTF_8));
                    count++;
                }
            }
        }
        return count;
    }

    void copyIn(String table, InputStream from) throws SQLException, IOException {
        String columns = columns(table);
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " (" + columns
                        + ") overriding system value select " + columns + " from jsonb_populate_record(null::" + table
                        + ", ?::jsonb)");
                BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            int waiting = 0;
            for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
                insert.setString(1, line.get());
                insert.addBatch();
                waiting++;
                if (waiting % AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static Optional<String> next(BufferedReader lines) throws IOException {
        return Optional.ofNullable(lines.readLine());
    }

    /** Those that are written and not worked out, as a statement takes them. */
    String columns(String table) throws SQLException {
        return list(COLUMNS.formatted(table)).get(0);
    }

    /** All is in: numbers go on where they were. */
    void commit() throws SQLException {
        for (String counter : list(COUNTERS)) {
            list(counter);
        }
        connection.commit();
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> list(String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
