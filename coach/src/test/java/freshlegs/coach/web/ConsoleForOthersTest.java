package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.CoachServer;
import freshlegs.coach.CoachSettings;
import freshlegs.coach.Outside;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.WaysIn;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.outgoing.Reachable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A console that other machines can reach, straight or through a proxy. */
class ConsoleForOthersTest {
    private static final Outside PROXY = new Outside(Optional.of(URI.create("https://runs.example.org")), true);
    private static TestDatabase database;
    private static TestDatabase inhabited;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        inhabited = TestDatabase.withSquad();
        new Accounts(inhabited.database(), ACoach.THAT_EVENING)
                .add("ben", "Ben", Optional.of(ASignedInVisitor.PASSWORD), false);
    }

    @AfterAll
    static void close() {
        database.close();
        inhabited.close();
    }

    private static CoachServer on(TestDatabase database, String host, Outside outside) {
        return CoachServer.start(new CoachSettings(
                database.address(),
                host,
                0,
                Optional.empty(),
                WaysIn.unknown(),
                Optional.empty(),
                ACoach.THAT_EVENING,
                outside,
                Optional.empty(),
                Reachable.publicOnly(),
                Optional.empty()));
    }

    /** Over the wire, since clients set neither host nor proxies' headers. */
    private static String ask(CoachServer server, String first, String... headers) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            String request = first + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void without_accounts_it_shows_nothing_but_how_to_make_the_first_one() throws IOException {
        try (CoachServer everywhere = on(database, "0.0.0.0", Outside.none())) {
            for (String path : new String[] {"/", "/athletes/anna", "/sign-in", "/api/v1/squad", "/episodes/x"}) {
                assertThat(ask(everywhere, "GET " + path, "Host: coach.example.org"))
                        .as(path)
                        .startsWith("HTTP/1.1 403")
                        .contains("freshlegs account add")
                        .doesNotContain("hanna");
            }
        }
    }

    @Test
    void a_proxy_nobody_told_us_of_does_not_open_this_machines_console_to_others() throws IOException {
        try (CoachServer local = on(database, "127.0.0.1", Outside.none())) {
            assertThat(ask(local, "GET /", "Host: localhost", "X-Forwarded-For: 203.0.113.9"))
                    .startsWith("HTTP/1.1 403");
            assertThat(ask(local, "GET /", "Host: localhost"))
                    .startsWith("HTTP/1.1 200")
                    .contains("hanna");
        }
        try (CoachServer behind = on(database, "127.0.0.1", PROXY)) {
            assertThat(ask(behind, "GET /", "Host: localhost")).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void behind_a_proxy_that_speaks_https_cookies_are_for_this_host_alone() throws IOException {
        String form = "login=ben&password=" + ASignedInVisitor.PASSWORD.replace(' ', '+');
        String[] headers = {
            "Host: runs.example.org",
            "Origin: https://runs.example.org",
            "X-Forwarded-Proto: https",
            "X-Forwarded-For: 203.0.113.9",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + form.length(),
            "",
            form
        };
        try (CoachServer behind = on(inhabited, "127.0.0.1", PROXY)) {
            assertThat(ask(behind, "POST /sign-in", headers))
                    .startsWith("HTTP/1.1 303")
                    .containsPattern("Set-Cookie: __Host-freshlegs=[^;]{43}; Path=/; Max-Age=7776000; HttpOnly;"
                            + " SameSite=Lax; Secure")
                    .contains("Strict-Transport-Security: max-age=63072000");
            assertThat(ask(behind, "GET /sign-in", "Host: evil.example")).startsWith("HTTP/1.1 400");
        }
        try (CoachServer straight = on(inhabited, "127.0.0.1", Outside.none())) {
            assertThat(ask(straight, "GET /sign-in", "Host: localhost", "X-Forwarded-Proto: https"))
                    .startsWith("HTTP/1.1 200")
                    .doesNotContain("Strict-Transport-Security");
        }
    }
}
