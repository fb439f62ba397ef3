package freshlegs.coach;

import freshlegs.coach.read.Database;
import freshlegs.model.DatabaseAddress;
import freshlegs.warehouse.Warehouse;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL for all tests of a run; each caller gets a database of its own with the warehouse's real migrations. */
public final class TestDatabase implements AutoCloseable {
    private static final int VALID_SECONDS = 5;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = startServer();
    private static final String MIGRATED = migrated();

    private final DatabaseAddress address;
    private final Database database;
    private @Nullable Connection asking;

    private TestDatabase(DatabaseAddress address) {
        this.address = address;
        this.database = Database.at(address);
    }

    public static TestDatabase unmigrated() {
        return copyOf("template1");
    }

    public static TestDatabase empty() {
        return copyOf(MIGRATED);
    }

    private static TestDatabase copyOf(String template) {
        String name = "coach" + NUMBER.incrementAndGet();
        run(SERVER.getJdbcUrl("postgres", "postgres"), "create database " + name + " template " + template);
        return new TestDatabase(address(name));
    }

    private static String migrated() {
        String name = "migrated";
        run(SERVER.getJdbcUrl("postgres", "postgres"), "create database " + name);
        Warehouse.migrate(address(name));
        return name;
    }

    private static DatabaseAddress address(String name) {
        return new DatabaseAddress(SERVER.getJdbcUrl("postgres", name), "postgres", "");
    }

    /** With the athletes of {@code squad.sql}. */
    public static TestDatabase withSquad() {
        TestDatabase database = empty();
        database.run(resource("/freshlegs/coach/squad.sql"));
        return database;
    }

    public DatabaseAddress address() {
        return address;
    }

    public Database database() {
        return database;
    }

    public void run(String sql) {
        try (Statement statement = statement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row as text. */
    public String ask(String sql) {
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On one connection for all that is asked, as each new one takes longer than most questions. */
    private synchronized Statement statement() throws SQLException {
        if (asking == null || !asking.isValid(VALID_SECONDS)) {
            asking = DriverManager.getConnection(address.jdbcUrl(), "postgres", "");
        }
        return asking.createStatement();
    }

    /** Nobody can reach this database until {@link #comeBack()}. */
    public void goAway() {
        String name = name();
        run(SERVER.getJdbcUrl("postgres", "postgres"), "alter database " + name + " allow_connections false");
        run(
                SERVER.getJdbcUrl("postgres", "postgres"),
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    public void comeBack() {
        run(SERVER.getJdbcUrl("postgres", "postgres"), "alter database " + name() + " allow_connections true");
    }

    private String name() {
        return address.jdbcUrl().replaceFirst("^.*/([^/?]+).*$", "$1");
    }

    @Override
    public void close() {
        database.close();
        try {
            if (asking != null) {
                asking.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String jdbcUrl, String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = TestDatabase.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres startServer() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
