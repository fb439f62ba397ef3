package freshlegs.warehouse;

import static freshlegs.warehouse.Given.ANNA;
import static freshlegs.warehouse.Given.afterRun;
import static freshlegs.warehouse.Given.day;
import static freshlegs.warehouse.Given.fatigue;
import static freshlegs.warehouse.Given.gone;
import static freshlegs.warehouse.Given.morning;
import static freshlegs.warehouse.Given.outcome;
import static freshlegs.warehouse.Given.plannedHard;
import static freshlegs.warehouse.Given.profile;
import static freshlegs.warehouse.Given.restingHeartRate;
import static freshlegs.warehouse.Given.review;
import static freshlegs.warehouse.Given.session;
import static freshlegs.warehouse.Given.sleep;
import static freshlegs.warehouse.Given.status;
import static freshlegs.warehouse.Given.takenBack;
import static freshlegs.warehouse.Given.trend;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.result.FileOutcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One worker between a broker and a database; every test has an athlete of its own. */
class WarehouseWorkerTest {
    private static final Instant START = Instant.parse("2026-11-19T06:00:00Z");
    private static final LocalDate DAY = day("2026-11-19");
    private static AWarehouse warehouse;
    private static int athletes;

    private AthleteId athlete = ANNA;

    @BeforeAll
    static void open() throws Exception {
        warehouse = AWarehouse.working();
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    @BeforeEach
    void anotherAthlete() {
        athlete = AthleteId.of("runner" + ++athletes);
    }

    @Test
    void every_topic_becomes_rows() throws Exception {
        warehouse.publishAndSettle(
                trend(athlete, DAY, 80),
                status(athlete, DAY, Status.AMBER),
                fatigue(athlete, "2026-11-18", "2026-11-19", Status.AMBER),
                plannedHard(athlete, day("2026-11-20"), true),
                outcome(athlete, "d1", Outcome.SET_ASIDE, START),
                session(athlete, START, "a", 10, 10_000),
                restingHeartRate(athlete, DAY, "a", START, 48),
                sleep(athlete, DAY, 7.25),
                morning(athlete, DAY, 3),
                afterRun(athlete, DAY, 1, 7));

        assertThat(rows("date, kind, load, heart_rate_bpm_mean7d, monotony, flags", "trend_day"))
                .containsExactly("2026-11-19|TRAINED|80|141.5|null|[\"hot\"]");
        assertThat(rows(
                        "load7d, load7d_days, resting_heart_rate_bpm, resting_heart_rate_bpm_low,"
                                + " resting_heart_rate_bpm_days, subjective, subjective_days, acute_chronic_coupled",
                        "trend_day"))
                .containsExactly("350|13|48|46|38|null|0|1.1");
        assertThat(rows("status, domains->0->>'name', domains->0->>'z'", "status_day"))
                .containsExactly("AMBER|RESTING_HEART_RATE|2.5");
        assertThat(rows("id, cause, open, steps->0->>'status'", "episode"))
                .containsExactly(athlete + "-2026-11-18-fatigue|FATIGUE|t|AMBER");
        assertThat(rows("planned->>'title', adjustment->>'kind'", "prescription"))
                .containsExactly("6 x 800 m|SWAPPED");
        assertThat(rows("delivery_id, outcome, reason", "file_outcome")).containsExactly("d1|set-aside|null");
        assertThat(rows("fact_id, sport, distance_metres, workout_feel", "activity"))
                .containsExactly("20261119T060000Z-running|RUNNING|10000|50");
        assertThat(rows("kind, bpm, asleep_hours", "reading"))
                .containsExactlyInAnyOrder("resting-heart-rate|48|null", "sleep|null|7.25");
        assertThat(rows("kind, fatigue, effort, ordinal, symptoms", "checkin"))
                .containsExactlyInAnyOrder("morning-checkin|3|null|null|[\"FEVER\"]", "run-checkin|null|7|1|[]");
    }

    @Test
    void a_later_record_of_a_key_replaces_the_row_even_within_one_batch() throws Exception {
        warehouse.publishAndSettle(trend(athlete, DAY, 80), trend(athlete, DAY, 90));
        warehouse.publishAndSettle(trend(athlete, DAY, 95));

        assertThat(rows("load", "trend_day")).containsExactly("95");
    }

    @Test
    void a_weeks_review_is_a_row_and_each_of_its_quantities_one_more_until_it_is_taken_back() throws Exception {
        LocalDate monday = day("2026-11-16");
        warehouse.publishAndSettle(review(athlete, monday, "Preliminary."));
        warehouse.publishAndSettle(review(athlete, monday, "A heavier week."));

        assertThat(rows("week, shape, worst, summary, question, runs->>0", "week_review"))
                .containsExactly("2026-11-16|HEAVIER|GREEN|A heavier week.|null|20261117T060000Z-running");
        assertThat(rows("place, quantity, direction, value, usual, noise, spreads, days, before", "week_change"))
                .containsExactly("1|DISTANCE|ROSE|48|39|7.6|2.65|2|4", "2|HRV|UNKNOWN|null|null|null|null|0|0");

        warehouse.publishAndSettle(gone(review(athlete, monday, "")));
        assertThat(rows("week", "week_review")).isEmpty();
        assertThat(rows("week", "week_change")).isEmpty();
    }

    @Test
    void a_tombstone_deletes_its_row_and_no_other() throws Exception {
        var reading = restingHeartRate(athlete, DAY, "a", START, 48);
        var activity = session(athlete, START, "a", 10, 10_000);
        var telling = profile(athlete, DAY, START, Optional.empty(), OptionalInt.of(190));
        warehouse.publishAndSettle(
                trend(athlete, DAY, 80), trend(athlete, DAY.plusDays(1), 81), reading, activity, telling);

        warehouse.publishAndSettle(gone(trend(athlete, DAY, 80)), gone(reading), gone(activity), gone(telling));

        assertThat(rows("date", "trend_day")).containsExactly("2026-11-20");
        assertThat(rows("fact_id", "reading")).isEmpty();
        assertThat(rows("fact_id", "activity")).isEmpty();
        assertThat(rows("maximal_heart_rate_bpm", "athlete")).containsExactly("null");
    }

    @Test
    void an_athlete_of_whom_nothing_is_left_is_forgotten() throws Exception {
        var file = outcome(athlete, "d1", Outcome.IMPORTED, START);
        warehouse.publishAndSettle(file, trend(athlete, DAY, 80));
        assertThat(rows("athlete", "athlete")).hasSize(1);

        warehouse.publishAndSettle(gone(file), gone(trend(athlete, DAY, 80)));

        assertThat(rows("athlete", "athlete")).isEmpty();
    }

    @Test
    void of_several_revisions_the_one_that_knows_most_is_believed_in_any_order() throws Exception {
        warehouse.publishAndSettle(
                session(athlete, START, "a", 10, 10_000),
                session(athlete, START, "c", 20, 11_000),
                session(athlete, START, "b", 20, 12_000),
                restingHeartRate(athlete, DAY, "z", START, 48),
                restingHeartRate(athlete, DAY, "a", START.plusSeconds(60), 47));

        assertThat(rows("revision, distance_metres", "activity")).containsExactly("c|11000");
        assertThat(rows("bpm", "reading")).containsExactly("47");
    }

    @Test
    void an_activity_is_the_copy_that_its_files_say_is_kept() throws Exception {
        var watch = session(athlete, START, "a", 10, 10_000);
        var again = session(athlete, START, "b", 20, 10_100);
        var phone = session(athlete, START.plusSeconds(20), "c", 5, 9_900);
        warehouse.publishAndSettle(watch, again, phone);
        assertThat(rows("revision", "activity")).containsExactlyInAnyOrder("b", "c");

        warehouse.publishAndSettle(outcome(athlete, "d1", watch, true));
        assertThat(rows("revision", "activity")).containsExactlyInAnyOrder("a", "c");

        warehouse.publishAndSettle(outcome(athlete, "d2", again, false), outcome(athlete, "d3", phone, false));
        assertThat(rows("revision, source->>'format', heart_rate_quality, heart_rate_grade", "activity"))
                .containsExactly("a|FIT|null|null");
    }

    @Test
    void a_reading_that_was_taken_back_gives_way_to_the_next_and_its_file_brought_nothing() throws Exception {
        var wrong = restingHeartRate(athlete, DAY, "z", START.plusSeconds(60), 148);
        warehouse.publishAndSettle(
                wrong,
                restingHeartRate(athlete, DAY, "a", START, 48),
                outcome(athlete, "d1", Outcome.IMPORTED, START),
                outcome(athlete, "d2", Outcome.IMPORTED, START.plusSeconds(9)));
        assertThat(rows("bpm", "reading")).containsExactly("148");

        warehouse.publishAndSettle(takenBack(athlete, "d2", START.plusSeconds(9), wrong));
        assertThat(rows("bpm", "reading")).containsExactly("48");
        assertThat(rows("kind, fact_id, revision", "taken_back")).containsExactly("resting-heart-rate|2026-11-19|z");
        assertThat(rows("last_delivery_at at time zone 'UTC'", "squad")).containsExactly("2026-11-19 06:00:00");
    }

    @Test
    void a_later_profile_replaces_only_what_it_states() throws Exception {
        var berlin = Optional.of(java.time.ZoneId.of("Europe/Berlin"));
        warehouse.publishAndSettle(
                profile(athlete, DAY, START, Optional.empty(), OptionalInt.of(188)),
                profile(athlete, DAY.minusDays(9), START, berlin, OptionalInt.of(190)),
                profile(athlete, DAY, START.plusSeconds(1), Optional.empty(), OptionalInt.of(186)),
                trend(athlete, DAY.minusDays(1), 0),
                trend(athlete, DAY, freshlegs.model.result.TrendDay.Kind.MISSING, 0));

        assertThat(rows("zone, maximal_heart_rate_bpm, sex, birth_year, first_day, last_day", "athlete"))
                .containsExactly("Europe/Berlin|186|FEMALE|null|2026-11-18|2026-11-18");
    }

    @Test
    void the_squad_shows_where_each_athlete_stands() throws Exception {
        List<Message<?>> messages = new ArrayList<>(List.of(
                status(athlete, DAY.minusDays(1), Status.GREEN),
                status(athlete, DAY, Status.AMBER),
                fatigue(athlete, "2026-11-18", "2026-11-19", Status.AMBER),
                plannedHard(athlete, DAY.minusDays(2), true),
                plannedHard(athlete, DAY.plusDays(1), false),
                plannedHard(athlete, DAY.plusDays(2), true),
                outcome(athlete, "d1", Outcome.IMPORTED, START),
                outcome(athlete, "d2", Outcome.DUPLICATE, START.plusSeconds(9))));
        for (int i = 0; i < 10; i++) {
            messages.add(trend(athlete, DAY.minusDays(i), 10));
        }
        warehouse.publish(messages);
        warehouse.settle();

        assertThat(rows(
                        "status, status_date, low_confidence, last_delivery_at at time zone 'UTC', last_day, load7d,"
                                + " fitness, fatigue, form, open_episodes, next_adjustment->>'date',"
                                + " next_adjustment->'prescribed'->>'title', next_hard->>'date'",
                        "squad"))
                .containsExactly("AMBER|2026-11-19|f|2026-11-19 06:00:00|2026-11-19|70|40|50|-10|1|2026-11-21|Easy run"
                        + "|2026-11-20");
    }

    @Test
    void an_athlete_known_only_by_a_file_stands_in_the_squad_as_unknown() throws Exception {
        warehouse.publishAndSettle(outcome(athlete, "d1", Outcome.SET_ASIDE, START));

        assertThat(rows("status, status_date, low_confidence, load7d, open_episodes", "squad"))
                .containsExactly("UNKNOWN|null|t|null|0");
    }

    @Test
    void what_cannot_be_read_is_kept_aside_with_its_reason_and_the_rest_flows() throws Exception {
        Message<?> good = trend(athlete, DAY, 80);
        var bad = status(athlete, DAY, Status.AMBER);
        var zeroByte = outcome(athlete, "d\u0000", Outcome.IMPORTED, START);
        warehouse.execute("truncate freshlegs.unreadable");
        warehouse.publishAndSettle(
                bad.saying("not json"),
                bad.saying("{}"),
                trend(AthleteId.of("somebody"), DAY, 80).saying(good.json().orElseThrow()),
                zeroByte,
                gone(new Message<>(bad.topic(), athlete + "/not-a-date", Optional.empty())),
                gone(new Message<>(bad.topic(), athlete + "/2026-01-01/too/long", Optional.empty())),
                new Message<>(bad.topic(), "Not An Athlete/2026-01-01", bad.json()),
                good);

        assertThat(warehouse.rows("select topic, reason from freshlegs.unreadable order by topic, reason"))
                .containsExactly(
                        "fatigue.status.v1|its key is not of the form athlete/date",
                        "fatigue.status.v1|not a readable StatusDay",
                        "fatigue.status.v1|not a readable StatusDay",
                        "fatigue.status.v1|not an athlete id: use 1 to 64 lower-case letters, digits, '-' or '_',"
                                + " beginning and ending with a letter or digit",
                        "fatigue.status.v1|the database refuses it (22007)",
                        "intake.outcome.v1|the database refuses it (22P05)",
                        "training.trend.v1|its key and its content disagree");
        assertThat(rows("load", "trend_day")).containsExactly("80");
    }

    @Test
    void what_was_never_committed_never_becomes_a_row() throws Exception {
        warehouse.publishAndAbort(trend(athlete, DAY, 80));
        warehouse.publishAndSettle(trend(athlete, DAY.plusDays(1), 81));

        assertThat(rows("load", "trend_day")).containsExactly("81");
    }

    @Test
    void not_settled_is_said_when_the_time_is_up() throws Exception {
        try (AWarehouse idle = AWarehouse.stopped()) {
            assertThat(Settled.await(idle.kafka, idle.database.address(), Duration.ZERO))
                    .as("empty topics")
                    .isTrue();
            idle.publish(trend(athlete, DAY, 80));

            assertThat(Settled.await(idle.kafka, idle.database.address(), Duration.ofMillis(300)))
                    .isFalse();
        }
    }

    private List<String> rows(String columns, String table) throws Exception {
        return warehouse.rows("select " + columns + " from freshlegs." + table + " where athlete = '" + athlete + "'");
    }
}
