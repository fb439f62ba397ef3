package freshlegs.warehouse;

import static freshlegs.warehouse.Given.ANNA;
import static freshlegs.warehouse.Given.BERT;
import static freshlegs.warehouse.Given.day;
import static freshlegs.warehouse.Given.fatigue;
import static freshlegs.warehouse.Given.gone;
import static freshlegs.warehouse.Given.judged;
import static freshlegs.warehouse.Given.outcome;
import static freshlegs.warehouse.Given.plannedHard;
import static freshlegs.warehouse.Given.session;
import static freshlegs.warehouse.Given.silence;
import static freshlegs.warehouse.Given.status;
import static freshlegs.warehouse.Given.trend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.model.Status;
import freshlegs.model.fact.AlertVerdict.Verdict;
import freshlegs.model.fact.Session;
import freshlegs.model.result.Episode;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.TrendDay;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators ask in SQL, as the role that may read nothing else. */
class AnalyticsTest {
    private static final String ALERT = "anna-2026-11-18-fatigue";
    private static final String NOT_ALLOWED = "42501";
    private static final String NO_WAY_INTO_A_VIEW = "55000";
    private static final Instant RUN = Instant.parse("2026-11-20T06:00:00Z");

    private static ADatabase database;

    private AWriter writer;

    @BeforeAll
    static void make() throws Exception {
        database = ADatabase.fresh();
    }

    @BeforeEach
    void open() throws Exception {
        writer = AWriter.on(database.emptied(), "webhook:club");
        database.execute("truncate ledger.file_arrival");
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
    }

    /** As the reader sees it. */
    private static List<String> read(String sql) throws SQLException {
        return database.rowsAs("freshlegs_reader", sql);
    }

    @Test
    void a_day_of_which_nothing_was_heard_is_a_row_even_where_the_season_has_none() throws Exception {
        writer.bring(
                trend(ANNA, day("2026-11-16"), 60),
                status(ANNA, day("2026-11-16"), Status.GREEN),
                trend(ANNA, day("2026-11-17"), TrendDay.Kind.MISSING, 0),
                trend(ANNA, day("2026-11-20"), 30),
                trend(BERT, day("2026-11-20"), 10));

        assertThat(read("select day, kind, known, status, judged, voting_kinds, load from analytics.days"
                        + " where athlete = 'anna' order by day"))
                .containsExactly(
                        "2026-11-16|TRAINED|t|GREEN|t|1|60",
                        "2026-11-17|MISSING|f|UNKNOWN|f|0|null",
                        "2026-11-18|MISSING|f|UNKNOWN|f|0|null",
                        "2026-11-19|MISSING|f|UNKNOWN|f|0|null",
                        "2026-11-20|TRAINED|t|UNKNOWN|f|0|30");
        assertThat(read("select athlete, first_day, last_day, known_days, runs, mean_week_load,"
                        + " measures_resting_heart_rate, measures_hrv from analytics.athletes order by athlete"))
                .containsExactly("anna|2026-11-16|2026-11-20|2|2|315|t|f", "bert|2026-11-20|2026-11-20|1|1|70|t|f");
        assertThat(read("select day, load, flags from analytics.trends where athlete = 'bert'"))
                .containsExactly("2026-11-20|10|hot");
    }

    @Test
    void evidence_is_a_row_for_each_day_and_kind_from_which_z_can_be_worked_out() throws Exception {
        writer.bring(status(ANNA, day("2026-11-16"), Status.WATCH));

        assertThat(read("select day, kind, known, votes, value, unit, usual, spread, z, chart, chart_limit,"
                        + " voting_days, usual_days, recent_values, rule, rule_set,"
                        + " round(((compared_value - compared_usual) / compared_spread)::numeric, 2)"
                        + " from analytics.signals order by kind"))
                .containsExactly(
                        "2026-11-16|HRV|f|f|null|ms|null|null|null|0|1|0|0|0|chart.hrv/1|1|null",
                        "2026-11-16|RESTING_HEART_RATE|t|t|54|bpm|48|2.4|2.5|2.1|1|4|40|12|chart.resting-heart-rate/1|1|2.50");
    }

    @Test
    void an_episode_says_when_it_was_told_how_it_ended_and_what_was_said_of_it() throws Exception {
        Message<Episode> alert = fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER);
        Message<Episode> watch = fatigue(BERT, "2026-11-19", "2026-11-19", Status.WATCH);
        String episodes = "select episode_id, outcome, status, alert, first_day, alert_day, ended_day, length_days,"
                + " rule_set, rules, told_status, told_at = '2026-11-20T09:00Z', verdict"
                + " from analytics.episodes order by episode_id";
        writer.bring(alert, watch);
        database.execute("update ledger.outbox set state = 'SENT', sent_at = '2026-11-20T09:00Z'");
        writer.bring(judged(ANNA, "2026-11-18", "2026-11-20", Verdict.RIGHT, 0));

        assertThat(read(episodes))
                .containsExactly(
                        ALERT + "|OPEN|AMBER|t|2026-11-18|2026-11-20|null|3|1|fatigue.two-keys/1|AMBER|t|right",
                        "bert-2026-11-19-fatigue|OPEN|WATCH|f|2026-11-19|null|null|1|1|fatigue.two-keys/1|null|null|null");
        assertThat(read("select episode_id, verdict, standing, said_by from analytics.verdicts"))
                .containsExactly(ALERT + "|right|STANDS|coach");

