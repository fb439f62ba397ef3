package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.coach.ACoach;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Role;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static TestDatabase database;
    private ACoach coach;

    @BeforeAll
    static void fill() {
        database = TestDatabase.withSquad();
    }

    @BeforeEach
    void open() {
        database.run("truncate access.account cascade");
        coach = ACoach.lookingAt(database);
    }

    @AfterEach
    void close() {
        coach.close();
    }

    @AfterAll
    static void end() {
        database.close();
    }

    private void ben(String... athletes) {
        Accounts accounts = new Accounts(database.database(), ACoach.THAT_EVENING);
        var account = accounts.add("Ben@Example.org", "Ben B.", Optional.of(ASignedInVisitor.PASSWORD), false);
        for (String athlete : athletes) {
            ASignedInVisitor.of(database, coach, account).as(database, Role.COACH, athlete);
        }
    }

    private HttpRequest.Builder post(String path, String form) {
        return HttpRequest.newBuilder(URI.create(coach.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private HttpResponse<String> signIn(String login, String password, String more) {
        return coach.send(post(
                "/sign-in",
                "login=" + URLEncoder.encode(login, StandardCharsets.UTF_8) + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8) + more));
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private HttpResponse<String> get(String path, String cookie) {
        return coach.send(
                HttpRequest.newBuilder(URI.create(coach.address() + path)).header("Cookie", cookie));
    }

    @Test
    void
            without_an_account_whoever_sits_at_the_machine_owns_it_and_with_the_first_one_signing_in_is_asked_for_at_once() {
        assertThat(coach.text("/")).contains("Nobody needs to sign in", "freshlegs account add --login", "hanna");

        ben();

        HttpResponse<String> turned = coach.get("/athletes/anna?days=90");
        assertThat(turned.statusCode()).isEqualTo(303);
        assertThat(turned.headers().firstValue("Location")).contains("/sign-in?next=%2Fathletes%2Fanna%3Fdays%3D90");
        assertThat(turned.body()).doesNotContain("anna</h1>");
        assertThat(coach.get("/").headers().firstValue("Location")).contains("/sign-in");
        HttpResponse<String> api = coach.get("/api/v1/squad");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"freshlegs\"");
        assertThat(coach.text("/sign-in?next=//evil.example"))
                .contains("Sign in")
                .doesNotContain("evil");
    }

    @Test
    void somebody_signs_in_sees_whom_they_coach_and_signs_out() {
        ben("anna", "carla");

        HttpResponse<String> answer = signIn(" ben@example.ORG", ASignedInVisitor.PASSWORD, "&next=/athletes/anna");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/athletes/anna");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("freshlegs=[A-Za-z0-9_-]{43}; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax");
        String cookie = cookie(answer);
        String board = get("/", cookie).body();
        assertThat(ACoach.textOf(board))
                .contains("Ben B.", "Sign out", "anna", "carla")
                .doesNotContain("hanna", "Nobody needs to sign in");
        assertThat(get("/athletes/anna", cookie).statusCode()).isEqualTo(200);
        assertThat(get("/athletes/hanna", cookie).statusCode()).isEqualTo(404);

        HttpResponse<String> forged = coach.send(post("/sign-out", "").header("Cookie", cookie));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(get("/", cookie).statusCode()).isEqualTo(200);
        HttpResponse<String> out = coach.send(post("/sign-out", "")
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", "null"));
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("freshlegs=;", "Max-Age=0");
        assertThat(get("/", cookie).statusCode()).isEqualTo(303);
    }

    @Test
    void a_session_is_made_anew_when_somebody_signs_in_and_only_its_hash_is_kept() {
        ben("anna");
        String first = cookie(signIn("ben@example.org", ASignedInVisitor.PASSWORD, ""));

        HttpResponse<String> again = coach.send(post(
                        "/sign-in",
                        "login=ben@example.org&password="
                                + URLEncoder.encode(ASignedInVisitor.PASSWORD, StandardCharsets.UTF_8))
                .header("Cookie", first)
                .header("Origin", coach.address().toString()));

        assertThat(cookie(again)).isNotEqualTo(first);
        assertThat(get("/", first).statusCode()).isEqualTo(303);
        assertThat(get("/", cookie(again)).statusCode()).isEqualTo(200);
        String secret = cookie(again).replaceFirst(".*=", "");
        assertThat(database.ask("select count(*) from access.session where sha256 like '%" + secret + "%'"))
                .isEqualTo("0");
        assertThat(database.ask("select password from access.account where login = 'ben@example.org'"))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void a_wrong_password_and_an_unknown_login_are_answered_alike_and_trying_on_takes_longer_and_longer() {
        ben();
        String wrong = signIn("ben@example.org", "not the password", "").body();

        HttpResponse<String> unknown = signIn("ben@example.com", "not the password", "");

        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body().replace("example.com", "example.org")).isEqualTo(wrong);
        for (int i = 0; i < 5; i++) {
            signIn("ben@example.org", "not the password", "");
        }
        HttpResponse<String> right = signIn("ben@example.org", ASignedInVisitor.PASSWORD, "");
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValue("Retry-After")).isPresent();
        assertThat(signIn("carla", "x", "").statusCode()).isEqualTo(401);
    }

    @Test
    void nobody_signs_in_from_another_site() {
        ben();
        assertThat(coach.send(post("/sign-in", "login=ben@example.org&password=x")
                                .header("Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void while_the_database_is_away_who_was_signed_in_sees_what_they_saw_and_strangers_see_nothing() {
        ben("anna");
        String cookie = cookie(signIn("ben@example.org", ASignedInVisitor.PASSWORD, ""));
        get("/", cookie);
        database.goAway();

        HttpResponse<String> seen = get("/", cookie);
        assertThat(seen.statusCode()).isEqualTo(503);
        assertThat(ACoach.textOf(seen.body())).contains("anna", "may be out of date");
        assertThat(coach.get("/").statusCode()).isEqualTo(303);
        HttpResponse<String> guessed = get("/", "freshlegs=" + "x".repeat(43));
        assertThat(guessed.statusCode()).isEqualTo(503);
        assertThat(ACoach.textOf(guessed.body())).doesNotContain("anna");

        database.comeBack();
        await().until(() -> get("/", cookie).statusCode() == 200);
        assertThat(database.ask("select count(*) from access.audit where route = '/' and athletes = 1"))
                .isNotEqualTo("1");
    }
}
