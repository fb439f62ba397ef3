package freshlegs.warehouse;

import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A migrated database of a test's own on a real PostgreSQL. */
final class ADatabase {
    private static final EmbeddedPostgres SERVER = startServer();
    private static final int VALID_SECONDS = 5;
    private static final String MIGRATED = "migrated";
    private static int count;

    private final DatabaseAddress address;
    private @Nullable Connection asking;

    private ADatabase(DatabaseAddress address) {
        this.address = address;
    }

    DatabaseAddress address() {
        return address;
    }

    /** A copy of one that is migrated once for all. */
    static synchronized ADatabase fresh() throws SQLException {
        if (count == 0) {
            Warehouse.migrate(create(SERVER, MIGRATED, "").address());
        }
        return create(SERVER, "warehouse" + ++count, " template " + MIGRATED);
    }

    static ADatabase freshOn(EmbeddedPostgres server) throws SQLException {
        ADatabase database = create(server, "of_its_own", "");
        Warehouse.migrate(database.address());
        return database;
    }

    private static ADatabase create(EmbeddedPostgres server, String name, String from) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + from);
        }
        return new ADatabase(new DatabaseAddress(server.getJdbcUrl("postgres", name), "postgres", "postgres"));
    }

    /** Of a role that may make neither roles nor databases. */
    static ADatabase ownedByNobodySpecial() throws SQLException {
        String name = "warehouse_of_nobody_special";
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role owner_of_" + name + " login password 'plain'");
            statement.execute("create database " + name + " owner owner_of_" + name);
        }
        ADatabase database =
                new ADatabase(new DatabaseAddress(SERVER.getJdbcUrl("postgres", name), "owner_of_" + name, "plain"));
        Warehouse.migrate(database.address());
        return database;
    }

    private static EmbeddedPostgres startServer() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    /** One for all that is asked, as each new one takes longer than most questions. */
    private synchronized Statement statement() throws SQLException {
        if (asking == null || !asking.isValid(VALID_SECONDS)) {
            asking = connect();
        }
        return asking.createStatement();
    }

    /** Each row as its columns joined by a bar. */
    List<String> rows(String sql) throws SQLException {
        try (Statement statement = statement()) {
            return rows(statement, sql);
        }
    }

    /** As a role sees it. */
    List<String> rowsAs(String role, String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role " + role);
            return rows(statement, sql);
        }
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(row.getString(i)));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = statement()) {
            statement.execute(sql);
        }
    }

    /** All that can be rebuilt of an athlete, row by row. */
    List<String> everythingOf(AthleteId athlete) throws SQLException {
        List<String> everything = new ArrayList<>();
        for (TopicTable<?> way : TopicTables.ALL) {
            Table table = way.table();
            rows("select * from freshlegs." + table.name() + " where athlete = '" + athlete + "' order by "
                            + String.join(", ", table.key()))
                    .forEach(row -> everything.add(table.name() + ": " + row));
        }
        return everything;
    }

    /** As if newly made, only faster: most tables are empty all the time, and to truncate one takes making its files anew. */
    ADatabase emptied() throws SQLException {
        execute("""
                do $$
                declare filled text;
                begin
                  select string_agg(format('%I.%I', schemaname, tablename), ', ') into filled from pg_tables
                  where (schemaname = 'freshlegs' or (schemaname, tablename) in (('ledger', 'episode'), ('ledger', 'unread')))
                    and query_to_xml(format('select from %I.%I limit 1', schemaname, tablename), false, true, '')::text <> '';
                  if filled is not null then execute 'truncate ' || filled || ' cascade'; end if;
                end $$
                """);
        return this;
    }
}
