package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.output.Query;
import freshlegs.model.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Watches the table of outcomes from outside and notes whenever rows have been added, so that silences can be measured. */
final class Gaps implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final DatabaseAddress database;
    private final List<Long> growths = new ArrayList<>();
    private final Thread watching = new Thread(this::watch, "gaps");
    private volatile boolean closing;

    private Gaps(DatabaseAddress database) {
        this.database = database;
    }

    static Gaps watch(DatabaseAddress database) {
        Gaps gaps = new Gaps(database);
        gaps.watching.setDaemon(true);
        gaps.watching.start();
        return gaps;
    }

    /** The longest time without a new row that ended, or still lasted, between two moments. */
    synchronized Duration longest(long fromNanos, long untilNanos) {
        long longest = 0;
        long before = fromNanos;
        for (long growth : growths) {
            if (growth >= fromNanos && before < untilNanos) {
                longest = Math.max(longest, growth - before);
            }
            before = Math.max(before, growth);
        }
        return Duration.ofNanos(Math.max(longest, untilNanos - before));
    }

    /** How long after a moment the first new row came. */
    synchronized Duration awaitNext(long fromNanos, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (growths.isEmpty() || growths.get(growths.size() - 1) <= fromNanos) {
            assertThat(System.nanoTime()).as("no row within " + patience).isLessThan(deadline);
            wait(LOOK.toMillis());
        }
        return Duration.ofNanos(growths.stream()
                        .filter(growth -> growth > fromNanos)
                        .findFirst()
                        .orElseThrow()
                - fromNanos);
    }

    @Override
    public void close() {
        closing = true;
    }

    private void watch() {
        try (Connection connection = Query.connect(database);
                PreparedStatement count = connection.prepareStatement("select count(*) from freshlegs.file_outcome")) {
            long last = 0;
            while (!closing) {
                long now = count(count);
                if (now > last) {
                    note();
                }
                last = now;
                Thread.sleep(LOOK.toMillis());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note() {
        growths.add(System.nanoTime());
        notifyAll();
    }

    private static long count(PreparedStatement count) throws SQLException {
        try (ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
