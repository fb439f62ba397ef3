package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.output.Query;
import freshlegs.model.DatabaseAddress;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches a table of outcomes from outside and notes whenever rows have been added, so that silences can be measured. */
final class Gaps implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gaps.class);
    private static final Duration LOOK = Duration.ofMillis(50);

    private static final double BUSY = Double.parseDouble(System.getProperty("freshlegs.busy", "2"));

    private final DatabaseAddress database;
    private final String whose;
    private final List<Long> growths = new ArrayList<>();
    private final Thread watching = new Thread(this::watch, "gaps");
    private volatile boolean closing;
    private long last;

    private Gaps(DatabaseAddress database, String whose) {
        this.database = database;
        this.whose = whose;
    }

    static Gaps watch(DatabaseAddress database) {
        return watch(database, "%");
    }

    /** Of one athlete's rows alone. */
    static Gaps watch(DatabaseAddress database, String athlete) {
        Gaps gaps = new Gaps(database, athlete);
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

    /** Whether a row has come since. */
    synchronized boolean hasGrownSince(long nanos) {
        return !growths.isEmpty() && growths.get(growths.size() - 1) > nanos;
    }

    /** On a machine that is busy with other things the figures say nothing of us. */
    static void judge(List<Duration> silences, Duration limit) {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        if (machine.getSystemLoadAverage() > BUSY * machine.getAvailableProcessors()) {
            LOG.warn("the machine is too busy to judge silences: load {}", machine.getSystemLoadAverage());
        } else {
            assertThat(silences).allMatch(silence -> silence.compareTo(limit) < 0);
        }
    }

    @Override
    public void close() {
        closing = true;
    }

    private void watch() {
        try {
            while (!closing) {
                look();
                Thread.sleep(LOOK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the database is killed or we are closed. */
    private void look() throws InterruptedException {
        try (Connection connection = Query.connect(database);
                PreparedStatement count = connection.prepareStatement(
                        "select count(*) from freshlegs.file_outcome where athlete like ?")) {
            count.setString(1, whose);
            while (!closing) {
                long now = count(count);
                if (now > last) {
                    note();
                }
                last = now;
                Thread.sleep(LOOK.toMillis());
            }
        } catch (SQLException e) {
            LOG.debug("the database is away: {}", e.getMessage());
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
