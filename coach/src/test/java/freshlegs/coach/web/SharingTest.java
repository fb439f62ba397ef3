package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.AListener;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.ConsentText;
import freshlegs.coach.access.Role;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharingTest {
    private static final Pattern LINK = Pattern.compile("/invitations/[A-Za-z0-9_-]{43}");
    private static final String NEW = "as=new&do=accept&password=long+walks+by+the+river&";

    private static final String AGREED = "&consent=" + ConsentText.latest().sha256();

    private static final AListener LISTENER = new AListener();
    private static TestDatabase database;
    private static ACoach coach;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        coach = ACoach.answering(LISTENER, database);
    }

    @BeforeEach
    void listen() {
        LISTENER.heard().clear();
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    private static HttpResponse<String> post(String path, String form) {
        return coach.send(HttpRequest.newBuilder(URI.create(coach.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static HttpResponse<String> get(String path, String cookie) {
        return coach.send(
                HttpRequest.newBuilder(URI.create(coach.address() + path)).header("Cookie", cookie));
    }

    private static String link(HttpResponse<String> answer) {
        Matcher link = LINK.matcher(answer.body());
        assertThat(link.find()).as(answer.body()).isTrue();
        return link.group();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    @Test
    void whoever_looks_counts_the_alerts_of_those_whom_they_see_and_no_others() {
        database.run("""
                insert into ledger.episode (id, athlete, cause, first_day, last_day, told_status, opened_at, updated_at)
                select id, athlete, cause, first_day, last_day, status, now(), now() from freshlegs.episode""");
        ASignedInVisitor vera = ASignedInVisitor.of(database, coach, "vera").as(database, Role.COACH, "carla");
        ASignedInVisitor walt = ASignedInVisitor.of(database, coach, "walt")
                .as(database, Role.COACH, "carla")
                .as(database, Role.VIEWER, "anna");
        ASignedInVisitor nobodys = ASignedInVisitor.of(database, coach, "xenia");

        assertThat(counted(vera)).isEqualTo(alertsOf("'carla'")).isPositive();
        assertThat(counted(walt)).isEqualTo(alertsOf("'carla', 'anna'")).isGreaterThan(counted(vera));
        assertThat(counted(nobodys)).isZero();
    }

    private static int counted(ASignedInVisitor visitor) {
        return Pattern.compile("\"alerts\":(\\d+)")
                .matcher(visitor.get("/api/v1/precision").body())
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    private static int alertsOf(String athletes) {
        return Integer.parseInt(
                database.ask("select count(*) from freshlegs.counted_alert where athlete in (" + athletes + ")"));
    }

    @Test
    void whoever_invites_sees_what_is_open_and_withdraws_it_and_nobody_else_does() {
        ASignedInVisitor yann = ASignedInVisitor.of(database, coach, "yann").as(database, Role.COACH, "carla");
        ASignedInVisitor other = ASignedInVisitor.of(database, coach, "zita").as(database, Role.COACH, "carla");
        String link = link(yann.post("/invitations", "athlete=someone-new"));
        assertThat(yann.text("/invitations")).contains("someone-new");
        assertThat(other.text("/invitations")).doesNotContain("someone-new");

        String id = database.ask("select id from access.invitation where athlete = 'someone-new'");
        other.post("/invitations", "withdraw=" + id);
        assertThat(get(link, "").statusCode()).isEqualTo(200);
        assertThat(yann.post("/invitations", "withdraw=" + id).statusCode()).isEqualTo(303);
        assertThat(get(link, "").statusCode()).isEqualTo(404);
        assertThat(yann.text("/invitations")).doesNotContain("someone-new");
    }

    @Test
    void a_coach_invites_an_athlete_who_accepts_sees_what_is_shared_with_whom_and_ends_it() {
        ASignedInVisitor ben = ASignedInVisitor.of(database, coach, "ben").as(database, Role.COACH, "carla");
        assertThat(ben.text("/")).contains("Invite an athlete");
        assertThat(ben.post("/invitations", "athlete=hanna").statusCode()).isEqualTo(400);
        assertThat(ben.post("/invitations", "athlete=Zoe+K").statusCode()).isEqualTo(400);

        String link = link(ben.post("/invitations", "athlete=zoe"));

        String page = ACoach.textOf(coach.get(link).body());
        assertThat(page)
                .contains("The ben invites you", "be the athlete zoe", "trends of load", "The ben, coach from then on")
                .contains("no places are kept");
        assertThat(page).contains("What is done with your data", "I have read it and agree");
        for (String consent : new String[] {"", "&consent=of-another-text"}) {
            HttpResponse<String> unread = post(link, NEW + "login=zoe&name=Zoe+Z." + consent);
            assertThat(unread.statusCode()).isEqualTo(422);
            assertThat(unread.body()).contains("read what is done with your data and tick that you agree");
        }
        assertThat(database.ask("select count(*) from access.account where login = 'zoe'"))
                .isEqualTo("0");
        HttpResponse<String> accepted = post(link, NEW + "login=zoe&name=Zoe+Z." + AGREED);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(303);
        assertThat(LISTENER.heard()).containsExactly("zoe welcome");
        assertThat(database.ask("select version || ' ' || given || ' ' || how || ' ' || (said_by = (select id from"
                        + " access.account where login = 'zoe')) from access.consent where athlete = 'zoe'"))
                .isEqualTo("1 true invitation true");
        String zoe = cookie(accepted);
        assertThat(post(link, NEW + "login=eve&name=Eve").statusCode()).isEqualTo(404);
        database.run("insert into freshlegs.known_athlete values ('zoe')");
        assertThat(ben.get("/athletes/zoe").statusCode()).isEqualTo(200);
        assertThat(ben.get("/athletes/zoe/sharing.csv").statusCode()).isEqualTo(404);
        assertThat(get("/athletes/carla", zoe).statusCode()).isEqualTo(404);

        String sharing = ACoach.textOf(get("/athletes/zoe/sharing", zoe).body());
        assertThat(sharing)
                .contains("Zoe Z. you athlete", "The ben coach", "just now")
                .contains(
                        "The ben looked at the athlete's page in a browser", "The ben looked at the board", "refused");
        assertThat(get("/athletes/zoe/sharing.csv", zoe).body())
                .startsWith("at,account,name,method,route,athletes,allowed,via\n")
                .contains("\"The ben\",GET,\"/athletes/{id}\",1,true,session")
                .contains("\"The ben\",GET,\"/athletes/{id}/sharing.csv\",1,false,session");
        HttpResponse<String> ended =
                coach.send(HttpRequest.newBuilder(URI.create(coach.address() + "/athletes/zoe/sharing/end"))
                        .header("Cookie", zoe)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("account=" + ben.account().id())));
        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(ben.get("/athletes/zoe").statusCode()).isEqualTo(404);
        assertThat(ben.get("/athletes/carla").statusCode()).isEqualTo(200);
    }

    @Test
    void an_athlete_lets_others_see_her_as_what_she_says_and_they_leave_again() {
        ASignedInVisitor anna = ASignedInVisitor.of(database, coach, "anna").as(database, Role.ATHLETE, "anna");
        ASignedInVisitor eve = ASignedInVisitor.of(database, coach, "eve");
        String link = link(anna.post("/athletes/anna/sharing/invite", "role=viewer"));
        assertThat(anna.text("/athletes/anna/sharing")).contains("Waiting: an invitation as viewer by The anna");
        assertThat(eve.text(link)).contains("See how anna is doing", "As viewer you may look and change nothing");

        assertThat(eve.post(link, "as=me&do=accept").statusCode()).isEqualTo(303);

        assertThat(eve.get("/athletes/anna").statusCode()).isEqualTo(200);
        assertThat(eve.post("/episodes/anna.2026-11-15.fatigue/verdict", "verdict=right")
                        .statusCode())
                .isEqualTo(404);
        assertThat(eve.text("/athletes/anna/sharing"))
                .contains("Leave anna")
                .doesNotContain("Who looked", "Invite somebody");
        assertThat(eve.post("/account/leave", "athlete=anna").statusCode()).isEqualTo(200);
        assertThat(eve.get("/athletes/anna").statusCode()).isEqualTo(404);
        assertThat(anna.post("/account/leave", "athlete=anna").statusCode()).isEqualTo(422);

        String declined = link(anna.post("/athletes/anna/sharing/invite", "role=coach"));
        assertThat(ACoach.textOf(post(declined, "do=decline").body())).contains("Nothing is shared");
        assertThat(coach.get(declined).statusCode()).isEqualTo(404);
        String late = link(anna.post("/athletes/anna/sharing/invite", "role=coach"));
        database.run("update access.invitation set expires_at = '2026-11-20 18:00Z' where accepted_at is null");
        assertThat(coach.get(late).statusCode()).isEqualTo(404);
    }

    @Test
    void an_invitation_holds_only_as_long_as_whoever_invites_may_still_do_so() {
        ASignedInVisitor dora = ASignedInVisitor.of(database, coach, "dora").as(database, Role.ATHLETE, "dora");
        ASignedInVisitor eve = ASignedInVisitor.of(database, coach, "eva");
        String link = link(dora.post("/athletes/dora/sharing/invite", "role=coach"));
        new Accounts(database.database(), ACoach.THAT_EVENING)
                .disable(dora.account().id());

        assertThat(eve.post(link, "as=me&do=accept").statusCode()).isEqualTo(404);

        ASignedInVisitor mallory = ASignedInVisitor.of(database, coach, "mallory");
        String yan = link(mallory.post("/invitations", "athlete=yan"));
        database.run("insert into freshlegs.known_athlete values ('yan')");
        assertThat(eve.post(yan, "as=me&do=accept" + AGREED).statusCode()).isEqualTo(422);
        assertThat(eve.get("/athletes/yan").statusCode()).isEqualTo(404);
    }

    @Test
    void people_see_to_their_name_password_browsers_and_tokens() {
        Accounts accounts = new Accounts(database.database(), ACoach.THAT_EVENING);
        var account = accounts.add("bob", "Bob", Optional.of(ASignedInVisitor.PASSWORD), false);
        ASignedInVisitor ben = ASignedInVisitor.of(database, coach, account).as(database, Role.COACH, "anna");
        ASignedInVisitor elsewhere = ASignedInVisitor.of(database, coach, account);
        assertThat(ben.text("/account")).contains("You sign in as bob", "anna , coach", "this one", "Sign out");

        HttpResponse<String> made = ben.post("/account/tokens", "name=sheet&scope=read&days=90");
        Matcher token = Pattern.compile("freshlegs_[A-Za-z0-9_-]{43}").matcher(made.body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> squad = coach.send(HttpRequest.newBuilder(URI.create(coach.address() + "/api/v1/squad"))
                .header("Authorization", "Bearer " + token.group()));
        assertThat(squad.body()).contains("\"anna\"").doesNotContain("\"ben\"", "hanna");
        assertThat(ben.text("/account"))
                .contains("sheet : may read;", "used just now")
                .doesNotContain(token.group());
        String id = database.ask("select id from access.token where account = '" + account.id() + "'");
        assertThat(ben.post("/account/tokens/revoke", "token=" + id).statusCode())
                .isEqualTo(200);
        assertThat(coach.send(HttpRequest.newBuilder(URI.create(coach.address() + "/api/v1/squad"))
                                .header("Authorization", "Bearer " + token.group()))
                        .statusCode())
                .isEqualTo(401);

        assertThat(ben.post("/account/name", "name=+%3Cb%3EBen%3C/b%3E+").body())
                .contains("&lt;b>Ben")
                .doesNotContain("<b>Ben");
        assertThat(ben.post("/account/password", "old=wrong&password=another+long+password")
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> changed =
                ben.post("/account/password", "old=long+walks+by+the+river&password=another+long+password");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/").statusCode()).isEqualTo(303);
        assertThat(get("/", cookie(changed)).statusCode()).isEqualTo(200);
    }

    @Test
    void operators_see_to_accounts_and_to_no_athlete() {
        ASignedInVisitor operator = ASignedInVisitor.of(
                database,
                coach,
                new Accounts(database.database(), ACoach.THAT_EVENING).add("op", "Op", Optional.empty(), true));
        ASignedInVisitor ben = ASignedInVisitor.of(database, coach, "bill").as(database, Role.COACH, "anna");
        assertThat(operator.text("/")).contains("No athletes yet").doesNotContain("carla");
        assertThat(operator.text("/people"))
                .contains("The bill", "no password yet")
                .doesNotContain("carla", "coach");
        assertThat(ben.get("/people").statusCode()).isEqualTo(404);

        String link = link(
                operator.post("/people/password", "account=" + ben.account().id()));
        assertThat(coach.text(link)).contains("Your login is bill");
        HttpResponse<String> chosen = post(link, "do=accept&password=long+walks+by+the+river");
        assertThat(get("/athletes/anna", cookie(chosen)).statusCode()).isEqualTo(200);
        assertThat(ben.get("/").statusCode()).isEqualTo(303);

        operator.post("/people/disable", "account=" + ben.account().id());
        assertThat(get("/", cookie(chosen)).statusCode()).isEqualTo(303);
        assertThat(operator.post(
                                "/people/disable",
                                "account=" + operator.account().id())
                        .statusCode())
                .isEqualTo(400);
        String invited = link(operator.post("/people/invite", ""));
        assertThat(post(invited, NEW + "login=new&name=New").statusCode()).isEqualTo(303);
    }

    @Test
    void without_accounts_the_page_says_who_sees_everybody() {
        try (TestDatabase fresh = TestDatabase.withSquad();
                ACoach open = ACoach.lookingAt(fresh)) {
            assertThat(open.text("/athletes/anna/sharing"))
                    .contains("whoever sits at this machine sees everybody", "Nobody with an account");
            assertThat(open.send(HttpRequest.newBuilder(URI.create(open.address() + "/athletes/anna/sharing/invite"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString("role=coach")))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(open.get("/account").statusCode()).isEqualTo(404);
            assertThat(open.get("/people").statusCode()).isEqualTo(404);
        }
    }
}
