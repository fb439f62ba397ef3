package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.AListener;
import freshlegs.coach.APlan;
import freshlegs.coach.TestDatabase;
import freshlegs.model.AdjustmentCause;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanRepliesTest {
    private static final String PAGE = "/athletes/anna/plan";
    private static final String CHANGE = "date=2026-11-24&cause=FATIGUE&revision=" + APlan.REVISION;
    private static final AListener LISTENER = new AListener();
    private static TestDatabase database;
    private static ACoach coach;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        coach = ACoach.answering(LISTENER, database);
        APlan.of("anna")
                .with(
                        LocalDate.parse("2026-11-24"),
                        APlan.changed(AdjustmentCause.FATIGUE, "Fatigue adds up.", APlan.technical(), false))
                .with(
                        LocalDate.parse("2026-11-26"),
                        APlan.changed(AdjustmentCause.ILLNESS, "Fever.", APlan.rest(), false))
                .into(database);
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

    private static HttpRequest.Builder post(String path, String form) {
        return HttpRequest.newBuilder(URI.create(coach.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    @Test
    void a_change_is_answered_by_a_plain_form_and_shows_as_pending_until_the_tables_have_it() {
        HttpResponse<String> answer =
                coach.send(post(PAGE + "/decision", CHANGE + "&verdict=keep&reason=+She+feels+fine.+"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(LISTENER.heard())
                .containsExactly("anna 2026-11-24 FATIGUE " + APlan.REVISION + " KEEP_PLAN  She feels fine.");
        String back = answer.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", "");
        HttpResponse<String> pending = coach.get(back);
        assertThat(ACoach.textOf(pending.body())).contains("Your answer is taken and shows here in a moment.");
        assertThat(pending.headers().firstValue("Refresh").orElse("")).startsWith("2; url=?said=");
        assertThat(pending.headers().firstValue("Referrer-Policy")).contains("same-origin");

        database.run("""
                insert into freshlegs.plan_decision_revision (athlete, fact_id, revision, local_date, cause, answers,
                    ingested_at, recorded_at, edit, verdict, decided_by, rank)
                values ('anna', '2026-11-24.fatigue', '%s', '2026-11-24', 'FATIGUE', '%s', now(), now(), 0, 'keep-plan',
                    '{"role":"COACH","id":"console"}', 1)
                """.formatted(AListener.REVISION, APlan.REVISION));

        assertThat(coach.get(back).headers().firstValue("Refresh"))
                .as("as long as what follows from it may be on its way")
                .isPresent();
        assertThat(coach.get(back.replaceFirst("&at=\\d+", "&at=1")).headers().firstValue("Refresh"))
                .isEmpty();
    }

    @Test
    void something_else_can_be_asked_for_or_an_answer_taken_back() {
        coach.send(post(PAGE + "/decision", CHANGE + "&verdict=accept&reason="));
        coach.send(post(PAGE + "/decision", CHANGE + "&verdict=easy&reason="));
        coach.send(post(PAGE + "/decision", CHANGE + "&verdict=undo&reason="));

        String change = "anna 2026-11-24 FATIGUE " + APlan.REVISION;
        assertThat(LISTENER.heard()).containsExactly(change + " ACCEPT", change + " CHANGE easy", change + " UNDO");
    }

    @Test
    void a_rest_for_illness_offers_nothing_that_overrules_it() {
        String page = coach.get(PAGE).body();

        String ill = page.substring(page.indexOf("id=\"change-2026-11-26\""));
        ill = ill.substring(0, ill.indexOf("</article>"));
        assertThat(ill)
                .contains("value=\"accept\"", "value=\"rest\"")
                .doesNotContain("value=\"keep\"", "value=\"easy\"");
    }

    @Test
    void nonsense_and_other_web_pages_are_refused() {
        for (String form : new String[] {"", CHANGE, CHANGE + "&verdict=run", "date=x&cause=FATIGUE&verdict=keep"}) {
            assertThat(coach.send(post(PAGE + "/decision", form)).statusCode())
                    .as(form)
                    .isEqualTo(400);
        }
        assertThat(coach.send(post(PAGE + "/decision", CHANGE + "&verdict=keep")
                                .header("Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(coach.send(post(PAGE, "distance=5K").header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(LISTENER.heard()).isEmpty();
    }

    @Test
    void a_plan_is_created_in_the_words_that_were_typed() {
        HttpResponse<String> answer = coach.send(post(
                PAGE,
                "distance=5K&event=race&on=2027-04-10&target=21%3A30&baseline-distance=5K&baseline-time=22%3A30"
                        + "&baseline-on=2026-11-20&days=Tue&days=Thu&days=Sun&long-run=Sun&mode=review-first"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(LISTENER.heard())
                .containsExactly(
                        "anna PlanWish[event=race, distance=5K, on=2027-04-10, target=21:30, baselineDistance=5K,"
                                + " baselineTime=22:30, baselineOn=2026-11-20, days=[Tue, Thu, Sun], longRun=Sun,"
                                + " mode=review-first]");
    }

    @Test
    void what_is_refused_says_so_at_the_form_and_keeps_what_was_typed() {
        HttpResponse<String> refused = coach.send(post(
                PAGE, "distance=%3F%22far&on=2027-04-10&days=Wed&long-run=Wed&mode=review-first&event=time-trial"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(ACoach.textOf(refused.body())).contains("The distance <b>makes no sense</b>.");
        assertThat(refused.body())
                .doesNotContain("<b>makes")
                .contains("value=\"?&#34;far\"", "value=\"2027-04-10\"")
                .contains("value=\"Wed\" checked", "value=\"review-first\" checked")
                .contains("value=\"time-trial\" selected", "<option value=\"Wed\" selected>Wed")
                .doesNotContain("value=\"Tue\" checked");
    }

    @Test
    void a_console_that_takes_no_answers_names_the_commands_that_do() {
        try (ACoach alone = ACoach.lookingAt(database)) {
            assertThat(alone.text(PAGE)).contains("freshlegs plan create --athlete anna", "freshlegs decide");
            assertThat(alone.get(PAGE).body()).doesNotContain("<form class=\"reply", "action=\"/athletes/");
            assertThat(alone.send(HttpRequest.newBuilder(URI.create(alone.address() + PAGE))
                                    .POST(BodyPublishers.ofString("")))
                            .statusCode())
                    .isEqualTo(405);
        }
    }
}
