package freshlegs.warehouse;

import static freshlegs.warehouse.Given.ANNA;
import static freshlegs.warehouse.Given.day;
import static freshlegs.warehouse.Given.fatigue;
import static freshlegs.warehouse.Given.gone;
import static freshlegs.warehouse.Given.holding;
import static freshlegs.warehouse.Given.plannedHard;
import static freshlegs.warehouse.Given.restingHeartRate;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.fact.Reading;
import freshlegs.model.result.Episode;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alert as a coach reads it: with its evidence, its facts and files, and what became of it. */
class AlertsTest {
    private static final String ID = "anna-2026-11-16-fatigue";

    private static ADatabase database;

    private AWriter writer;

    @BeforeAll
    static void make() throws Exception {
        database = ADatabase.fresh();
    }

    @BeforeEach
    void open() throws Exception {
        writer = AWriter.on(database.emptied(), "webhook");
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
    }

    @Test
    void an_alert_says_all_that_it_rests_on_in_one_row() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-16", "2026-11-20", Status.AMBER));

        assertThat(database.rows(
                        "select id, standing, status, why, athlete_why, confidence, confidence_why, clears, context,"
                                + " missing, rules, rule_set, told_status from freshlegs.alerts"))
                .containsExactly(ID + "|OPEN|AMBER|Resting heart rate is up.|Keep the next days easy.|MODERATE"
                        + "|4 of 5 kinds of evidence are known"
                        + "|Clears when the two keys disagree on 5 of 7 days (2 now)."
                        + "|[\"Hot run: 27 degrees at the wrist\"]|[\"no HRV since 2026-11-03\"]"
                        + "|[\"fatigue.two-keys/1\"]|1|AMBER");
    }

    @Test
    void every_kind_of_evidence_is_a_row_from_which_z_can_be_worked_out() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-16", "2026-11-20", Status.AMBER));

        assertThat(database.rows(
                        "select place, name, votes, value, unit, low, high, z, chart, \"limit\", days, \"values\","
                                + " round(((compared_value - compared_usual) / compared_spread)::numeric, 2) as by_hand"
                                + " from freshlegs.alert_domains where id = '" + ID + "' order by place"))
                .containsExactly(
                        "1|RESTING_HEART_RATE|t|54|bpm|45.6|50.4|2.5|2.1|1|4|12|2.50",
                        "2|HRV|f|null|ms|null|null|null|0|1|0|0|null");
    }

    @Test
    void what_an_alert_rests_on_is_named_with_its_file() throws Exception {
        Message<Reading> reading =
                restingHeartRate(ANNA, day("2026-11-20"), "r1", Instant.parse("2026-11-20T06:00:00Z"), 54);
        writer.bring(fatigue(ANNA, "2026-11-16", "2026-11-20", Status.AMBER), reading, holding(ANNA, "d1", reading));

        assertThat(
                        database.rows(
                                "select id, kind, fact_id, revision, value, unit, delivery_id, path from freshlegs.alert_evidence"))
                .containsExactly(ID + "|resting-heart-rate|2026-11-20|r1|54|bpm|d1|run.fit");
    }

    @Test
    void the_athlete_is_told_of_a_lighter_plan_only_while_it_is_lighter() throws Exception {
        String told = "select lighter_until, athlete_why, jsonb_array_length(plan) from freshlegs.alerts";
        writer.bring(
                fatigue(ANNA, "2026-11-16", "2026-11-20", Status.AMBER),
                plannedHard(ANNA, day("2026-11-18"), true),
                plannedHard(ANNA, day("2026-11-24"), true),
                plannedHard(ANNA, day("2026-11-26"), false));

        assertThat(database.rows(told))
                .containsExactly("2026-11-24|Keep the next days easy. As things stand your plan is lighter until"
                        + " Tuesday 24 November; it goes back to normal when this has passed.|2");

        writer.bring(plannedHard(ANNA, day("2026-11-24"), false));
        assertThat(database.rows(told)).containsExactly("null|Keep the next days easy.|1");
    }

    @Test
    void the_message_says_what_the_alert_says() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-16", "2026-11-20", Status.AMBER));

        assertThat(database.rows("""
                        select payload->>'athleteWhy', payload->'confidence'->>'level', payload->'context'->>0,
                               payload->'missing'->>0, payload->>'clears', payload->'rules'->>0, payload->>'ruleSet',
                               payload->'domains'->0->>'low', payload->'domains'->0->>'limit'
                        from ledger.outbox
                        """))
                .containsExactly(
                        "Keep the next days easy.|MODERATE|Hot run: 27 degrees at the wrist|no HRV since 2026-11-03"
                                + "|Clears when the two keys disagree on 5 of 7 days (2 now).|fatigue.two-keys/1|1|45.6|1.0");
    }

    @Test
    void an_alert_that_lost_its_ground_stays_in_the_list_as_withdrawn() throws Exception {
        Message<Episode> alert = fatigue(ANNA, "2026-11-16", "2026-11-20", Status.AMBER);
        writer.bring(alert);
        database.execute("update ledger.outbox set state = 'SENT'");
        writer.bring(gone(alert));

        assertThat(database.rows("select id, standing, status, why, told_status from freshlegs.alerts"))
                .containsExactly(
                        ID + "|WITHDRAWN|AMBER|Withdrawn: late or corrected data has removed the ground for this"
                                + " alert.|AMBER");
        assertThat(database.rows("select id from freshlegs.alert_evidence")).isEmpty();
    }
}
