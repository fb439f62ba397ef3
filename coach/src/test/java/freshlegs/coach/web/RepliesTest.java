package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.AListener;
import freshlegs.coach.TestDatabase;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepliesTest {
    private static final String ALERT = "anna.2026-11-15.fatigue";
    private static final String PAGE = "/episodes/" + ALERT;

    private static final AListener LISTENER = new AListener();
    private static TestDatabase database;
    private static ACoach coach;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        coach = ACoach.answering(LISTENER, database);
        database.run("""
                insert into ledger.episode (id, athlete, cause, first_day, last_day, told_status, opened_at, updated_at)
                select id, athlete, cause, first_day, last_day, status, now(), now() from freshlegs.episode
                where athlete in ('anna', 'carla', 'finn')
                """);
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

    private static HttpResponse<String> post(String path, String form) {
        return coach.send(request(path, form));
    }

    private static HttpRequest.Builder request(String path, String form) {
        return HttpRequest.newBuilder(URI.create(coach.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private static void judged(String alert, String verdict, String revision) {
        database.run("""
                insert into freshlegs.alert_verdict_revision (athlete, fact_id, revision, local_date, last_day, cause,
                    ingested_at, recorded_at, edit, verdict, reason, status, rule_set, rules, decided_by, rank)
                select athlete, first_day || '.' || lower(cause), '%s', first_day, last_day, lower(cause), now(),
                    '2026-11-20 17:00Z', 0, '%s', 'New <b>watch</b>.', status, '1', '["chart.hrv/1", "fatigue.two-keys/1"]',
                    '{"role":"COACH","id":"c1"}', 1 from freshlegs.episode where id = '%s'
                """.formatted(revision, verdict, alert));
    }

    @Test
    void a_verdict_is_taken_by_a_plain_form_and_shows_as_pending_until_the_tables_have_it() {
        HttpResponse<String> answer = post(PAGE + "/verdict", "verdict=wrong&reason=+New+watch.+");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(LISTENER.heard()).containsExactly(ALERT + " WRONG New watch.");
        String back = answer.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", "");
        assertThat(back.replaceFirst("&at=\\d+", ""))
                .isEqualTo(PAGE + "?said=" + AListener.REVISION + "&chose=verdict-wrong");
        HttpResponse<String> pending = coach.get(back);
        assertThat(ACoach.textOf(pending.body())).contains("Your answer is taken and shows here in a moment.");
        assertThat(pending.headers().firstValue("Refresh").orElse("")).startsWith("2; url=?said=");

        judged(ALERT, "wrong", AListener.REVISION);

        HttpResponse<String> shown = coach.get(back.replaceFirst("&at=\\d+", ""));
        assertThat(shown.headers().firstValue("Refresh")).isEmpty();
        assertThat(ACoach.textOf(shown.body()))
                .doesNotContain("Your answer is taken")
                .contains("Called wrong by the coach on 20 Nov 2026, 17:00 UTC.", "“New <b>watch</b>.”", "Take back")
                .contains("Alerts of this kind: 0 of 1 confirmed.")
                .contains("fatigue.two-keys/1 of rules 1, AMBER: 0 of 1 confirmed");
        assertThat(coach.text("/athletes/ben"))
                .contains("What coaches said of alerts so far, all athletes: fatigue 0 of 1 confirmed.");
    }

    @Test
    void an_alert_is_snoozed_muted_and_told_again() {
        post(PAGE + "/silence", "silence=snooze");
        post(PAGE + "/silence", "silence=mute");
        post(PAGE + "/silence", "silence=lift");
        assertThat(LISTENER.heard())
                .containsExactly(
                        "anna silence fatigue OptionalInt[3]",
                        "anna silence fatigue OptionalInt.empty",
                        "anna lift fatigue");
        assertThat(coach.text(PAGE)).contains("Snooze 3 days", "Mute").doesNotContain("Tell again");

        database.run("""
                insert into freshlegs.silence_revision (athlete, fact_id, revision, about, local_date, until, ingested_at,
                    recorded_at, edit, lifted, told_by, rank)
                values ('anna', 'fatigue', '1', 'fatigue', '2026-11-20', '2026-11-23', now(), now(), 0, false,
                    '{"role":"COACH","id":"c1"}', 1)
                """);

        assertThat(coach.text(PAGE))
                .contains("Snoozed until Mon 23 Nov 2026: no message waits.", "Tell again")
                .doesNotContain("Snooze 3 days");
    }

    @Test
    void illness_and_safety_have_no_button_to_silence_them() {
        assertThat(coach.text("/episodes/finn.2026-11-15.illness"))
                .contains("Alerts about illness and safety are never silenced.", "Right", "Wrong", "Unsure")
                .doesNotContain("Snooze", "Mute");
    }

    @Test
    void a_verdict_about_an_alert_that_was_withdrawn_is_shown_and_said_to_count_no_more() {
        String carlas = "carla.2026-11-15.fatigue";
        judged(carlas, "right", "1");
        database.run("delete from freshlegs.episode where id = '" + carlas + "'");

        assertThat(coach.text("/episodes/" + carlas))
                .contains("Withdrawn", "Called right by the coach")
                .contains("about an alert that was withdrawn, so it counts no more");
    }

    @Test
    void no_other_web_page_can_answer() {
        for (String origin : new String[] {"https://evil.example", "null", "http://localhost"}) {
            HttpResponse<String> answer =
                    coach.send(request(PAGE + "/verdict", "verdict=wrong").header("Origin", origin));
            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
        }
        assertThat(coach.send(request(PAGE + "/silence", "silence=mute").header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(LISTENER.heard()).isEmpty();
    }

    @Test
    void what_makes_no_sense_is_refused_in_a_sentence() {
        assertThat(post(PAGE + "/verdict", "verdict=perhaps").statusCode()).isEqualTo(400);
        assertThat(post(PAGE + "/silence", "silence=please").statusCode()).isEqualTo(400);
        assertThat(post("/episodes/nobody.2026-11-15.fatigue/silence", "silence=mute")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> refused = post(PAGE + "/verdict", "verdict=right&reason=%3F");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(ACoach.textOf(refused.body())).contains("The reason <b>makes no sense</b>.");
        assertThat(refused.body()).doesNotContain("<b>makes");
        assertThat(LISTENER.heard()).isEmpty();
    }

    @Test
    void a_console_that_takes_no_answers_names_the_command_that_does() {
        try (ACoach alone = ACoach.lookingAt(database)) {
            assertThat(alone.text(PAGE)).contains("freshlegs verdict --alert " + ALERT + " right");
            assertThat(alone.text("/episodes/finn.2026-11-15.illness")).contains("nobody has judged one so far");
            assertThat(alone.get(PAGE).body()).doesNotContain("<form class=\"reply");
        }
    }

    @Test
    void a_browser_may_say_from_which_of_our_pages_an_answer_comes_and_nothing_more() {
        HttpResponse<String> page = coach.get(PAGE);

        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self'");
    }
}
