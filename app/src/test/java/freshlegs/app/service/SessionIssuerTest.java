package freshlegs.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.model.DatabaseAddress;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.json.Json;
import freshlegs.model.plan.Workout;
import freshlegs.warehouse.Warehouse;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a day begins its session is issued, once, from the real tables. */
class SessionIssuerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 8);
    private static final Instant MORNING = at(TODAY, 6);
    private static final Duration OFTEN = Duration.ofMillis(10);

    private static EmbeddedPostgres server;
    private static DatabaseAddress database;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        database = new DatabaseAddress(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        Warehouse.migrate(database);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("truncate freshlegs.plan_terms_revision, freshlegs.prescription, freshlegs.status_day,"
                + " freshlegs.issued_session_revision, freshlegs.profile_revision, freshlegs.known_athlete,"
                + " ledger.rebuild");
    }

    @Test
    void the_session_of_a_day_that_has_begun_is_issued_as_it_stands_and_only_once() throws SQLException {
        planned("anna", "UTC");

        List<IssuedSession> due = due(MORNING);

        assertThat(due).singleElement().satisfies(issued -> {
            assertThat(issued.localDate()).isEqualTo(TODAY);
            assertThat(issued.level()).isEqualTo(3);
            assertThat(issued.planned()).isEqualTo(easy("Easy 40 min"));
            assertThat(issued.adjustment()).isEmpty();
        });
        follow(due.get(0));
        assertThat(due(MORNING.plusSeconds(60))).isEmpty();
    }

    @Test
    void what_was_issued_first_stays_when_the_plan_has_changed_and_it_is_told_again() throws SQLException {
        planned("anna", "UTC");
        IssuedSession first = due(MORNING).get(0);
        prescribed("anna", TODAY, "Rest");
        follow(due(MORNING.plusSeconds(60)).get(0));

        follow(first);

        try (Connection connection = connect();
                PreparedStatement select =
                        connection.prepareStatement("select planned ->> 'title' from freshlegs.issued_session");
                var row = select.executeQuery()) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("Easy 40 min");
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void it_waits_until_the_season_is_known_up_to_the_day_before() throws SQLException {
        planned("anna", "UTC");
        execute("delete from freshlegs.status_day");
        known("anna", TODAY.minusDays(2));
        assertThat(due(MORNING)).isEmpty();

        known("anna", TODAY.minusDays(1));
        assertThat(due(MORNING)).hasSize(1);
    }

    @Test
    void a_day_begins_where_the_athlete_lives_some_minutes_after_midnight() throws SQLException {
        planned("anna", "Pacific/Auckland");
        planned("bert", "America/Los_Angeles");
        Instant midnightInAuckland = at(TODAY.minusDays(1), 11);
        Instant midnightInLosAngeles = at(TODAY, 8);

        assertThat(due(midnightInAuckland.plusSeconds(60))).isEmpty();
        assertThat(due(midnightInAuckland.plus(DueSessions.AFTER_MIDNIGHT)))
                .extracting(issued -> issued.athlete().value())
                .containsExactly("anna");
        assertThat(due(midnightInLosAngeles.plusSeconds(60))).hasSize(1);
        assertThat(due(midnightInLosAngeles.plus(DueSessions.AFTER_MIDNIGHT)))
                .extracting(issued -> issued.athlete().value())
                .containsExactly("anna", "bert");
    }

    @Test
    void nothing_is_issued_without_a_plan_that_holds_or_while_the_tables_are_read_again() throws SQLException {
        planned("anna", "UTC");
        execute("update freshlegs.plan_terms_revision set local_date = date '2026-12-09', fact_id = '2026-12-09'");
        assertThat(due(MORNING)).isEmpty();

        terms("anna", TODAY.minusDays(3), false);
        assertThat(due(MORNING)).hasSize(1);
        execute("insert into ledger.rebuild (sessions, begun_at) values (false, timestamptz '2026-12-08 05:00:00Z')");
        assertThat(due(MORNING)).isEmpty();
        execute("truncate ledger.rebuild");

        terms("anna", TODAY, true);
        assertThat(due(MORNING)).isEmpty();
    }

    @Test
    void a_kafka_that_is_away_for_a_while_has_it_issued_later_and_not_twice() throws SQLException {
        planned("anna", "UTC");
        List<IssuedSession> issued = new CopyOnWriteArrayList<>();
        AtomicInteger tries = new AtomicInteger();
        Consumer<List<IssuedSession>> publisher = due -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("away");
            }
            issued.addAll(due);
        };
        Asked clock = new Asked();
        try (SessionIssuer issuer = SessionIssuer.start(database, publisher, clock, OFTEN)) {
            assertThat(issuer).isNotNull();
            await().until(() -> !issued.isEmpty());
            int rounds = clock.times.get();
            await().until(() -> clock.times.get() > rounds + 3);
        }
        assertThat(issued).hasSize(1);
        assertThat(tries).hasValue(3);
    }

    @Test
    void a_database_that_is_away_ends_nothing() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        DatabaseAddress nowhere = new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + closed + "/freshlegs", "f", "f");
        Asked clock = new Asked();
        try (SessionIssuer issuer = SessionIssuer.start(nowhere, due -> {}, clock, OFTEN)) {
            assertThat(issuer).isNotNull();
            await().until(() -> clock.times.get() > 3);
        }
    }

    /** Always morning; counts how often it was asked. */
    private static final class Asked extends Clock {
        private final AtomicInteger times = new AtomicInteger();

        @Override
        public Instant instant() {
            times.incrementAndGet();
            return MORNING;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static List<IssuedSession> due(Instant now) throws SQLException {
        return DueSessions.at(now, database);
    }

    /** On a plan since a week ago, today's session known, and the season up to yesterday. */
    private static void planned(String athlete, String zone) throws SQLException {
        execute("insert into freshlegs.known_athlete (athlete) values (?)", athlete);
        execute(
                "insert into freshlegs.profile_revision (athlete, fact_id, revision, local_date, ingested_at, recorded_at,"
                        + " zone, rank) values (?, '2000-01-01', 'r', '2000-01-01', now(), now(), ?, 0)",
                athlete,
                zone);
        terms(athlete, TODAY.minusDays(7), false);
        prescribed(athlete, TODAY, "Easy 40 min");
        known(athlete, TODAY.minusDays(1));
    }

    private static void terms(String athlete, LocalDate from, boolean ended) throws SQLException {
        execute(
                "insert into freshlegs.plan_terms_revision (athlete, fact_id, revision, local_date, ingested_at,"
                        + " recorded_at, edit, days, long_run, mode, most_changes_a_week, ended, told_by, rank)"
                        + " values (?, ?::text, 'r', ?, now(), now(), 0, '[\"TUESDAY\", \"THURSDAY\", \"SUNDAY\"]',"
                        + " 'SUNDAY', 'automatic', 3, ?, '{}', 0)",
                athlete,
                from.toString(),
                from,
                ended);
    }

    private static void prescribed(String athlete, LocalDate date, String title) throws SQLException {
        String workout = Json.writeText(easy(title));
        execute(
                "insert into freshlegs.prescription (athlete, date, level, level_name, status, planned, prescribed)"
                        + " values (?, ?, 3, '6 x 200 m', 'GREEN', ?::jsonb, ?::jsonb) on conflict (athlete, date)"
                        + " do update set planned = excluded.planned, prescribed = excluded.prescribed",
                athlete,
                date,
                workout,
                workout);
    }

    private static Workout easy(String title) {
        return Workout.plain(Workout.Kind.EASY, title, 40, false);
    }

    private static void known(String athlete, LocalDate date) throws SQLException {
        execute(
                "insert into freshlegs.status_day (athlete, date, status, why, low_confidence, domains, context, missing,"
                        + " rules, rule_set) values (?, ?, 'GREEN', '', false, '[]', '[]', '[]', '[]', '')",
                athlete,
                date);
    }

    /** What the tables do some moments after it was told. */
    private static void follow(IssuedSession told) throws SQLException {
        execute(
                "insert into freshlegs.issued_session_revision (athlete, fact_id, revision, local_date, ingested_at,"
                        + " recorded_at, level, level_name, planned, rank)"
                        + " values (?, ?, ?, ?, now(), now(), ?, ?, ?::jsonb, ?)",
                told.athlete().value(),
                told.factId(),
                told.revision(),
                told.localDate(),
                told.level(),
                told.levelName(),
                Json.writeText(told.planned()),
                told.rank());
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    private static void execute(String sql, Object... parameters) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
