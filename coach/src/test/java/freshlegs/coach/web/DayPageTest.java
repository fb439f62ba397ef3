package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.ADiary;
import freshlegs.coach.APlan;
import freshlegs.coach.ARun;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Role;
import freshlegs.model.AdjustmentCause;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DayPageTest {
    private static final String PAGE = "/athletes/anna/day";
    private static final String MORNING = "/athletes/anna/checkins/morning";
    private static final String RUN = "/athletes/anna/checkins/run";

    private static TestDatabase database;
    private static ADiary diary;
    private static ACoach coach;
    private static ASignedInVisitor anna;
    private static ASignedInVisitor ben;
    private static ASignedInVisitor vera;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        diary = new ADiary(database);
        coach = ACoach.answering(diary, database);
        new ARun().into(database);
        database.run("update freshlegs.activity_analysis set effort = null where date = '2026-11-19'");
        plan().into(database);
        anna = ASignedInVisitor.of(database, coach, "anna").as(database, Role.ATHLETE, "anna");
        ben = ASignedInVisitor.of(database, coach, "ben").as(database, Role.COACH, "anna");
        vera = ASignedInVisitor.of(database, coach, "vera").as(database, Role.VIEWER, "anna");
    }

    private static APlan plan() {
        return APlan.of("anna")
                .with(
                        LocalDate.parse("2026-11-22"),
                        APlan.changed(
                                AdjustmentCause.FATIGUE,
                                "Accumulating fatigue suspected: volume down a fifth.",
                                APlan.easy(25),
                                false));
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    @BeforeEach
    void forget() {
        database.run("delete from freshlegs.checkin_revision; delete from freshlegs.clearance_revision");
        diary.heard().clear();
    }

    private static String said(String path, String form) {
        HttpResponse<String> answer = anna.post(path, form);
        assertThat(answer.statusCode()).isEqualTo(303);
        return anna.text(answer.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void the_day_says_calmly_how_she_stands_what_today_asks_what_changed_and_who_decided() {
        assertThat(anna.text(PAGE))
                .containsSubsequence(
                        "Take it a little easier",
                        "your heart beats a little faster at the same pace",
                        "How was the run of yesterday?",
                        "How is this morning?",
                        "Today's session Easy run 40 min",
                        "This week",
                        "What changed and why",
                        "There are signs that you are carrying some tiredness, so this is easier than planned.",
                        "The plan did this by its rules; your coach can change it.",
                        "Last run",
                        "Connect your watch")
                .doesNotContain("Accumulating fatigue suspected", "Amber");
    }

    @Test
    void who_is_only_one_athlete_comes_to_her_day_and_finds_the_board_beside_it() {
        assertThat(anna.get("/").headers().firstValue("Location")).contains(PAGE);
        assertThat(anna.text("/?board")).contains("Today", "Squad", "anna");
        assertThat(anna.get("/?board").statusCode()).isEqualTo(200);
        assertThat(ben.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_morning_is_said_shown_as_said_and_said_anew() {
        String page = said(
                MORNING,
                "recorded=2026-11-20T08:00:00Z&fatigue=2&mood=1&soreness=3&stress=2&sleep-quality=2&sleep-hours=7%2C5");

        assertThat(diary.heard()).containsExactly("athlete morning-checkin 2026-11-20");
        assertThat(page).doesNotContain("shows here in a moment").contains("How is this morning? said, can be changed");
        assertThat(anna.get(PAGE).body())
                .contains("name=\"soreness\" value=\"3\" checked", "name=\"sleep-hours\"", "value=\"7.5\"");
        said(MORNING, "soreness=5");
        assertThat(anna.get(PAGE).body())
                .contains("name=\"soreness\" value=\"5\" checked")
                .doesNotContain("name=\"fatigue\" value=\"2\" checked");
    }

    @Test
    void a_run_of_yesterday_is_asked_for_first_until_it_is_said() {
        assertThat(anna.get(PAGE).body()).containsSubsequence("id=\"run-2026-11-19-1\"", "id=\"morning-2026-11-20\"");

        said(RUN, "date=2026-11-19&run=1&effort=6&quality=8");

        assertThat(anna.get(PAGE).body()).doesNotContain("id=\"run-2026-11-19-1\"");
        assertThat(anna.get(PAGE + "?date=2026-11-19").body())
                .contains("name=\"effort\" value=\"6\" checked", "name=\"quality\" value=\"8\" checked");
    }

    @Test
    void what_is_wrong_is_said_in_a_sentence_and_the_form_keeps_the_rest() {
        HttpResponse<String> nothing = anna.post(MORNING, "fatigue=&sleep-hours=");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(ACoach.textOf(nothing.body())).contains("Nothing was said yet: choose at least one answer.");

        HttpResponse<String> wrong = anna.post(MORNING, "fatigue=3&sleep-hours=2x&symptom=fever");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(ACoach.textOf(wrong.body()))
                .contains("Hours of sleep, such as 7.5: a number from 0 to 24 is needed.");
        assertThat(wrong.body())
                .contains(
                        "name=\"fatigue\" value=\"3\" checked",
                        "value=\"2x\"",
                        "value=\"fever\" class=\"ill\" checked");
        assertThat(diary.heard()).isEmpty();
        for (String form : new String[] {
            "fatigue=8",
            "fatigue=0",
            "mood=x",
            "symptom=love",
            "fatigue=1&date=2026-12-24",
            "fatigue=1&date=2026-11-01",
            "fatigue=1&date=x",
            "pulse=5",
            "cycle-phase=full-moon",
            "alcohol=perhaps",
            "fatigue=1&recorded=2026-11-01T00:00:00Z"
        }) {
            assertThat(anna.post(MORNING, form).statusCode()).as(form).isEqualTo(422);
        }
        assertThat(anna.post(RUN, "effort=11").statusCode()).isEqualTo(422);
        assertThat(anna.post(RUN, "effort=5&run=12").statusCode()).isEqualTo(422);
    }

    @Test
    void a_warning_sign_holds_training_at_once_until_somebody_gives_leave() {
        String page = said(MORNING, "fatigue=3&symptom=chest-pain");

        assertThat(page)
                .containsSubsequence(
                        "Training is held",
                        "Training is held until somebody who has spoken with a doctor lets you train again.",
                        "call the emergency number now: 112",
                        "Your coach is told.",
                        "Leave to train again",
                        "Training waits",
                        "Easy run not today: 40 min")
                .doesNotContain("Today's session");

        database.run("""
                insert into freshlegs.clearance_revision (athlete, fact_id, revision, local_date, ingested_at, recorded_at, edit,
                    withdrawn, told_by, rank)
                values ('anna', '2026-11-20', 'r', '2026-11-20', now(), now(), 0, false, '{"role":"COACH","id":"ben"}', 1)
                """);
        assertThat(anna.text(PAGE)).contains("Today's session").doesNotContain("Training is held");
    }

    @Test
    void signs_of_an_illness_hold_training_and_pain_says_not_to_run_through_it() {
        assertThat(said(MORNING, "symptom=fever&recorded=2026-11-20T08:00:00Z"))
                .contains("Training is held until the symptoms have been gone for a day.")
                .doesNotContain("Leave to train again");

        assertThat(said(MORNING, "pain=yes"))
                .contains("No running today", "No running through pain today.")
                .doesNotContain("Training is held");
    }

    @Test
    void the_plan_holds_training_too() {
        APlan.of("anna")
                .with(
                        LocalDate.parse("2026-11-20"),
                        APlan.changed(
                                AdjustmentCause.SAFETY, "Stop training and seek medical advice.", APlan.rest(), false))
                .into(database);

        assertThat(anna.text(PAGE)).contains("Training is held until somebody who has spoken with a doctor");
        plan().into(database);
    }

    @Test
    void an_older_one_that_comes_late_does_not_replace_a_newer_one_and_twice_is_once() {
        said(MORNING, "fatigue=2&recorded=2026-11-20T08:00:00Z");
        String late = said(MORNING, "fatigue=6&recorded=2026-11-20T06:00:00Z");
        said(MORNING, "fatigue=6&recorded=2026-11-20T06:00:00Z");

        assertThat(late).contains("Something that was said later about the same stays.");
        assertThat(database.ask("select fatigue from freshlegs.checkin where athlete = 'anna'"))
                .isEqualTo("2");
        assertThat(database.ask("select count(*) from freshlegs.checkin_revision"))
                .isEqualTo("2");
    }

    @Test
    void a_phone_whose_clock_is_ahead_is_taken_to_speak_now() {
        said(MORNING, "fatigue=2&recorded=2026-11-20T23:00:00Z");

        assertThat(database.ask("select recorded_at at time zone 'UTC' from freshlegs.checkin"))
                .isEqualTo("2026-11-20 18:00:00");
    }

    @Test
    void who_may_only_look_has_no_forms_and_a_coach_may_say_it_for_her() {
        assertThat(vera.text(PAGE)).contains("Today's session").doesNotContain("How is this morning?");
        assertThat(vera.post(MORNING, "fatigue=2").statusCode()).isEqualTo(404);
        assertThat(ben.post(MORNING, "fatigue=2").statusCode()).isEqualTo(303);
        assertThat(diary.heard()).containsExactly("coach morning-checkin 2026-11-20");
    }

    @Test
    void when_something_was_said_is_told_in_her_own_zone() {
        database.run("""
                insert into freshlegs.profile_revision (athlete, fact_id, revision, local_date, ingested_at, recorded_at, zone, rank)
                select 'anna', '2000-01-01', 'zone', '2000-01-01', now(), now(), 'Europe/Berlin', 1
                """);

        assertThat(said(MORNING, "fatigue=2&recorded=2026-11-20T06:10:00Z")).contains("Said 20 Nov, 07:10.");
        assertThat(anna.get(PAGE).body()).contains("data-zone=\"Europe/Berlin\"");
        database.run("delete from freshlegs.profile_revision where athlete = 'anna' and revision = 'zone'");
    }

    @Test
    void her_reminders_are_hers_to_choose() {
        assertThat(anna.post("/account/reminder", "morning=06%3A45&day=MONDAY&day=FRIDAY&after-run=3")
                        .statusCode())
                .isEqualTo(303);

        assertThat(anna.get("/account/reminder").body())
                .contains(
                        "value=\"06:45\"",
                        "value=\"MONDAY\" checked",
                        "value=\"FRIDAY\" checked",
                        "value=\"3\" selected")
                .doesNotContain("value=\"SUNDAY\" checked");
        for (String wrong : new String[] {"morning=25%3A00", "after-run=0", "after-run=x"}) {
            assertThat(anna.post("/account/reminder", wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
    }

    @Test
    void an_athlete_of_whom_nothing_is_known_yet_can_begin_with_a_check_in() {
        database.run("insert into freshlegs.known_athlete values ('newcomer') on conflict do nothing");
        ASignedInVisitor newcomer =
                ASignedInVisitor.of(database, coach, "newcomer").as(database, Role.ATHLETE, "newcomer");

        assertThat(newcomer.text("/athletes/newcomer/day"))
                .contains(
                        "Getting to know you",
                        "How is this morning?",
                        "Nothing is planned for today.",
                        "No run has arrived yet.");
    }
}
