package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.CapturedLog;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.cli.RawLine.Said;
import freshlegs.app.service.Access;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a whole running service makes of requests that are none, and what of all secrets can be found where they do not belong. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnwelcomeVisitorTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: HOST\r\n\r\n";

    /** Each may be read in two ways, of which one leaves a request over that nobody sent. */
    private static final Map<String, String> TWO_MEANINGS = Map.ofEntries(
            Map.entry(
                    "a length and pieces",
                    "POST /x HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                            + HIDDEN),
            Map.entry(
                    "two lengths",
                    "POST /x HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0\r\nContent-Length: 55\r\n\r\n" + HIDDEN),
            Map.entry("a length with a sign", "POST /x HTTP/1.1\r\nHost: HOST\r\nContent-Length: +55\r\n\r\n" + HIDDEN),
            Map.entry(
                    "a length that is none", "POST /x HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0x0\r\n\r\n" + HIDDEN),
            Map.entry("a length below zero", "POST /x HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n" + HIDDEN),
            Map.entry(
                    "a length beyond all numbers",
                    "POST /x HTTP/1.1\r\nHost: HOST\r\nContent-Length: 18446744073709551616\r\n\r\n" + HIDDEN),
            Map.entry(
                    "a blank before the colon",
                    "POST /x HTTP/1.1\r\nHost: HOST\r\nContent-Length : 55\r\n\r\n" + HIDDEN),
            Map.entry(
                    "a header that goes on in the next line",
                    "POST /x HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"
                            + HIDDEN),
            Map.entry(
                    "pieces by another name",
                    "POST /x HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + HIDDEN),
            Map.entry(
                    "pieces that are not the last coding",
                    "POST /x HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + HIDDEN),
            Map.entry(
                    "a piece longer than all numbers",
                    "POST /x HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n"
                            + HIDDEN),
            Map.entry(
                    "a piece with a quote that does not end",
                    "POST /x HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n1;a=\"b\r\nX\r\n0\r\n\r\n"
                            + HIDDEN),
            Map.entry(
                    "a piece whose length is none",
                    "POST /x HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n" + HIDDEN),
            Map.entry("a return alone", "POST /x HTTP/1.1\r\nHost: HOST\r\nX: y\rContent-Length: 55\r\n\r\n" + HIDDEN),
            Map.entry("a zero in a header", "GET /x HTTP/1.1\r\nHost: HOST\r\nX: a\u0000b\r\n\r\n"),
            Map.entry("no header at all but a blank first", "GET /x HTTP/1.1\r\n Host: HOST\r\n\r\n"),
            Map.entry("a name without an end", "GET /x HTTP/1.1\r\nHost: HOST\r\nContent-Length\r\n\r\n" + HIDDEN));

    private static CapturedLog log;
    private static CommandLineUnderTest freshlegs;
    private static Access access;
    private static Path data;
    private static final List<String> SECRETS = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        data = temporary.resolve("data");
        freshlegs = CommandLineUnderTest.on(data)
                .with("FRESHLEGS_GARMIN", "on")
                .with("FRESHLEGS_GARMIN_KEY", secret("garmin-key-of-twenty-letters"))
                .with("FRESHLEGS_GARMIN_CLIENT_ID", secret("garmin-client-7"))
                .with("FRESHLEGS_WEBHOOK", "http://127.0.0.1:1/" + secret("webhook-secret-8"))
                .with("FRESHLEGS_SMTP", "smtp://postbox:" + secret("smtp-password-9") + "@127.0.0.1:1")
                .with("FRESHLEGS_MAIL_FROM", "freshlegs@example.org");
        log = new CapturedLog();
        access = freshlegs.serve(Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        if (access != null) {
            access.close();
        }
        log.close();
    }

    private static String secret(String word) {
        SECRETS.add(word);
        return word;
    }

    /** What the metrics' server has is the same for everybody, so that there is nobody to be mistaken for. */
    private static List<URI> servers() {
        return List.of(access.console().orElseThrow(), access.intake().orElseThrow());
    }

    @Test
    @Order(1)
    void a_request_with_two_meanings_is_refused_and_nothing_behind_it_is_answered() throws IOException {
        for (URI server : servers()) {
            for (Map.Entry<String, String> each : TWO_MEANINGS.entrySet()) {
                Said said = RawLine.say(server, each.getValue());
                assertThat(said.first())
                        .as("%s at %s: %s", each.getKey(), server, said)
                        .isIn("400", "404", "405", "411", "413", "501", "closed");
                assertThat(said.answers())
                        .as("%s at %s: %s", each.getKey(), server, said)
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    @Order(2)
    void heads_without_end_and_names_of_others_are_refused() throws IOException {
        for (URI server :
                List.of(access.console().orElseThrow(), access.intake().orElseThrow())) {
            assertThat(RawLine.say(server, "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: HOST\r\n\r\n")
                            .first())
                    .isIn("414", "431");
            assertThat(RawLine.say(server, "GET / HTTP/1.1\r\nHost: HOST\r\n" + "X-A: b\r\n".repeat(3_000) + "\r\n")
                            .first())
                    .isEqualTo("431");
            assertThat(RawLine.say(server, "GET / HTTP/1.1\r\nHost: evil.example\r\nHost: HOST\r\n\r\n")
                            .first())
                    .isEqualTo("400");
            assertThat(RawLine.say(server, "GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\n\r\n")
                            .first())
                    .isEqualTo("400");
            assertThat(RawLine.say(server, "GET / HTTP/1.1\r\n\r\n").first()).isEqualTo("400");
            assertThat(RawLine.say(server, "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n")
                            .first())
                    .isIn("400", "404", "405", "501");
            assertThat(RawLine.say(
                                    server,
                                    "GET /%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n")
                            .text())
                    .doesNotContainIgnoringCase("\nset-cookie: a=b");
        }
    }

    @Test
    @Order(3)
    void secrets_and_what_people_feel_are_in_no_log_of_a_whole_run() throws Exception {
        assertThat(freshlegs.run("athlete", "add", "anna").code()).isZero();
        String token = secret(freshlegs
                .run("token", "add", "--athlete", "anna", "--name", "phone")
                .out()
                .lines()
                .findFirst()
                .orElseThrow());
        String password = secret("correct horse battery 17");
        assertThat(typing(
                                password,
                                "account",
                                "add",
                                "--login",
                                "anna",
                                "--name",
                                "Anna",
                                "--athlete",
                                "anna",
                                "--role",
                                "athlete")
                        .code())
                .isZero();
        secret(freshlegs
                .run("account", "add", "--login", "eve", "--invite")
                .out()
                .strip()
                .replaceAll(".*/", ""));
        secret(freshlegs
                .run("calendar", "add", "--athlete", "anna")
                .out()
                .strip()
                .replaceAll("(?s).*/calendar/([A-Za-z0-9_-]+).*", "$1"));
        assertThat(freshlegs
                        .run("checkin", "--athlete", "anna", "--fatigue", "7", "--symptom", "fever")
                        .code())
                .isZero();

        put("Bearer " + token, "run.fit", "no watch file, but planted-content-18");
        put("Bearer fl_" + secret("A".repeat(20) + "wrong-token-of-mine-43x"), "x.fit", "x");
        put("Basic " + secret("QVBJX0tFWTpmbF93cm9uZw"), "x%0d%0aERROR%20forged.fit", "x");
        URI console = access.console().orElseThrow();
        HttpResponse<String> in = form(console, "/sign-in", "login=anna&password=" + password.replace(" ", "+"), "");
        assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
        String session = in.headers().firstValue("Set-Cookie").orElseThrow().replaceAll("^freshlegs=([^;]+);.*", "$1");
        SECRETS.add(session);
        form(console, "/sign-in", "login=anna&password=" + secret("a-wrong-password-19"), "");
        form(
                console,
                "/athletes/anna/notes?do=%0aERROR+forged",
                "text=" + secret("planted-note-20") + "&reason=%0d%0aERROR+forged",
                session);
        get(console, "/invitations/" + secret("wrong-invitation-of-somebody-12345678901234"));
        get(console, "/calendar/" + secret("wrong-calendar-of-somebody-1234567890123456") + ".ics");
        get(access.intake().orElseThrow(), "/garmin/" + secret("wrong-garmin-word-21"));
        await().atMost(PATIENCE)
                .until(() -> freshlegs.run("files", "--athlete", "anna").out().contains("set aside"));

        assertThat(log.lines()).isNotEmpty();
        for (String each : SECRETS) {
            assertThat(log.lines()).as(each).noneMatch(line -> line.contains(each));
        }
        assertThat(log.lines()).noneMatch(line -> line.contains("planted-content-18") || line.contains("fever"));
        assertThat(log.lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        try (Stream<Path> files = Files.walk(data.resolve("logs"))) {
            List<Path> logs = files.filter(Files::isRegularFile).toList();
            assertThat(logs).isNotEmpty();
            for (Path file : logs) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String each : SECRETS) {
                    assertThat(text.contains(each)).as("%s in %s", each, file).isFalse();
                }
                assertThat(text).as(file.toString()).doesNotContain("planted-content-18", "fever");
            }
        }
        for (String only : List.of(token, password, session)) {
            assertThat(filesWith(only)).as("kept as a hash alone").isEmpty();
        }
    }

    private static List<Path> filesWith(String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) < 64 << 20 && contains(file, wanted)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static boolean contains(Path file, byte[] wanted) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static Ran typing(String line, Object... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return freshlegs.run(arguments);
        } finally {
            System.setIn(before);
        }
    }

    private static void put(String authorization, String name, String content) throws Exception {
        CLIENT.send(
                HttpRequest.newBuilder(URI.create(access.intake().orElseThrow() + "/api/v1/files/" + name))
                        .header("Authorization", authorization)
                        .PUT(BodyPublishers.ofString(content))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void get(URI server, String path) throws Exception {
        CLIENT.send(HttpRequest.newBuilder(URI.create(server + path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> form(URI console, String path, String content, String session)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(content));
        if (!session.isEmpty()) {
            request.header("Cookie", "freshlegs=" + session);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
