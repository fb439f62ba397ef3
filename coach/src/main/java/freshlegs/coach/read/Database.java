package freshlegs.coach.read;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.ClientMeters;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * PostgreSQL as the console uses it: a few connections, for which whoever comes waits his turn, short waits for the database itself, and
 * a plain sentence when it is away.
 */
public final class Database implements AutoCloseable {
    private static final long CONNECT_MILLISECONDS = 2_000;
    private static final String SOCKET_SECONDS = "10";
    private static final int CONNECTIONS = 6;

    /** More readers at once than there are connections are no sign that the database is away. */
    private static final long TURN_SECONDS = 10;

    private final HikariDataSource source;
    private final Semaphore turns = new Semaphore(CONNECTIONS, true);

    private Database(HikariDataSource source) {
        this.source = source;
    }

    /** Returns at once, whether the database is there yet or not. */
    public static Database at(DatabaseAddress address) {
        return at(address, ClientMeters.nobody());
    }

    /** One whose connections are counted in {@code meters}. */
    public static Database at(DatabaseAddress address, MeterRegistry meters) {
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
        if (ClientMeters.isSeen(meters)) {
            config.setMetricRegistry(meters);
        }
        return new Database(new HikariDataSource(config));
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Looks at the views as they are at one moment, however many of them are asked. */
    public <T> T look(Function<Views, T> question) {
        return read(connection -> question.apply(Views.over(connection)));
    }

    /** Reads everything as it is at one moment, and changes nothing. */
    public <T> T read(Work<T> work) {
        return inTransaction(true, work);
    }

    public <T> T write(Work<T> work) {
        return inTransaction(false, work);
    }

    private <T> T inTransaction(boolean readOnly, Work<T> work) {
        try {
            awaitTurn();
            try {
                return connected(readOnly, work);
            } finally {
                turns.release();
            }
        } catch (SQLException e) {
            throw SqlTrouble.toUnchecked(e);
        }
    }

    private void awaitTurn() throws SQLException {
        try {
            if (!turns.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLTransientConnectionException(
                        "all connections to the database were taken for " + TURN_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException(
                    "interrupted while all connections to the database were taken", e);
        }
    }

    private <T> T connected(boolean readOnly, Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setReadOnly(readOnly);
            connection.setTransactionIsolation(
                    readOnly ? Connection.TRANSACTION_REPEATABLE_READ : Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
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
