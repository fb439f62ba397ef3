package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.AListener;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReviewPageTest {
    private static TestDatabase database;
    private static ACoach coach;
    private static ASignedInVisitor ben;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        database.run(
                "update freshlegs.prescription set proposed = true where athlete = 'anna' and adjustment is not null");
        coach = ACoach.answering(new AListener(), database);
        ben = ASignedInVisitor.of(database, coach, "ben")
                .as(database, Role.COACH, "anna")
                .as(database, Role.COACH, "carla")
                .as(database, Role.ASSISTANT, "gus");
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    @Test
    void a_week_is_told_worst_first_of_those_whom_the_reader_sees() {
        String page = ben.text("/review?week=2026-W47");
        assertThat(page)
                .contains(
                        "Mon 16 Nov to Sun 22 Nov 2026",
                        "1 red, 1 amber, 1 was green",
                        "Nothing arrived this week of: gus.")
                .contains("nobody has said whether it was right", "waits for an answer", "Tue 24 Nov: 6 × 200 m")
                .doesNotContain("hanna", "dora");
        assertThat(page.indexOf("carla")).isLessThan(page.indexOf("anna"));
    }

    @Test
    void any_day_names_its_week_and_one_can_go_from_week_to_week() {
        assertThat(ben.text("/review?week=2026-11-14"))
                .contains("Mon 9 Nov to Sun 15 Nov 2026", "A heavier week: 48 km in 5 runs", "The week after");
        assertThat(ben.get("/review").body()).contains("?week=2026-W46").doesNotContain("?week=2026-W48");
        assertThat(ben.text("/")).contains("Weekly review");
        for (String wrong : new String[] {"2026-W54", "2026-13-01", "soon", "1800-01-01", "9999-W01"}) {
            assertThat(ben.get("/review?week=" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void an_athlete_is_spoken_to_calmly() {
        ASignedInVisitor anna = ASignedInVisitor.of(database, coach, "anna").as(database, Role.ATHLETE, "anna");
        assertThat(anna.text("/review?week=2026-W46"))
                .contains("You trained more than usual")
                .doesNotContain("A heavier week", "carla");
    }
}
