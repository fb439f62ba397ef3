package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import freshlegs.coach.ACoach;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.OidcSettings;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Accounts;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a provider on this machine that speaks the protocol. */
class OidcTest {
    private final TestDatabase database = TestDatabase.withSquad();
    private AnIssuer issuer;
    private ACoach coach;
    private ASignedInVisitor anna;

    @BeforeEach
    void open() throws IOException {
        issuer = AnIssuer.start();
        coach = ACoach.trusting(issuer.settings(), database);
        anna = ASignedInVisitor.of(database, coach, "anna");
        new Accounts(database.database(), ACoach.THAT_EVENING)
                .linkOidc(anna.account().id(), issuer.address().toString(), "4711");
    }

    @AfterEach
    void close() {
        coach.close();
        issuer.close();
        database.close();
    }

    /** Of a browser that follows wherever it is sent, and keeps its cookies. */
    private HttpResponse<String> walk(HttpClient browser, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(coach.address() + path)).build(), BodyHandlers.ofString());
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .followRedirects(Redirect.ALWAYS)
                .cookieHandler(new CookieManager())
                .build();
    }

    @Test
    void whom_the_provider_vouches_for_is_signed_in_and_goes_on_where_they_wanted() throws Exception {
        HttpClient browser = browser();
        assertThat(walk(browser, "/sign-in?next=/account").body())
                .contains("Sign in with The Club", "/sign-in/oidc?next=%2Faccount");

        HttpResponse<String> arrived = walk(browser, "/sign-in/oidc?next=%2Faccount");

        assertThat(arrived.statusCode()).isEqualTo(200);
        assertThat(arrived.uri().getPath()).isEqualTo("/account");
        assertThat(ACoach.textOf(arrived.body())).contains("The anna");
        assertThat(walk(browser, "/sign-in/oidc?next=https://elsewhere.example")
                        .uri()
                        .getHost())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void somebody_unknown_is_told_how_to_connect_and_connects() throws Exception {
        issuer.vouchingFor("0815");
        HttpResponse<String> refused = walk(browser(), "/sign-in/oidc");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(ACoach.textOf(refused.body())).contains("No account here is connected to yours at The Club");

        ASignedInVisitor ben = ASignedInVisitor.of(database, coach, "ben");
        assertThat(ben.text("/account")).contains("Connect The Club to this account");
        HttpResponse<String> begun = ben.get("/account/oidc");
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String back = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        begun.headers().firstValue("Location").orElseThrow()))
                                .build(),
                        BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(coach.get(URI.create(back).getPath() + "?" + URI.create(back).getQuery())
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> connected =
                coach.send(HttpRequest.newBuilder(URI.create(back)).header("Cookie", ben.cookie() + "; " + cookie));
        assertThat(connected.headers().firstValue("Location")).hasValue("/account");

        assertThat(ACoach.textOf(walk(browser(), "/sign-in/oidc?next=/account").body()))
                .contains("The ben");
    }

    @Test
    void what_cannot_be_checked_lets_nobody_in() throws Exception {
        issuer.forgettingTheNonce();
        assertThat(walk(browser(), "/sign-in/oidc").statusCode()).isEqualTo(403);
        assertThat(walk(browser(), "/sign-in/oidc/callback?code=the-code&state=x")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_token_for_another_client_lets_nobody_in() throws Exception {
        issuer.forAnotherClient();
        assertThat(walk(browser(), "/sign-in/oidc").statusCode()).isEqualTo(403);
    }

    @Test
    void a_token_signed_by_somebody_else_lets_nobody_in() throws Exception {
        issuer.signingWithAnotherKey();
        assertThat(walk(browser(), "/sign-in/oidc").statusCode()).isEqualTo(403);
    }

    @Test
    void a_provider_that_is_away_is_named() throws Exception {
        issuer.close();
        HttpResponse<String> answer = walk(browser(), "/sign-in/oidc");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("The Club does not answer just now");
    }

    @Test
    void a_provider_is_asked_by_https_alone_unless_it_is_on_this_machine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OidcSettings(URI.create("http://login.example"), "a", "b", "c"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OidcSettings(URI.create("https://login.example"), "a", " ", "c"));
        assertThat(new OidcSettings(URI.create("https://login.example"), "a", "hush", "c").toString())
                .doesNotContain("hush");
    }
}
