package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.APlan;
import freshlegs.coach.TestDatabase;
import freshlegs.model.AdjustmentCause;
import freshlegs.model.plan.Done;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlanPageTest {
    private static TestDatabase database;
    private static ACoach coach;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        coach = ACoach.lookingAt(database);
        APlan.of("anna")
                .with(
                        LocalDate.parse("2026-11-17"),
                        APlan.done(Done.Grade.SUCCESS, "6 of 6 × 200 m on target, no fade, effort 7"))
                .with(
                        LocalDate.parse("2026-11-24"),
                        APlan.changed(AdjustmentCause.FATIGUE, "Fatigue adds up.", APlan.technical(), false))
                .with(
                        LocalDate.parse("2026-11-27"),
                        APlan.changed(AdjustmentCause.LOAD, "More than lately.", APlan.easy(25), true))
                .into(database);
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    @Test
    void today_is_told_with_its_steps_its_effort_and_what_to_think_of() {
        assertThat(coach.text("/athletes/anna/plan"))
                .contains("Plan of anna Fri 20 Nov 2026")
                .containsSubsequence(
                        "Today",
                        "Fri 20 Nov Easy run 40 min · about 6.6 km · effort 2 to 3 of 10 · a gently hilly route",
                        "Easy running that builds the base and costs little.",
                        "Run 40 min at 5:40 to 6:10 /km, 125 to 145 bpm",
                        "Run tall, hips forward, eyes on the horizon. Breathe out fully",
                        "Cue word: tall.",
                        "Also: 30 to 45 min of easy cross-training, if you like.",
                        "Remember: Drink through the day",
                        "This week");
    }

    @Test
    void a_week_says_its_place_what_it_is_for_its_bounds_and_what_was_done() {
        assertThat(coach.text("/athletes/anna/plan"))
                .containsSubsequence(
                        "This week Mon 16 Nov to Sun 22 Nov · Week 2 of 8 · A step up in intensity, no more volume.",
                        "4 runs, 3 h 30 min, about 34.0 km · all runs together at most 38.0 km · at least 2 easy runs"
                                + " · at least 2 times of mobility · at least 1 time of cross-training",
                        "Tue 17 Nov 6 × 200 m, full recovery hard",
                        "Done, as planned: 6 of 6 × 200 m on target, no fade, effort 7",
                        "6 times: Run 200 m in 44 to 45 s (3:38 to 3:45 /km) Recover 90 s",
                        "Fri 20 Nov Easy run today");
    }

    @Test
    void what_changed_stands_as_before_and_after_with_its_reason_and_until_when() {
        assertThat(coach.text("/athletes/anna/plan"))
                .containsSubsequence(
                        "What changed and why",
                        "Tue 24 Nov swapped Planned: 6 × 200 m, full recovery, 50 min → now: Technical run: 35 min easy,"
                                + " drills, 4 relaxed strides Fatigue adds up. Foreseen until Thu 26 Nov.",
                        "Fri 27 Nov proposed Planned: Easy run, 40 min → proposed: Easy run, 25 min More than lately.");
    }

    @Test
    void the_goal_the_prediction_and_what_paces_rest_on_are_told_with_their_noise() {
        assertThat(coach.text("/athletes/anna/plan"))
                .contains("Goal: 5 km race on Sun 3 Jan 2027, in 6 weeks, hoped for in 21:30.")
                .contains("As things stand about 22:05 is to be expected there.")
                .contains("Paces rest on the time trial of Sun 8 Nov 2026: 5 km in 22:30 (VDOT 43.4).")
                .contains(
                        "Against the one before 2.1 % faster, a possible change.",
                        "varies by about 1.5 %", "best of the last 400 days");
    }

    @Test
    void weeks_ahead_are_folded_until_somebody_opens_them_all() {
        String folded = coach.get("/athletes/anna/plan").body();
        assertThat(folded).contains("Open all weeks").doesNotContain("<details class=\"planned-week\" open");
        assertThat(ACoach.textOf(folded))
                .containsSubsequence("Weeks ahead", "Week 4 of 8", "Week 8 of 8", "Race: 5 km");
        assertThat(coach.get("/athletes/anna/plan?weeks=all").body())
                .contains("<details class=\"planned-week\" open")
                .doesNotContain("Open all weeks");
    }

    @Test
    void a_plan_from_before_there_were_steps_still_shows() {
        assertThat(coach.text("/athletes/carla/plan"))
                .contains("Sun 22 Nov Long run shortened 64 min", "No recent time to take paces from is known");
    }

    @Test
    void terms_are_told_and_the_athletes_page_leads_here() {
        database.run("""
                insert into freshlegs.plan_terms_revision values ('ben', '2026-11-02', '0123456789abcdef', '2026-11-02', now(), now(),
                    0, '["SUNDAY", "TUESDAY", "THURSDAY"]', 'SUNDAY', 'review-first', 3, false, '{"role":"COACH","id":"c1"}', 1)
                """);
        assertThat(coach.text("/athletes/ben/plan"))
                .contains("Training is possible on Tue, Thu, Sun; the long run is on Sun. Changes are proposed first");
        assertThat(coach.get("/athletes/ben").body()).contains("href=\"/athletes/ben/plan\"");
    }

    @Test
    void who_has_no_plan_or_does_not_exist_is_told_so() {
        database.run("insert into freshlegs.known_athlete values ('newcomer')");
        assertThat(coach.text("/athletes/newcomer/plan")).contains("No plan yet");
        assertThat(coach.get("/athletes/nobody/plan").statusCode()).isEqualTo(404);
    }
}