        writer.bring(gone(alert), gone(watch));
        assertThat(read(episodes))
                .containsExactly(ALERT + "|WITHDRAWN|AMBER|t|2026-11-18|null|null|3|null|null|AMBER|t|right");
    }

    @Test
    void stretches_of_one_name_are_one_episode() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-10", "2026-11-12", Status.AMBER));
        writer.bring(fatigue(ANNA, "2026-11-16", "2026-11-20", Status.RED));

        assertThat(read("select episode_id, status, first_day, last_day, length_days, stretches"
                        + " from analytics.episodes"))
                .containsExactly("anna-2026-11-10-fatigue|RED|2026-11-10|2026-11-20|11|2");
    }

    @Test
    void a_file_says_how_long_it_took_to_come_and_keeps_its_time_over_a_rebuild() throws Exception {
        Message<Session> run = session(ANNA, RUN, "r1", 5, 10_000);
        Message<FileOutcome> file = outcome(ANNA, "d1", run, true);
        writer.bring(run, file);
        String noted = database.rows("select row_at from ledger.file_arrival").get(0);

        Warehouse.rebuild(database.address());
        writer.bring(run, file);

        assertThat(read("select file_id, route, device, maker, outcome, activities, readings, damaged,"
                        + " run_ended_at at time zone 'UTC', sync_lag_seconds from analytics.files"))
                .containsExactly("d1|inbox|watch|watch|imported|0|0|f|2026-11-20 06:51:40|500");
        assertThat(read("select row_at from analytics.files")).containsExactly(noted);
        assertThat(read("select activity_id, day, device, heart_rate_source, distance_metres,"
                        + " ended_at - started_at from analytics.activities"))
                .containsExactly("20261120T060000Z-running|2026-11-20|watch|STRAP|10000|00:51:40");
    }

    @Test
    void an_adjustment_says_what_became_of_the_session() throws Exception {
        writer.bring(plannedHard(ANNA, day("2026-11-20"), true), plannedHard(ANNA, day("2026-11-22"), false));

        assertThat(read("select day, cause, change, planned_kind, planned_minutes, planned_hard, prescribed_kind,"
                        + " prescribed_minutes, in_force, decision from analytics.adjustments"))
                .containsExactly("2026-11-20|FATIGUE|SWAPPED|REPEATS|60|t|EASY|40|t|null");
    }

    @Test
    void messages_are_counted_by_channel_without_saying_to_whom_or_what() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER));
        writer.bring(silence(ANNA, "fatigue", "2020-01-01", Optional.empty(), 0, false));

        assertThat(read("select message_kind, channel_kind, athlete, episode_id, alerts, step, state, held_by,"
                        + " attempts from analytics.deliveries"))
                .containsExactly("ALERT|webhook|anna|" + ALERT + "|1|AMBER|PENDING|SILENCE|0");
        assertThat(database.rows("select attname from pg_attribute where attrelid in (select oid from pg_class"
                        + " where relnamespace = 'analytics'::regnamespace) and attnum > 0"))
                .doesNotContain(
                        "account",
                        "login",
                        "recipient",
                        "channel",
                        "address",
                        "payload",
                        "last_error",
                        "path",
                        "sha256",
                        "note",
                        "why",
                        "idempotency_key");
    }

    @Test
    void the_reader_reads_every_view_and_nothing_else() throws Exception {
        List<String> views = database.rows(
                "select relname from pg_class where relnamespace = 'analytics'::regnamespace order by relname");
        assertThat(views)
                .containsExactly(
                        "activities",
                        "adjustments",
                        "athletes",
                        "days",
                        "deliveries",
                        "episodes",
                        "files",
                        "signals",
                        "trends",
                        "verdicts");
        List<String> others = database.rows("select oid::regclass from pg_class where relkind in ('r', 'v')"
                + " and relnamespace in ('freshlegs'::regnamespace, 'ledger'::regnamespace, 'access'::regnamespace)");
        try (Connection connection = database.connect();
                Statement reader = connection.createStatement()) {
            reader.execute("set role freshlegs_reader");
            for (String view : views) {
                reader.execute("select * from analytics." + view);
                assertRefused(reader, "delete from analytics." + view);
            }
            others.forEach(table -> assertRefused(reader, "select * from " + table));
            assertRefused(reader, "insert into freshlegs.known_athlete values ('eve')");
            assertRefused(reader, "create table analytics.mine (one integer)");
            assertRefused(reader, "copy (select 1) to program 'true'");
            assertRefused(reader, "select freshlegs.is_retracted('anna', 'goal', 'x', 'y')");
            assertRefused(reader, "select ledger.silence_of(1, now())");
        }
    }

    @Test
    void two_databases_of_one_server_share_the_role_and_grant_for_themselves() throws Exception {
        ADatabase other = ADatabase.fresh();

        Warehouse.migrate(other.address());

        assertThat(other.rowsAs("freshlegs_reader", "select count(*) from analytics.days"))
                .containsExactly("0");
        assertThat(database.rows("select rolcanlogin, rolsuper from pg_roles where rolname = 'freshlegs_reader'"))
                .containsExactly("f|f");
    }

    @Test
    void who_may_not_make_roles_migrates_all_the_same() throws Exception {
        ADatabase plain = ADatabase.ownedByNobodySpecial();

        assertThat(plain.rows("select count(*) from analytics.days")).containsExactly("0");
    }

    private static void assertRefused(Statement reader, String sql) {
        assertThatThrownBy(() -> reader.execute(sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).as(sql).isIn(NOT_ALLOWED, NO_WAY_INTO_A_VIEW));
    }
}
