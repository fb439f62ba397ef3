package freshlegs.bench.drop;

import freshlegs.bench.drop.DropRun.Seen;
import freshlegs.bench.drop.WatchFiles.WatchFile;
import freshlegs.model.DatabaseAddress;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks for the rows of dropped files every few milliseconds, only for those that are still awaited. */
public final class TrendRows implements AutoCloseable {
    private static final String THERE = """
            select athlete || '/' || date from freshlegs.trend_day
            where runs > 0 and athlete || '/' || date = any (?) and date > ?
            """;
    private static final String TAKEN = "select path, received_at from freshlegs.file_outcome where route = 'inbox'";
    private static final long LOOK_MILLIS = 5;

    private final Connection connection;
    private final Map<String, Dropped> awaited = new ConcurrentHashMap<>();
    private final Map<String, Arrived> arrived = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::look, "trend-rows");

    private TrendRows(Connection connection) {
        this.connection = connection;
    }

    /** A file that was dropped. */
    private record Dropped(String path, Instant at) {}

    /** A file of which the trend row was seen. */
    private record Arrived(String day, Dropped dropped, Instant at) {}

    public static TrendRows watch(DatabaseAddress database) throws SQLException {
        TrendRows rows =
                new TrendRows(DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password()));
        rows.thread.start();
        return rows;
    }

    void expect(WatchFile file, String path, Instant now) {
        awaited.put(file.athlete() + "/" + file.date(), new Dropped(path, now));
    }

    /** Waits until all have come; in the order in which they were dropped. */
    public List<Seen> await(Duration most) throws InterruptedException, SQLException {
        long end = System.nanoTime() + most.toNanos();
        while (!awaited.isEmpty()) {
            if (System.nanoTime() > end || !thread.isAlive()) {
                throw new IllegalStateException(awaited.size() + " files never had a trend row");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        close();
        Map<String, Instant> taken = taken();
        List<Seen> all = new ArrayList<>();
        List<Arrived> inOrder = arrived.values().stream()
                .sorted(Comparator.comparing(each -> each.dropped().at()))
                .toList();
        for (Arrived each : inOrder) {
            Instant in = Objects.requireNonNull(taken.get(each.dropped.path), "no outcome of " + each.dropped.path);
            all.add(new Seen(each.day, each.dropped.at, in, each.at));
        }
        connection.close();
        return all;
    }

    private void look() {
        try (PreparedStatement there = connection.prepareStatement(THERE)) {
            there.setObject(2, freshlegs.bench.facts.Histories.lastDay());
            while (!closing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!awaited.isEmpty()) {
                    look(there);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database went away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(PreparedStatement there) throws SQLException {
        Array names = connection.createArrayOf("text", awaited.keySet().toArray());
        there.setArray(1, names);
        try (ResultSet rows = there.executeQuery()) {
            Instant now = Instant.now();
            while (rows.next()) {
                Dropped dropped = awaited.remove(rows.getString(1));
                if (dropped != null) {
                    arrived.put(rows.getString(1), new Arrived(rows.getString(1), dropped, now));
                }
            }
        }
        names.free();
    }

    /** The outcome may follow the trend a moment later. */
    private Map<String, Instant> taken() throws SQLException, InterruptedException {
        Map<String, Instant> taken = new HashMap<>();
        List<String> paths =
                arrived.values().stream().map(each -> each.dropped().path()).toList();
        for (int tries = 0; tries < 200 && !taken.keySet().containsAll(paths); tries++) {
            try (PreparedStatement outcomes = connection.prepareStatement(TAKEN);
                    ResultSet rows = outcomes.executeQuery()) {
                while (rows.next()) {
                    taken.put(rows.getString(1), rows.getTimestamp(2).toInstant());
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return taken;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
