package freshlegs.coach.read;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import freshlegs.model.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL as the console uses it: a few connections, short waits, and a plain sentence when it is away. */
public final class Database implements AutoCloseable {
    private static final long CONNECT_MILLISECONDS = 2_000;
    private static final String SOCKET_SECONDS = "10";
    private static final int CONNECTIONS = 6;

    private final HikariDataSource source;

    private Database(HikariDataSource source) {
        this.source = source;
    }

    /** Returns at once, whether the database is there yet or not. */
    public static Database at(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("coach");
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECT_MILLISECONDS);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", SOCKET_SECONDS);
        config.addDataSourceProperty("ApplicationName", "freshlegs-coach");
        return new Database(new HikariDataSource(config));
    }

    /** What is done with one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** All rows of a query in a read-only transaction. */
    public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        return inTransaction(true, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                return all(statement, reader);
            }
        });
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    public <T> T write(Work<T> work) {
        return inTransaction(false, work);
    }

    private <T> T inTransaction(boolean readOnly, Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setReadOnly(readOnly);
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw SqlTrouble.toUnchecked(e);
        }
    }

    private static <T> List<T> all(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            Row row = new Row(rows);
            while (rows.next()) {
                all.add(reader.read(row));
            }
            return List.copyOf(all);
        }
    }

    private static void rollBack(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
