package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.coach.ABrowser;
import freshlegs.coach.ACoach;
import freshlegs.coach.AListener;
import freshlegs.coach.APlan;
import freshlegs.coach.Contrast;
import freshlegs.coach.TestDatabase;
import freshlegs.model.AdjustmentCause;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCalendarTest {
    private static final String PAGE = "/athletes/anna/calendar";
    private static final AListener LISTENER = new AListener();
    private static TestDatabase database;
    private static ACoach coach;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        APlan.of("anna")
                .with(
                        LocalDate.parse("2026-11-24"),
                        APlan.changed(AdjustmentCause.FATIGUE, "Fatigue adds up.", APlan.technical(), false))
                .into(database);
        database.run("insert into freshlegs.week_order_revision values ('anna', '2026-12-07', '0123456789abcd00',"
                + " '2026-12-07', now(), now(), 0, '[\"MONDAY\", \"WEDNESDAY\", \"TUESDAY\", \"THURSDAY\", \"FRIDAY\","
                + " \"SATURDAY\", \"SUNDAY\"]', null, '{\"role\": \"COACH\", \"id\": \"console\"}', 1)");
        coach = ACoach.answering(LISTENER, database);
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    @BeforeEach
    void listen() {
        LISTENER.heard().clear();
    }

    @Test
    void a_month_shows_its_weeks_what_changed_and_what_was_moved() {
        assertThat(coach.text(PAGE))
                .contains(
                        "Calendar of anna",
                        "November 2026",
                        "Later month",
                        "Fri 20 Nov today",
                        "Planned: ",
                        "Fatigue adds up.")
                .doesNotContain("moved from");
        assertThat(coach.text(PAGE + "?month=2026-12"))
                .contains(
                        "December 2026",
                        "Earlier month",
                        "moved from Wed 9 Dec",
                        "days changed places",
                        "Usual order again");
        assertThat(coach.get(PAGE + "?month=soon").statusCode()).isEqualTo(400);
        assertThat(coach.get("/athletes/nobody/calendar").statusCode()).isEqualTo(404);
    }

    @Test
    void a_session_is_moved_by_a_form_and_a_refusal_names_its_rule() {
        HttpResponse<String> taken = post("/move?month=2026-11", "from=2026-11-24&to=2026-11-26&reason=Exam");
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(taken.headers().firstValue("Location").map(back -> back.replaceFirst("&at=\\d+", "")))
                .hasValue(PAGE + "?month=2026-11&said=" + AListener.REVISION + "#day-2026-11-24");
        assertThat(LISTENER.heard()).containsExactly("anna move 2026-11-24 2026-11-26 Exam");

        HttpResponse<String> refused = post("/move?month=2026-11", "from=2026-11-24&to=2026-11-29");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("role=\"alert\"", "&lt;b", "(rule hard-days-apart)", "November 2026");

        assertThat(post("/usual", "week=2026-12-07").statusCode()).isEqualTo(303);
        assertThat(LISTENER.heard()).last().isEqualTo("anna usual 2026-12-07");
        assertThat(post("/move", "from=2026-11-24&to=x").statusCode()).isEqualTo(400);
    }

    @Test
    void a_session_is_moved_by_hand_and_by_the_keyboard_alone(@TempDir Path profile) {
        assumeTrue(ABrowser.isInstalled(), "skipped: no " + ABrowser.CHROMIUM + " with " + ABrowser.DRIVER);
        try (ABrowser browser = ABrowser.open(profile)) {
            browser.ofSize(1280, 900).by("light");
            browser.show(coach.address() + PAGE);
            browser.photograph("calendar-computer-light");
            browser.drag("[data-from='2026-11-24']", "#day-2026-11-26");
            assertThat(LISTENER.heard()).containsExactly("anna move 2026-11-24 2026-11-26");
            assertThat(browser.text()).contains("Your answer is taken");

            browser.show(coach.address() + PAGE);
            browser.drag("[data-from='2026-11-24']", "#day-2026-11-29");
            assertThat(browser.text()).contains("Not done.", "(rule hard-days-apart)");

            browser.show(coach.address() + PAGE);
            browser.press("#day-2026-11-24 .moving summary");
            browser.focus("#day-2026-11-24 select");
            browser.type("Thu");
            browser.follow("#day-2026-11-24 .move button");
            assertThat(LISTENER.heard()).last().isEqualTo("anna move 2026-11-24 2026-11-26");

            browser.ofSize(390, 844).by("dark");
            browser.show(coach.address() + PAGE + "?month=2026-12");
            browser.photograph("calendar-phone-dark");
            Boolean fits =
                    browser.ask("return document.documentElement.scrollWidth <= document.documentElement.clientWidth");
            assertThat(fits).as("fits the width").isTrue();
            List<String> faint = browser.ask(Contrast.FAINT);
            assertThat(faint).isEmpty();
        }
    }

    private static HttpResponse<String> post(String path, String form) {
        return coach.send(HttpRequest.newBuilder(URI.create(coach.address() + PAGE + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }
}
