package freshlegs.bench.replay;

import freshlegs.bench.Bench;
import freshlegs.bench.facts.Histories;
import freshlegs.bench.service.Program;
import freshlegs.bench.service.Quiet;
import freshlegs.bench.service.Station;
import freshlegs.bench.service.StreamsUnderTest;
import freshlegs.model.DatabaseAddress;
import freshlegs.warehouse.Settled;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** Facts that lie in the topics already, through the streams and the warehouse into tables. */
public final class Tables {
    private static final Duration MOST = Duration.ofHours(1);
    private static final double NANOS = 1e9;

    private Tables() {}

    /** From the streams at work to their last result, and to the last row written; {@code startSeconds} come before. */
    public record Seen(double startSeconds, double streamsSeconds, double seconds) {}

    public static Seen of(Station station, Histories histories, Bench bench) throws InterruptedException, SQLException {
        return of(station, station.startDatabase(), histories, bench);
    }

    /** Into empty tables that can be read afterwards. */
    public static Seen of(Station station, DatabaseAddress database, Histories histories, Bench bench)
            throws InterruptedException, SQLException {
        long began = System.nanoTime();
        try (StreamsUnderTest both = StreamsUnderTest.start(
                        Program.TABLES,
                        station.kafka(),
                        station.folder("both"),
                        bench.javaOptions(),
                        Program.environment(database));
                RowsWatch rows = RowsWatch.start(database)) {
            both.awaitRunning();
            long running = System.nanoTime();
            long streamed;
            try (Quiet quiet =
                    new Quiet(both, station.kafka(), Program.TABLES, Replay.inputs(), Replay.outputs(Program.TABLES))) {
                streamed = quiet.await(bench.still(), MOST, () -> TrendDays.areAllThere(station.kafka(), histories));
            }
            if (!Settled.await(station.kafka(), database, MOST)) {
                throw new IllegalStateException("the tables were not complete in time");
            }
            long written = rows.lastChange();
            check(database, histories);
            return new Seen((running - began) / NANOS, (streamed - running) / NANOS, (written - running) / NANOS);
        }
    }

    private static void check(DatabaseAddress database, Histories histories) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var count = connection.createStatement().executeQuery("select count(*) from freshlegs.trend_day")) {
            count.next();
            if (count.getInt(1) != histories.athleteDays()) {
                throw new IllegalStateException(count.getInt(1) + " trend rows instead of " + histories.athleteDays());
            }
        }
    }
}
