package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.AListener;
import freshlegs.coach.TestDatabase;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that can be said of an alert is said on its page, and everything that was said stays there to be read. */
class AlertPageTest {
    private static final String ALERT = "anna.2026-11-15.fatigue";
    private static final String PAGE = "/episodes/" + ALERT;
    private static final String TUESDAY = "date=2026-11-24&cause=FATIGUE&revision=0123456789abcdef";

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
                where id = 'anna.2026-11-15.fatigue'
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
        database.run("truncate freshlegs.note_revision, freshlegs.plan_decision_revision,"
                + " freshlegs.alert_verdict_revision, freshlegs.silence_revision");
    }

    private static HttpResponse<String> post(String path, String form) {
        return coach.send(HttpRequest.newBuilder(URI.create(coach.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    @Test
    void each_choice_says_what_the_session_would_be_before_one_chooses() {
        assertThat(coach.text(PAGE))
                .containsSubsequence(
                        "Tue 24 Nov swapped Planned: 6 × 200 m, full recovery, 50 min → now: Technical run",
                        "Accept for Tue 24 Nov The session would be: Technical run: 35 min easy, drills",
                        "Keep the plan for Tue 24 Nov The session would be: 6 × 200 m, full recovery, 50 min.",
                        "Rest instead for Tue 24 Nov The session would be: Rest.",
                        "Easy run instead for Tue 24 Nov The session would be: Easy run, 30 min.",
                        "Technical run instead for Tue 24 Nov The session would be: Technical run: easy, drills and a few"
                                + " relaxed strides, 35 min.");
    }

    @Test
    void a_choice_is_taken_and_shown_pressed_until_the_tables_have_it() {
        HttpResponse<String> answer = post(PAGE + "/decision", TUESDAY + "&verdict=rest&reason=Sore");

        assertThat(LISTENER.heard()).containsExactly("anna 2026-11-24 FATIGUE 0123456789abcdef CHANGE rest Sore");
        String back = answer.headers().firstValue("Location").orElseThrow();
        assertThat(back.replaceFirst("&at=\\d+", ""))
                .isEqualTo(PAGE + "?said=" + AListener.REVISION + "&chose=change-2026-11-24-rest#change-2026-11-24");
        HttpResponse<String> page = coach.get(back.replaceFirst("#.*", ""));
        assertThat(page.body())
                .containsPattern("value=\"rest\" aria-pressed=\"true\" aria-describedby=\"effect-change-2026-11-24")
                .containsOnlyOnce("aria-pressed=\"true\"");
        assertThat(ACoach.textOf(page.body())).contains("Taken. It shows here in a moment.");
        assertThat(page.headers().firstValue("Refresh").orElse("")).startsWith("2; url=?said=");
    }

    @Test
    void keeping_the_plan_and_calling_an_alert_wrong_need_a_reason_and_what_was_typed_stays() {
        HttpResponse<String> kept = post(PAGE + "/decision", TUESDAY + "&verdict=keep&reason=");
        assertThat(kept.statusCode()).isEqualTo(422);
        assertThat(ACoach.textOf(kept.body())).contains("Say in a few words why the session stays as planned");
        HttpResponse<String> wrong = post(PAGE + "/verdict", "verdict=wrong&reason=++");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(ACoach.textOf(wrong.body())).contains("Say in a few words why it was wrong");
        assertThat(post(PAGE + "/verdict", "verdict=right&reason=%3Fhm").body()).contains("value=\"?hm\"");
        assertThat(LISTENER.heard()).isEmpty();

        post(PAGE + "/decision", TUESDAY + "&verdict=keep&reason=Race+week");
        assertThat(LISTENER.heard()).containsExactly("anna 2026-11-24 FATIGUE 0123456789abcdef KEEP_PLAN  Race week");
    }

    @Test
    void a_single_rule_is_muted_for_this_athlete_and_no_other_one_can_be() {
        assertThat(coach.text(PAGE)).contains("Mute fatigue.two-keys").doesNotContain("Mute chart");

        post(PAGE + "/silence", "silence=mute+fatigue.two-keys&reason=Known");
        assertThat(LISTENER.heard()).containsExactly("anna silence fatigue.two-keys OptionalInt.empty Known");
        assertThat(post(PAGE + "/silence", "silence=mute+illness.symptoms").statusCode())
                .isEqualTo(400);
        assertThat(post(PAGE + "/silence", "silence=mute+fatigue.red").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_note_is_written_once_however_often_its_form_is_sent() {
        String form = "text=" + URLEncoder.encode("Slept badly.\r\n<b>Travel</b>", StandardCharsets.UTF_8);
        assertThat(post(PAGE + "/notes", form).statusCode()).isEqualTo(303);
        post(PAGE + "/notes", form + "&shared=yes");

        assertThat(LISTENER.heard()).hasSize(2);
        String id = LISTENER.heard().get(0).split(" ", -1)[2];
        assertThat(LISTENER.heard().get(0))
                .isEqualTo("anna note " + id + " " + ALERT + " false Slept badly.\n<b>Travel</b>");
        assertThat(LISTENER.heard().get(1)).startsWith("anna note " + id + " " + ALERT + " true");
        post(PAGE + "/notes", "note=" + id + "&do=withdraw&text=x");
        assertThat(LISTENER.heard().get(2)).isEqualTo("anna withdraw " + id);
        assertThat(post("/athletes/anna/notes", "text=Cold&day=2026-11-19").statusCode())
                .isEqualTo(303);
        assertThat(LISTENER.heard().get(3)).endsWith("2026-11-19 false Cold");
    }

    @Test
    void a_long_note_in_any_script_fits_into_its_form() {
        String text = "雪".repeat(2000);
        assertThat(post(PAGE + "/notes", "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(303);
        assertThat(LISTENER.heard().get(0)).endsWith(text);
    }

    @Test
    void notes_stand_on_the_page_escaped_and_their_writer_may_change_them() {
        note("n0", 0, false, "Slept <b>badly</b>.", "console");
        note("n1", 0, true, "Felt fine.", "somebody");

        String page = coach.get(PAGE).body();
        assertThat(page).contains("Slept &lt;b&gt;badly").doesNotContain("<b>badly");
        assertThat(ACoach.textOf(page))
                .contains("the coach (console)", "Felt fine.", "shared with the athlete")
                .containsOnlyOnce("Change it or take it back");
        assertThat(coach.text("/athletes/anna/notes")).contains("Felt fine.", "about Fri 20 Nov 2026");
    }

    @Test
    void everything_that_was_said_and_told_is_there_in_order_with_what_was_taken_back() {
        judged("v0", 0, "wrong");
        judged("v1", 3, "none");
        database.run("""
                insert into freshlegs.plan_decision_revision (athlete, fact_id, revision, local_date, cause, answers,
                    ingested_at, recorded_at, edit, verdict, workout, reason, decided_by, rank)
                values ('anna', '2026-11-24.fatigue', 'd0', '2026-11-24', 'FATIGUE', '0123456789abcdef', now(),
                    '2026-11-20 11:00Z', 0, 'keep-plan', null, 'Race week.', '{"role":"ATHLETE","id":"a1"}', 0);
                insert into freshlegs.silence_revision (athlete, fact_id, revision, about, local_date, until, ingested_at,
                    recorded_at, edit, lifted, told_by, rank)
                values ('anna', 'fatigue', 's0', 'fatigue', '2026-11-20', '2026-11-23', now(), '2026-11-20 12:00Z', 0, false,
                    '{"role":"COACH","id":"c1"}', 0);
                insert into ledger.outbox (episode_id, step, recipient, channel, idempotency_key, payload, state, created_at,
                    not_before, sent_at)
                values ('anna.2026-11-15.fatigue', 'AMBER', 'webhook', 'webhook', 'k', '{}', 'SENT', '2026-11-20 08:00Z',
                    '2026-11-20 08:00Z', '2026-11-20 09:00Z');
                """);
        note("n0", 0, false, "First.", "console");
        note("n0", 1, false, "Second.", "console");

        assertThat(coach.text(PAGE))
                .containsSubsequence(
                        "What happened, in order",
                        "Sun 15 Nov 2026 Raised as AMBER.",
                        "20 Nov 2026, 09:00 UTC Told of AMBER (webhook webhook).",
                        "20 Nov 2026, 10:00 UTC the coach (c1) called it wrong. New watch.",
                        "the athlete (a1) kept the session of Tue 24 Nov 2026 as planned. Race week.",
                        "the coach (c1) snoozed fatigue until Mon 23 Nov 2026.",
                        "the coach (c1) took the verdict back.",
                        "the coach (console) wrote a note: First.",
                        "the coach (console) changed a note: Second.");
    }

    @Test
    void a_rule_is_explained_with_its_thresholds_and_how_often_it_was_right() {
        judged("v0", 0, "wrong");
        assertThat(coach.get(PAGE).body()).contains("href=\"/rules/fatigue.two-keys\"");
        assertThat(coach.text("/rules/fatigue.two-keys"))
                .contains("fatigue.two-keys/1 Two keys agree")
                .contains("fatigue.together 2.76 SD must all domains reach together 0.0 to 8.0")
                .contains("Alerts that it raised: 0 of 1 confirmed.");
        assertThat(coach.text("/rules/chart.hrv")).contains("Heart-rate variability is lower", "it raises none");
        assertThat(coach.text("/rules")).contains("safety.stop/1", "context.planned/1");
        assertThat(coach.get("/rules/nothing").statusCode()).isEqualTo(404);
        assertThat(coach.get("/rules/%3Cb%3E").statusCode()).isEqualTo(404);
    }

    @Test
    void the_file_behind_a_run_is_one_link_away() {
        assertThat(coach.get(PAGE).body()).contains("href=\"/athletes/anna/activities/20261119T050000Z-running\"");
    }

    private static void judged(String name, int hours, String verdict) {
        database.run("""
                insert into freshlegs.alert_verdict_revision (athlete, fact_id, revision, local_date, last_day, cause,
                    ingested_at, recorded_at, edit, verdict, reason, status, rule_set, rules, decided_by, rank)
                values ('anna', '2026-11-15.fatigue', '%s', '2026-11-15', '2026-11-20', 'fatigue', now(),
                    timestamptz '2026-11-20 10:00Z' + %d * interval '1 hour', %d, '%s', 'New watch.', 'AMBER', '1',
                    '["fatigue.two-keys/1"]', '{"role":"COACH","id":"c1"}', %d)
                """.formatted(name, hours, hours, verdict, hours));
    }

    private static void note(String name, int edit, boolean shared, String text, String by) {
        database.run("""
                insert into freshlegs.note_revision (athlete, fact_id, revision, local_date, alert, text, shared, ingested_at,
                    recorded_at, edit, withdrawn, told_by, rank)
                values ('anna', '%s', '%d', '2026-11-20', 'anna.2026-11-15.fatigue', '%s', %s, now(),
                    timestamptz '2026-11-20 14:00Z' + %d * interval '1 hour', %d, false, '{"role":"COACH","id":"%s"}', %d)
                """.formatted(name, edit, text, shared, edit, edit, by, edit));
    }
}
