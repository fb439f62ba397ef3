package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.TestDatabase;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static TestDatabase database;
    private static ACoach coach;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        coach = ACoach.lookingAt(database);
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    @Test
    void an_athlete_is_shown_with_the_evidence_behind_the_sentence() {
        assertThat(coach.text("/athletes/anna"))
                .contains("anna Amber accumulating fatigue suspected")
                .contains("Heart rate at easy pace 6 bpm above usual for 4 runs")
                .contains(
                        "How it feels ▲ yes 4.60 of 7 1.90 to 3.10 +3.50 = (4.6000 − 2.5000) / 0.6000 1.40 of 1.00 4 days 12 days 49 days")
                .contains("Performance ? not known – – – – – – –")
                .contains("Two of the runs were in 27 °C")
                .contains("No key session in the last 14 days");
    }

    @Test
    void an_athlete_without_sensors_is_unknown_and_nothing_is_drawn() {
        assertThat(coach.text("/athletes/emil"))
                .contains("emil Unknown too little is known to call it calm")
                .contains("Nothing was measured in this time.")
                .contains("low confidence");
    }

    @Test
    void the_plan_is_shown_with_before_and_after_and_reason() {
        assertThat(coach.text("/athletes/anna"))
                .contains("Sun 22 Nov shortened Planned: Long run, 80 min → now: Long run, 64 min Accumulating fatigue"
                        + " suspected: volume down a fifth for a week.")
                .contains("The week before")
                .contains("Fri 13 Nov as planned Rest")
                .contains("Thu 3 Dec")
                .doesNotContain("Thu 12 Nov")
                .doesNotContain("Fri 4 Dec");
    }

    @Test
    void the_last_weeks_say_what_rose_and_fell_and_what_that_rests_on() {
        assertThat(coach.text("/athletes/anna"))
                .containsSubsequence(
                        "Mon 9 Nov to Sun 15 Nov 2026",
                        "A heavier week: 48 km in 5 runs, 9 more than usual.",
                        "Pointing the wrong way: resting heart rate.",
                        "Distance ▲ rose 48 km 39 km 7.6 km 5 days against 4 weeks",
                        "Resting heart rate ▲ rose, worse 50.1 bpm 47.2 bpm 2.3 bpm 7 days against 27 nights",
                        "Everything else that was compared",
                        "Sleep not known 7.25 h – – 2 days against 9 nights",
                        "Mon 2 Nov to Sun 8 Nov 2026")
                .doesNotContain("You trained");
        assertThat(coach.text("/athletes/ben")).contains("No week has been reviewed yet");
    }

    @Test
    void files_are_shown_with_their_outcome_and_reason() {
        assertThat(coach.text("/athletes/anna"))
                .contains("imported inbox/anna/2026-11-20.fit running on Fri 20 Nov, 10.2 km, 52 min")
                .contains("set aside inbox/anna/notes.fit This is not a FIT file: it begins with plain text.")
                .contains("duplicate inbox/anna/again.fit The same activity came before.")
                .contains("imported inbox/anna/sleep.fit wellness readings or check-ins");
    }

    @Test
    void a_file_says_how_it_stands_among_the_copies_of_its_run_and_why() {
        assertThat(coach.text("/athletes/anna"))
                .contains("imported kept inbox/anna/whole.fit running on Thu 19 Nov, 10.0 km, 50 min, heart rate good"
                        + " the richest of 2 copies: FIT with heart rate")
                .contains(
                        "imported alternative salvaged inbox/anna/half.fit running on Thu 19 Nov, 5.0 km, 25 min,"
                                + " heart rate usable salvaged: it ends early; 45 % was read; an alternative: whole.fit is whole")
                .contains("imported taken back upload/Phone_export")
                .contains("imported 1 of 2 kept salvaged inbox/anna/triathlon.fit")
                .contains("salvaged: it ends early; 80 % was read; an alternative: run.fit has more samples");
    }

    @Test
    void episodes_have_permanent_links() {
        String athlete = coach.get("/athletes/carla").body();
        assertThat(athlete).contains("href=\"/episodes/carla.2026-11-15.fatigue\"");
        assertThat(coach.text("/episodes/carla.2026-11-15.fatigue"))
                .contains("carla Red Accumulating fatigue suspected, since Sun 15 Nov 2026, still open")
                .containsSubsequence("How it went", "Amber Sun 15 Nov 2026", "Red Thu 19 Nov 2026")
                .contains("A heat wave")
                .contains("Technical run");
        assertThat(coach.text("/episodes/anna.2026-06-02.fatigue"))
                .contains("Tue 2 Jun 2026 to Thu 11 Jun 2026")
                .contains("No session was changed.");
    }

    @Test
    void an_alert_shows_all_that_it_takes_to_check_it() {
        assertThat(coach.text("/episodes/carla.2026-11-15.fatigue"))
                .contains("To the athlete: There are signs of accumulating fatigue")
                .contains("As things stand your plan is lighter until")
                .contains("Resting heart rate ▲ yes")
                .contains("How it adds up All kinds together: 0.9 * 1.400 (subjective)")
                .contains("What was missing no key sessions since 2026-10-30")
                .contains("Confidence is moderate", "4 of 5 kinds of evidence known")
                .contains("What would clear it Clears when the two keys disagree on 5 of 7 days (2 now)")
                .contains(
                        "chart.resting-heart-rate/1 Resting heart rate is higher than usual", "Thresholds: version 1.")
                .contains("fatigue.two-keys/1 Two keys agree", "fatigue.together 2.76 SD")
                .contains("15 activities, readings and check-ins, with their files")
                .contains("resting-heart-rate/2026-11-19")
                .contains("bpm inbox/carla/2026-11-20.fit · Forerunner 265");
        String page = coach.get("/episodes/carla.2026-11-15.fatigue").body();
        assertThat(page)
                .containsPattern("<svg class=\"spark\".*aria-label=\"\\d+ values since .*own band 45.2 to 48.8\"");
        assertThat(coach.text("/athletes/anna")).contains("Clears when the two keys disagree on 5 of 7 days (2 now)");
    }

    @Test
    void an_alert_whose_ground_has_gone_is_shown_as_withdrawn_under_its_old_address() {
        try (TestDatabase other = TestDatabase.withSquad()) {
            other.run("""
                    insert into ledger.episode (id, athlete, cause, first_day, last_day, told_status, opened_at, updated_at)
                    values ('ben-2026-11-10-fatigue', 'ben', 'FATIGUE', '2026-11-10', '2026-11-14', 'AMBER', now(), now()),
                           ('anna-2026-11-16-fatigue', 'anna', 'FATIGUE', '2026-11-16', '2026-11-17', 'AMBER', now(), now())
                    """);
            try (ACoach look = ACoach.lookingAt(other)) {
                assertThat(look.text("/episodes/ben-2026-11-10-fatigue"))
                        .contains("Tue 10 Nov 2026 to Sat 14 Nov 2026")
                        .contains("Withdrawn: late or corrected data has removed the ground for this alert.")
                        .contains("What was told of it: Amber");
                assertThat(look.get("/athletes/ben").body())
                        .contains("Withdrawn", "href=\"/episodes/ben-2026-11-10-fatigue\"");
                assertThat(look.get("/episodes/anna-2026-11-16-fatigue").body())
                        .contains("Part of another alert now", "href=\"/episodes/anna.2026-11-15.fatigue\"");
            }
        }
    }

    @Test
    void what_a_person_decided_about_a_session_stands_beside_it() {
        try (TestDatabase other = TestDatabase.withSquad()) {
            other.run("""
                    update freshlegs.prescription set prescribed = planned, decisions = '[{"cause": "FATIGUE",
                        "verdict": "keep-plan", "decidedBy": {"role": "COACH", "id": "c1"},
                        "decidedAt": "2026-11-20T19:00:00Z", "standing": "IN_FORCE", "said": "Kept as planned by the coach"}]'
                    where athlete = 'anna' and adjustment ->> 'kind' = 'SWAPPED'
                    """);
            try (ACoach look = ACoach.lookingAt(other)) {
                assertThat(look.text("/athletes/anna")).contains("Kept as planned by the coach.");
            }
        }
    }

    @Test
    void a_stretch_that_shares_its_name_with_an_earlier_one_shows_both() {
        try (TestDatabase other = TestDatabase.withSquad()) {
            other.run("update freshlegs.episode set id = 'anna.2026-11-15.fatigue' where athlete = 'anna'");
            try (ACoach look = ACoach.lookingAt(other)) {
                assertThat(look.text("/episodes/anna.2026-11-15.fatigue"))
                        .containsSubsequence("still open", "Earlier stretches", "Tue 2 Jun 2026 to Thu 11 Jun 2026");
            }
        }
    }

    @Test
    void every_chart_has_the_same_numbers_as_a_table() {
        String page = coach.text("/athletes/anna");
        assertThat(page)
                .contains("Fitness, fatigue and form as a table Day Fitness Fatigue Form Marked 2026-11-20")
                .contains(
                        "Resting heart rate as a table Day Measured (bpm) Smoothed (bpm) Band from (bpm) Band to (bpm)"
                                + " Marked 2026-11-20")
                .contains("Heart rate variability as a table")
                .contains("Heart rate at pace as a table")
                .contains("Load as a table Day Load Marked 2026-11-20")
                .contains("needs JavaScript");
    }

    @Test
    void a_longer_range_shows_more_days() {
        assertThat(coach.text("/athletes/anna")).doesNotContain("2026-06-01");
        assertThat(coach.text("/athletes/anna?days=180")).contains("2026-06-01");
    }

    @Test
    void words_match_certainty() {
        for (String page : new String[] {"/", "/athletes/anna", "/episodes/carla.2026-11-15.fatigue"}) {
            assertThat(coach.text(page))
                    .containsIgnoringCase("accumulating fatigue suspected")
                    .contains("not a medical device")
                    .contains("Not affiliated with Garmin")
                    .doesNotContainIgnoringCase("overtrained")
                    .doesNotContainIgnoringCase("diagnosis");
        }
    }

    @Test
    void what_does_not_exist_is_a_plain_page() {
        HttpResponse<String> nobody = coach.get("/athletes/nobody");
        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(ACoach.textOf(nobody.body())).contains("There is no athlete nobody.", "Back to the squad");
        assertThat(coach.get("/episodes/anna.1999-01-01.fatigue").statusCode()).isEqualTo(404);
        assertThat(coach.get("/assets/other.js").statusCode()).isEqualTo(404);
        HttpResponse<String> nowhere = coach.get("/nowhere");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(ACoach.textOf(nowhere.body())).contains("There is no such page.");
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_hint() {
        for (String path : new String[] {"/athletes/..%2F..%2Fetc", "/athletes/%3Cscript%3E", "/athletes/Anna"}) {
            HttpResponse<String> answer = coach.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("<script>", "Exception");
        }
        assertThat(coach.get("/athletes/anna?days=7000000000").statusCode()).isEqualTo(400);
        assertThat(coach.text("/athletes/anna?days=x")).contains("Ask for one of 42, 90, 180, 365, 1825 days.");
        assertThat(coach.get("/episodes/a%20b").statusCode()).isEqualTo(400);
    }

    @Test
    void a_new_athlete_of_whom_nothing_was_judged_is_unknown() {
        try (TestDatabase other = TestDatabase.empty()) {
            other.run("insert into freshlegs.known_athlete values ('newcomer')");
            try (ACoach look = ACoach.lookingAt(other)) {
                assertThat(look.text("/")).contains("newcomer Unknown Last sync never", "Nothing has been judged yet.");
                assertThat(look.text("/athletes/newcomer")).contains("No plan yet", "None so far", "inbox/newcomer");
            }
        }
    }

    @Test
    void an_empty_squad_says_how_to_begin() {
        try (TestDatabase other = TestDatabase.empty();
                ACoach look = ACoach.lookingAt(other)) {
            assertThat(look.text("/")).contains("No athletes yet", "./freshlegs import --athlete anna");
        }
    }
}
