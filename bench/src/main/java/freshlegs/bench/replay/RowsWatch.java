package freshlegs.bench.replay;

import freshlegs.model.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sees when the warehouse last committed, by the offsets that it keeps with its rows. */
final class RowsWatch implements AutoCloseable {
    private static final String PLACE = "select coalesce(sum(next_offset), 0) from freshlegs.kafka_offset";
    private static final long LOOK_MILLIS = 20;

    private final Connection connection;
    private final PreparedStatement place;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "rows-watch");
    private volatile long lastChange = System.nanoTime();

    private RowsWatch(Connection connection) throws SQLException {
        this.connection = connection;
        this.place = connection.prepareStatement(PLACE);
    }

    static RowsWatch start(DatabaseAddress database) throws SQLException {
        RowsWatch watch =
                new RowsWatch(DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password()));
        watch.thread.start();
        return watch;
    }

    /** By {@link System#nanoTime}. */
    long lastChange() {
        return lastChange;
    }

    private void watch() {
        long last = 0;
        try {
            while (!closing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                long now = look();
                if (now != last) {
                    last = now;
                    lastChange = System.nanoTime();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database went away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long look() throws SQLException {
        try (ResultSet sum = place.executeQuery()) {
            sum.next();
            return sum.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
