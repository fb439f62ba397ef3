package freshlegs.warehouse;

import static freshlegs.warehouse.Given.ANNA;
import static freshlegs.warehouse.Given.BERT;
import static freshlegs.warehouse.Given.fatigue;
import static freshlegs.warehouse.Given.gone;
import static freshlegs.warehouse.Given.judged;
import static freshlegs.warehouse.Given.note;
import static freshlegs.warehouse.Given.phase;
import static freshlegs.warehouse.Given.retracted;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.fact.AlertVerdict.Verdict;
import freshlegs.model.fact.FactKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people say back of alerts, and what is counted of it. */
class VerdictsTest {
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

    private static List<String> verdicts() throws Exception {
        return database.rows("select verdict, alert_id, standing from freshlegs.alert_verdict order by fact_id");
    }

    private static List<String> precision() throws Exception {
        return database.rows("select cause, rule_set, rules, status, alerts, told, judged_right, judged_wrong,"
                + " judged_unsure, precision from freshlegs.rule_precision order by rules desc, status");
    }

    @Test
    void of_several_tellings_the_last_edit_is_believed_whatever_comes_first() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER));
        writer.bring(judged(ANNA, "2026-11-18", "2026-11-19", Verdict.WRONG, 1));
        writer.bring(judged(ANNA, "2026-11-18", "2026-11-19", Verdict.RIGHT, 0));
        writer.bring(judged(ANNA, "2026-11-18", "2026-11-19", Verdict.WRONG, 1));

        assertThat(verdicts()).containsExactly("wrong|anna-2026-11-18-fatigue|STANDS");
    }

    @Test
    void a_verdict_that_is_taken_back_by_an_edit_or_for_good_counts_no_more() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER));
        writer.bring(judged(ANNA, "2026-11-18", "2026-11-19", Verdict.WRONG, 0));
        writer.bring(judged(ANNA, "2026-11-18", "2026-11-19", Verdict.NONE, 1));
        assertThat(verdicts()).isEmpty();

        writer.bring(judged(ANNA, "2026-11-18", "2026-11-19", Verdict.RIGHT, 2));
        assertThat(verdicts()).hasSize(1);
        writer.bring(retracted(ANNA, FactKind.ALERT_VERDICT, "2026-11-18.fatigue"));
        assertThat(verdicts()).isEmpty();
        assertThat(precision()).containsExactly("FATIGUE|1|[\"fatigue.two-keys/1\"]|AMBER|1|1|0|0|0|null");
    }

    @Test
    void a_verdict_stays_with_its_alert_when_late_data_moves_the_first_day() throws Exception {
        var late = fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER);
        writer.bring(late);
        writer.bring(judged(ANNA, "2026-11-18", "2026-11-20", Verdict.RIGHT, 0));

        writer.bring(gone(late), fatigue(ANNA, "2026-11-19", "2026-11-20", Status.AMBER));

        assertThat(verdicts()).containsExactly("right|anna-2026-11-18-fatigue|STANDS");
    }

    @Test
    void a_verdict_that_comes_before_its_alert_or_with_days_nobody_else_saw_finds_the_alert_by_overlap()
            throws Exception {
        writer.bring(judged(ANNA, "2026-11-16", "2026-11-19", Verdict.RIGHT, 0));
        assertThat(verdicts()).containsExactly("right|null|UNKNOWN");

        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER));

        assertThat(verdicts()).containsExactly("right|anna-2026-11-18-fatigue|STANDS");
    }

    @Test
    void a_verdict_about_an_alert_that_was_withdrawn_is_shown_and_counts_no_more() throws Exception {
        var amber = fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER);
        writer.bring(amber);
        writer.bring(judged(ANNA, "2026-11-18", "2026-11-19", Verdict.RIGHT, 0));
        writer.bring(gone(amber));

        assertThat(verdicts()).containsExactly("right|anna-2026-11-18-fatigue|GONE");
        assertThat(precision()).isEmpty();
    }

    @Test
    void precision_is_right_of_right_and_wrong_by_the_rules_that_were_judged_or_raised_what_nobody_judged()
            throws Exception {
        writer.bring(
                fatigue(ANNA, "2026-09-01", "2026-09-04", Status.AMBER),
                fatigue(ANNA, "2026-10-01", "2026-10-04", Status.AMBER),
                fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER),
                fatigue(BERT, "2026-11-18", "2026-11-20", Status.AMBER),
                fatigue(BERT, "2026-10-01", "2026-10-09", Status.RED));
        writer.bring(
                judged(ANNA, "2026-09-01", "2026-09-04", Verdict.RIGHT, 0),
                judged(ANNA, "2026-10-01", "2026-10-04", Verdict.WRONG, 0),
                judged(ANNA, "2026-11-18", "2026-11-19", Verdict.UNSURE, 0));

        assertThat(precision())
                .containsExactly(
                        "FATIGUE|1|[\"fatigue.two-keys/1\"]|AMBER|4|2|1|1|1|0.5",
                        "FATIGUE|1|[\"fatigue.two-keys/1\"]|RED|1|0|0|0|0|null");
    }

    @Test
    void two_verdicts_that_a_merger_brings_to_one_alert_count_once_and_the_later_decides() throws Exception {
        var first = fatigue(ANNA, "2026-10-01", "2026-10-04", Status.AMBER);
        var second = fatigue(ANNA, "2026-10-15", "2026-10-19", Status.AMBER);
        writer.bring(first, second);
        writer.bring(judged(ANNA, "2026-10-01", "2026-10-04", Verdict.WRONG, 0));
        writer.bring(judged(ANNA, "2026-10-15", "2026-10-19", Verdict.RIGHT, 1));

        writer.bring(gone(first), gone(second), fatigue(ANNA, "2026-10-01", "2026-10-19", Status.AMBER));

        assertThat(verdicts()).hasSize(2);
        assertThat(precision()).containsExactly("FATIGUE|1|[\"fatigue.two-keys/1\"]|AMBER|1|0|1|0|0|1");
    }

    @Test
    void a_phase_is_edited_and_cancelled() throws Exception {
        writer.bring(
                phase(ANNA, "2026-11-20", "2026-11-30", 0, false), phase(ANNA, "2026-12-20", "2026-12-24", 0, false));
        writer.bring(phase(ANNA, "2026-11-20", "2026-11-25", 1, false));
        assertThat(database.rows("select local_date, last_day, phase, note from freshlegs.planned_phase order by 1"))
                .containsExactly("2026-11-20|2026-11-25|block|Font Romeu", "2026-12-20|2026-12-24|block|Font Romeu");

        writer.bring(phase(ANNA, "2026-11-20", "2026-11-25", 2, true));
        writer.bring(retracted(ANNA, FactKind.PLANNED_PHASE, "2026-12-20"));
        assertThat(database.rows("select * from freshlegs.planned_phase")).isEmpty();
    }

    @Test
    void a_note_is_edited_and_taken_back_and_every_telling_of_it_is_kept() throws Exception {
        writer.bring(note(ANNA, "Slept badly.", 0, false));
        writer.bring(note(ANNA, "Slept well.", 1, false));
        assertThat(database.rows("select text, shared, alert from freshlegs.note"))
                .containsExactly("Slept well.|t|anna-2026-11-18-fatigue");

        writer.bring(note(ANNA, "Slept well.", 2, true));
        assertThat(database.rows("select text from freshlegs.note")).isEmpty();
        assertThat(database.rows("select count(*) from freshlegs.note_revision"))
                .containsExactly("3");
    }
}
