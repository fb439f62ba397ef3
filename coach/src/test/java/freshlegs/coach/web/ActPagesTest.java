package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.AListener;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Act;
import freshlegs.coach.access.Acts;
import freshlegs.coach.access.Deed;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Shares;
import freshlegs.model.AthleteId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActPagesTest {
    private static final String ALERT = "anna.2026-11-15.fatigue";
    private static final Act.Change TUESDAY = new Act.Change(LocalDate.parse("2026-11-24"), "0123456789abcdef");

    private static final AListener LISTENER = new AListener();
    private static TestDatabase database;
    private static Account ben;
    private static ACoach coach;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        database.run("""
                insert into ledger.episode (id, athlete, cause, first_day, last_day, told_status, opened_at, updated_at)
                select id, athlete, cause, first_day, last_day, status, now(), now() from freshlegs.episode
                where athlete in ('anna', 'carla')
                """);
        ben = ASignedInVisitor.account(database, "ben");
        coach = ACoach.answering(LISTENER, database);
    }

    @BeforeEach
    void start() {
        LISTENER.heard().clear();
        stands(Role.COACH);
    }

    /** Remembers no wrong tries any more. */
    private static void startAgain() {
        coach.close();
        coach = ACoach.answering(LISTENER, database);
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    private static void stands(Role role) {
        new Shares(database.database(), ACoach.THAT_EVENING).grant(AthleteId.of("anna"), ben.id(), role, "test");
    }

    /** Each made at another hour, so that no two are the same. */
    private static String token(Deed deed, int hoursAgo) {
        return token(ben.id(), ALERT, deed, hoursAgo);
    }

    private static String token(String account, String alert, Deed deed, int hoursAgo) {
        Clock then = Clock.offset(ACoach.THAT_EVENING, Duration.ofHours(-hoursAgo));
        return new Acts(database.database(), then)
                .token(account, alert, deed, deed.plans() ? Optional.of(TUESDAY) : Optional.empty());
    }

    private HttpResponse<String> press(String token, String form) {
        return coach.send(HttpRequest.newBuilder(URI.create(coach.address() + "/act/" + token))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "null")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(form)));
    }

    @Test
    void looking_says_who_will_do_what_and_changes_nothing() {
        String token = token(Deed.RIGHT, 0);
        String before = database.ask("select count(*) from access.act_used");
        for (int look = 0; look < 3; look++) {
            HttpResponse<String> page = coach.get("/act/" + token);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(ACoach.textOf(page.body()))
                    .contains("Was this alert right?", "anna: accumulating fatigue suspected, amber, since")
                    .contains("You answer as The ben", "until 27 Nov 2026, 19:00 UTC", "Yes, it was right");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        }
        assertThat(LISTENER.heard()).isEmpty();
        assertThat(database.ask("select count(*) from access.act_used")).isEqualTo(before);
        assertThat(database.ask("select method || ' ' || route || ' ' || via || ' ' || allowed || ' ' || athlete"
                        + " from access.audit where account = '" + ben.id() + "' order by id desc limit 1"))
                .isEqualTo("GET /act/{token} link true anna");
    }

    @Test
    void each_deed_is_done_once_as_the_console_would_and_then_only_told() {
        String before = database.ask("select coalesce(max(id), 0) from access.audit");
        Map<Deed, String> expected = new TreeMap<>(Map.of(
                Deed.RIGHT, ALERT + " RIGHT",
                Deed.WRONG, ALERT + " WRONG New watch.",
                Deed.ACCEPT, "anna 2026-11-24 FATIGUE 0123456789abcdef ACCEPT",
                Deed.KEEP, "anna 2026-11-24 FATIGUE 0123456789abcdef KEEP_PLAN  New watch.",
                Deed.SNOOZE, "anna silence fatigue OptionalInt[3]"));
        expected.forEach((deed, heard) -> {
            String token = token(deed, 1);
            String form = deed.takesReason() ? "reason=+New+watch.+" : "";
            LISTENER.heard().clear();
            HttpResponse<String> answer = press(token, form);
            assertThat(answer.statusCode()).as(deed.key()).isEqualTo(303);
            assertThat(press(token, form).statusCode()).as(deed.key()).isEqualTo(303);
            assertThat(LISTENER.heard()).as(deed.key()).containsExactly(heard);
            assertThat(coach.text(answer.headers().firstValue("Location").orElseThrow()))
                    .as(deed.key())
                    .contains("The ben said so on 20 Nov 2026, 18:00 UTC.", "Look at the alert in the console")
                    .doesNotContain("You answer as");
        });
        assertThat(database.ask(
                        "select count(*) from access.audit where method = 'POST' and via = 'link' and id > " + before))
                .isEqualTo("10");
    }

    @Test
    void what_others_read_later_needs_a_reason_and_one_that_is_refused_can_be_said_again() {
        String token = token(Deed.WRONG, 2);
        assertThat(press(token, "").statusCode()).isEqualTo(422);
        HttpResponse<String> refused = press(token, "reason=%3F");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(ACoach.textOf(refused.body())).contains("The reason <b>makes no sense</b>.");
        assertThat(LISTENER.heard()).isEmpty();
        assertThat(press(token, "reason=New+watch.").statusCode()).isEqualTo(303);
        assertThat(LISTENER.heard()).hasSize(1);
    }

    @Test
    void of_many_presses_at_once_one_counts() {
        String token = token(Deed.RIGHT, 3);
        List<CompletableFuture<Integer>> presses = IntStream.range(0, 8)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> press(token, "").statusCode()))
                .toList();
        assertThat(presses).allSatisfy(press -> assertThat(press.join()).isEqualTo(303));
        assertThat(LISTENER.heard()).hasSize(1);
    }

    @Test
    void every_wrong_link_gets_the_same_page_and_does_nothing() {
        String good = token(Deed.RIGHT, 4);
        Account gone =
                new Accounts(database.database(), ACoach.THAT_EVENING).add("gone", "Gone", Optional.empty(), false);
        new Accounts(database.database(), ACoach.THAT_EVENING).disable(gone.id());
        List<String> hostile = new ArrayList<>(List.of(
                "no-such-token",
                good.substring(0, good.length() - 1),
                good.substring(0, good.indexOf('.')),
                good.replace('.', '~'),
                (good.charAt(0) == 'Z' ? "Y" : "Z") + good.substring(1),
                token(Deed.RIGHT, 24 * 7 + 1),
                token("ffffffffffffffff", ALERT, Deed.RIGHT, 0),
                token(gone.id(), ALERT, Deed.RIGHT, 0),
                token(ben.id(), "carla.2026-11-15.fatigue", Deed.RIGHT, 0),
                token(ben.id(), "nobody.2026-11-15.fatigue", Deed.RIGHT, 0)));
        startAgain();
        List<String> pages = hostile.stream().map(this::refusedPage).toList();
        assertThat(pages).allMatch(pages.get(0)::equals);
        assertThat(ACoach.textOf(pages.get(0))).contains("This link is no longer valid.");
        startAgain();
        for (String token : hostile) {
            assertThat(press(token, "").statusCode()).as(token).isEqualTo(404);
        }
        startAgain();
        assertThat(LISTENER.heard()).isEmpty();
    }

    /** Without the address, which the form to choose units comes back to. */
    private String refusedPage(String token) {
        HttpResponse<String> page = coach.get("/act/" + token);
        assertThat(page.statusCode()).as(token).isEqualTo(404);
        return page.body().replace("/act/" + token, "");
    }

    @Test
    void whoever_may_no_longer_is_told_no_more_than_whoever_never_might() {
        String plan = token(Deed.ACCEPT, 5);
        String verdict = token(Deed.RIGHT, 5);
        assertThat(coach.get("/act/" + plan).statusCode()).isEqualTo(200);
        stands(Role.ASSISTANT);
        assertThat(press(plan, "").statusCode()).isEqualTo(404);
        assertThat(coach.get("/act/" + verdict).statusCode()).isEqualTo(200);
        new Shares(database.database(), ACoach.THAT_EVENING).revoke(AthleteId.of("anna"), ben.id(), "test");
        assertThat(press(verdict, "").statusCode()).isEqualTo(404);
        assertThat(LISTENER.heard()).isEmpty();
    }

    @Test
    void nobody_tries_many_wrong_ones_and_a_right_one_works_all_the_same() {
        startAgain();
        for (int i = 0; i < 11; i++) {
            assertThat(coach.get("/act/wrong" + i).statusCode()).isEqualTo(404);
        }
        assertThat(coach.get("/act/wrong").statusCode()).isEqualTo(429);
        assertThat(coach.get("/act/" + token(Deed.RIGHT, 6)).statusCode()).isEqualTo(200);
        startAgain();
    }

    @Test
    void a_change_that_has_changed_since_is_not_decided() {
        String token = new Acts(database.database(), ACoach.THAT_EVENING)
                .token(ben.id(), ALERT, Deed.KEEP, Optional.of(new Act.Change(TUESDAY.date(), "ffffffffffffffff")));
        assertThat(coach.text("/act/" + token)).contains("There is nothing to answer any more");
        assertThat(press(token, "reason=So").statusCode()).isEqualTo(303);
        assertThat(LISTENER.heard()).isEmpty();
    }

    @Test
    void an_athlete_is_spoken_to_about_herself() {
        Account anna =
                new Accounts(database.database(), ACoach.THAT_EVENING).add("anna", "Anna", Optional.empty(), false);
        new Shares(database.database(), ACoach.THAT_EVENING)
                .grant(AthleteId.of("anna"), anna.id(), Role.ATHLETE, "test");
        assertThat(coach.text("/act/" + token(anna.id(), ALERT, Deed.ACCEPT, 0)))
                .contains(
                        "About the message that your next days should be easy",
                        "The session of Tue 24 Nov 2026 becomes:")
                .doesNotContain("suspected");
    }
}
