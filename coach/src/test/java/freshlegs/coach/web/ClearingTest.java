package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.AListener;
import freshlegs.coach.APlan;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Role;
import freshlegs.model.AdjustmentCause;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClearingTest {
    private static final String PAGE = "/athletes/anna/clearance";
    private static final AListener LISTENER = new AListener();
    private static TestDatabase database;
    private static ACoach console;
    private static ASignedInVisitor coach;
    private static ASignedInVisitor anna;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        console = ACoach.answering(LISTENER, database);
        APlan.of("anna")
                .with(
                        LocalDate.parse("2026-11-20"),
                        APlan.changed(AdjustmentCause.SAFETY, "A warning sign.", APlan.rest(), false))
                .into(database);
        coach = ASignedInVisitor.of(database, console, "robin").as(database, Role.COACH, "anna");
        anna = ASignedInVisitor.of(database, console, "anna").as(database, Role.ATHLETE, "anna");
    }

    @AfterAll
    static void close() {
        console.close();
        database.close();
    }

    @Test
    void a_coach_who_has_spoken_with_a_doctor_gives_leave() {
        assertThat(coach.text(PAGE)).contains("Training is held since", "I have spoken with a doctor");

        HttpResponse<String> silent = coach.post(PAGE, "note=all+well");
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(ACoach.textOf(silent.body())).contains("say so by the box");
        assertThat(silent.body()).contains("value=\"all well\"");

        HttpResponse<String> said = coach.post(PAGE, "spoken=yes&note=all+well");
        assertThat(said.statusCode()).isEqualTo(303);
        assertThat(LISTENER.heard()).containsExactly("anna clear false all well");
        String next = said.headers().firstValue("Location").orElseThrow();
        assertThat(coach.text(next.substring(next.indexOf("/athletes")))).contains("It shows here and in the plan");
    }

    @Test
    void an_athlete_does_not_pass_her_coach_by() {
        assertThat(anna.text(PAGE)).contains("Your coach gives leave").doesNotContain("I have spoken with a doctor");
        assertThat(anna.post(PAGE, "spoken=yes").statusCode()).isEqualTo(403);
        assertThat(LISTENER.heard()).noneMatch(heard -> heard.endsWith("clear false "));
    }
}
