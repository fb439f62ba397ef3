package freshlegs.bench.latency;

import freshlegs.bench.drop.DropRun;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Athletes who hand over one morning's answers, with a fever in them, of which somebody is told; each of them once. */
final class Feverish {
    private static final String NAME = "checkins.csv";
    private static final long LOOK_MILLIS = 100;

    /** When the file was taken over, when its alert was written down, and when that may be told. */
    private static final String MESSAGES = """
            select f.athlete, f.received_at, o.created_at, o.not_before
            from freshlegs.file_outcome f
                     join ledger.episode e on e.athlete = f.athlete
                     join ledger.outbox o on o.episode_id = e.id
            where f.athlete like 'fever-%' and o.state = 'SENT'
            """;

    private final ToldCoach coach;
    private final Path inbox;
    private final Path answers;
    private final Map<String, Instant> dropped = new LinkedHashMap<>();
    private int known;

    Feverish(ToldCoach coach, Path inbox, Path folder) throws IOException {
        this.coach = coach;
        this.inbox = inbox;
        this.answers = folder.resolve(NAME);
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        Files.createDirectories(folder);
        Files.writeString(answers, "date,fatigue,symptoms\n" + yesterday + ",5,fever\n");
    }

    /** The next one's answers. */
    void dropNext() throws IOException {
        AthleteId athlete = AthleteId.of("fever-" + known++);
        dropped.put(athlete.value(), DropRun.drop(answers, inbox, athlete));
    }

    /** The ways of all that were dropped since the last time, once their messages are there. */
    List<Way> await(DatabaseAddress database, Duration most) throws InterruptedException, SQLException {
        long end = System.nanoTime() + most.toNanos();
        Map<String, Map<Stage, Instant>> written = written(database);
        while (!written.keySet().containsAll(dropped.keySet())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("some of " + dropped.size() + " alerts were never told");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            written = written(database);
        }
        List<Way> ways = new ArrayList<>();
        for (Map.Entry<String, Instant> each : dropped.entrySet()) {
            Map<Stage, Instant> ends = Objects.requireNonNull(written.get(each.getKey()));
            ends.put(Stage.TELL, coach.heardOf(each.getKey()).orElseThrow());
            ways.add(Way.of(each.getValue(), ends));
        }
        dropped.clear();
        return ways;
    }

    private static Map<String, Map<Stage, Instant>> written(DatabaseAddress database) throws SQLException {
        Map<String, Map<Stage, Instant>> all = new LinkedHashMap<>();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                PreparedStatement messages = connection.prepareStatement(MESSAGES);
                ResultSet rows = messages.executeQuery()) {
            while (rows.next()) {
                Map<Stage, Instant> ends = new EnumMap<>(Stage.class);
                ends.put(Stage.SETTLE, rows.getTimestamp("received_at").toInstant());
                ends.put(Stage.ALERT, rows.getTimestamp("created_at").toInstant());
                ends.put(Stage.STAND, rows.getTimestamp("not_before").toInstant());
                all.put(rows.getString("athlete"), ends);
            }
        }
        return all;
    }
}
