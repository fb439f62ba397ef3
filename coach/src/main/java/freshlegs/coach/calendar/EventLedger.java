package freshlegs.coach.calendar;

import freshlegs.coach.read.Database;
import freshlegs.coach.read.Views;
import freshlegs.model.AthleteId;
import freshlegs.model.result.Prescription;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What calendars were told, brought up to date whenever one is read: by one reader at a time, so that a change is told once. */
public final class EventLedger {
    private static final int PAST_DAYS = 14;
    private static final int MOST_DAYS = 400;
    /** How long a cancelled run is still told as such. */
    private static final Duration CANCELLED_FOR = Duration.ofDays(30);

    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended('freshlegs calendar ' || ?, 0))";
    private static final String REBUILDING = "select ledger.is_rebuilding_at(?)";
    private static final String TOLD = """
            select date, title, description, cancelled, sequence, changed_at from ledger.calendar_event
            where athlete = ? and date >= ? order by date
            """;
    private static final String TELL = """
            insert into ledger.calendar_event (athlete, date, title, description, cancelled, sequence, changed_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (athlete, date) do update
            set title = excluded.title, description = excluded.description, cancelled = excluded.cancelled,
                sequence = excluded.sequence, changed_at = excluded.changed_at
            """;
    private static final String FORGET = "delete from ledger.calendar_event where athlete = ? and date < ?";

    private final Database database;

    public EventLedger(Database database) {
        this.database = database;
    }

    /** Everything to tell of an athlete's plan now; while the tables are being made anew it is what was told last. */
    public List<ToldEvent> tell(AthleteId athlete, Instant now) {
        return database.write(connection -> tell(connection, athlete, now)).stream()
                .filter(event -> !event.cancelled() || event.changedAt().isAfter(now.minus(CANCELLED_FOR)))
                .toList();
    }

    private static List<ToldEvent> tell(Connection connection, AthleteId athlete, Instant now) throws SQLException {
        hold(connection, athlete);
        Views views = Views.over(connection);
        LocalDate today = views.today(athlete, now);
        LocalDate from = today.minusDays(PAST_DAYS);
        SortedMap<LocalDate, ToldEvent> told = told(connection, athlete, from);
        if (!isRebuilding(connection, now)) {
            List<Prescription> plan = views.plan(athlete, from, today.plusDays(MOST_DAYS));
            List<PlannedEvent> planned = plan.stream()
                    .map(PlannedEvent::of)
                    .flatMap(Optional::stream)
                    .toList();
            List<ToldEvent> changes = Retelling.of(told.values(), planned, now);
            write(connection, athlete, from, changes);
            changes.forEach(event -> told.put(event.date(), event));
        }
        return List.copyOf(told.values());
    }

    private static void hold(Connection connection, AthleteId athlete) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME)) {
            lock.setString(1, athlete.value());
            lock.execute();
        }
    }

    private static boolean isRebuilding(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(REBUILDING)) {
            question.setObject(1, now.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = question.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static SortedMap<LocalDate, ToldEvent> told(Connection connection, AthleteId athlete, LocalDate from)
            throws SQLException {
        SortedMap<LocalDate, ToldEvent> told = new TreeMap<>();
        try (PreparedStatement question = connection.prepareStatement(TOLD)) {
            question.setString(1, athlete.value());
            question.setObject(2, from);
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    LocalDate date = rows.getObject("date", LocalDate.class);
                    told.put(
                            date,
                            new ToldEvent(
                                    new PlannedEvent(date, rows.getString("title"), rows.getString("description")),
                                    rows.getBoolean("cancelled"),
                                    rows.getInt("sequence"),
                                    rows.getObject("changed_at", OffsetDateTime.class)
                                            .toInstant()));
                }
            }
        }
        return told;
    }

    /** What lies before {@code from} will never be told again. */
    private static void write(Connection connection, AthleteId athlete, LocalDate from, List<ToldEvent> changes)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        update(connection, FORGET, List.of(List.of(athlete.value(), from)));
        List<List<Object>> rows = new ArrayList<>();
        for (ToldEvent event : changes) {
            rows.add(List.of(
                    athlete.value(),
                    event.date(),
                    event.event().title(),
                    event.event().description(),
                    event.cancelled(),
                    event.sequence(),
                    event.changedAt().atOffset(ZoneOffset.UTC)));
        }
        update(connection, TELL, rows);
    }

    private static void update(Connection connection, String sql, List<List<Object>> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    statement.setObject(i + 1, row.get(i));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
