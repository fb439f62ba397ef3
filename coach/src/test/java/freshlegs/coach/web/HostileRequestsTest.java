package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import freshlegs.coach.ACoach;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Outage;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Sessions;
import freshlegs.coach.access.Shares;
import freshlegs.coach.api.Sent;
import freshlegs.coach.web.Gate.For;
import freshlegs.coach.web.Gate.Way;
import freshlegs.model.AthleteId;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A scan of every address of the console by somebody who may do everything there, and by a stranger. Whatever is typed, it is text: no
 * markup, no query, no path, no address that is called, no header. {@code -Dfreshlegs.probes=20} looks longer, {@code
 * -Dfreshlegs.probes.seed=} elsewhere.
 */
class HostileRequestsTest {
    private static final int ROUNDS = Integer.getInteger("freshlegs.probes", 1);
    private static final long SEED = Long.getLong("freshlegs.probes.seed", 20_261_127);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern PART = Pattern.compile("\\{[a-z]+}");
    private static final Pattern LEAK = Pattern.compile(
            "root:x:0|PostgreSQL \\d|org\\.postgresql|PSQLException|syntax error|java\\.lang|\\tat freshlegs|Exception:");
    private static final List<String> TRICKS = List.of(
            "%s/", "%s//", "/%s", "%s;x=1", "%s%%00", "%s.json", "%s%%2f", "/assets/..%s", "/assets/%%2e%%2e%s");
    private static final List<String> NOTHING_THERE = List.of(
            "/.env",
            "/.git/config",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/actuator/env",
            "/metrics",
            "/admin",
            "/console",
            "/server-status",
            "/phpinfo.php",
            "/wp-login.php",
            "/api",
            "/api/v1",
            "/api/v2/squad",
            "/api/v1/openapi.yaml",
            "/assets",
            "/assets/",
            "/assets/coach.css.map",
            "/freshlegs/coach/assets/coach.css",
            "/logback.xml",
            "/backup.zip",
            "/*",
            "/athletes",
            "/athletes/*",
            "/athletes/anna/../../people");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ConcurrentLinkedQueue<String> CALLED = new ConcurrentLinkedQueue<>();
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
    private static TestDatabase database;
    private static HttpServer listener;
    private static Console console;
    private static AConsoleWithAll consoles;
    private static Sessions sessions;
    private static Account anna;
    private static String alert;

    @BeforeAll
    static void open() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            CALLED.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
        });
        listener.start();
        LOG.start();
        ((Logger) LoggerFactory.getLogger("freshlegs")).addAppender(LOG);
        database = TestDatabase.withSquad();
        consoles = AConsoleWithAll.on(database);
        console = consoles.console();
        sessions = new Sessions(database.database(), ACoach.THAT_EVENING, new Outage());
        Accounts accounts = new Accounts(database.database(), ACoach.THAT_EVENING);
        accounts.add("somebody", "Somebody else", Optional.empty(), true);
        anna = accounts.add("she-herself", "Anna", Optional.empty(), true);
        new Shares(database.database(), ACoach.THAT_EVENING)
                .grant(AthleteId.of("anna"), anna.id(), Role.ATHLETE, "command-line");
        alert = database.ask("select min(id) from freshlegs.episode where athlete = 'anna'");
    }

    @AfterAll
    static void close() {
        ((Logger) LoggerFactory.getLogger("freshlegs")).detachAppender(LOG);
        consoles.close();
        database.close();
        listener.stop(0);
    }

    @Test
    void whatever_is_typed_anywhere_is_text() throws Exception {
        String tables = database.ask("select string_agg(table_name, ',' order by table_name) from"
                + " information_schema.tables where table_schema in ('access', 'ledger', 'freshlegs')");
        long seed = SEED;
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : console.ways()) {
                for (String hostile :
                        Probe.all("http://127.0.0.1:" + listener.getAddress().getPort() + "/asked")) {
                    Probe probe = new Probe(seed++, hostile);
                    check("%s, seed %d".formatted(way, seed - 1), ask(way, probe));
                }
            }
        }
        assertThat(CALLED).as("addresses that were called").isEmpty();
        assertThat(LOG.list)
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.ERROR))
                .as("what nobody had foreseen")
                .isEmpty();
        assertThat(LOG.list)
                .allSatisfy(line -> assertThat(line.getFormattedMessage()).doesNotContainPattern("\\p{Cntrl}"));
        assertThat(database.ask("select string_agg(table_name, ',' order by table_name) from"
                        + " information_schema.tables where table_schema in ('access', 'ledger', 'freshlegs')"))
                .isEqualTo(tables);
        assertThat(database.ask("select count(*) from access.account where login in ('she-herself', 'somebody')"))
                .isEqualTo("2");
    }

    @Test
    void no_way_of_writing_an_address_leads_past_the_gate() throws Exception {
        for (Way way : console.ways()) {
            if (way.whom() == For.EVERYBODY || !way.method().equals(HandlerType.GET)) {
                continue;
            }
            String path = PART.matcher(known(way)).replaceAll("x");
            for (String trick : Stream.concat(
                            TRICKS.stream().map(each -> each.formatted(path)),
                            Stream.of(path.toUpperCase(Locale.ROOT), path.replace("anna", "%61nna")))
                    .toList()) {
                refused(trick, "GET");
            }
            for (String method : List.of("OPTIONS", "TRACE", "PROPFIND", "DELETE")) {
                refused(path, method);
            }
            HttpResponse<InputStream> head = send(HttpRequest.newBuilder(URI.create(console.address() + path))
                    .method("HEAD", BodyPublishers.noBody())
                    .build());
            assertThat(head.body().readAllBytes()).as("HEAD " + path).isEmpty();
            assertThat(head.headers().map())
                    .as("HEAD " + path)
                    .doesNotContainKeys("etag", "content-disposition", "location");
        }
    }

    @Test
    void what_others_leave_lying_about_is_not_there() throws Exception {
        for (String path : NOTHING_THERE) {
            refused(path, "GET");
            Answered answer =
                    answered(send(signedIn(URI.create(console.address() + path)).build()));
            assertThat(answer.status()).as(path).isIn(400, 404);
            assertThat(answer.body()).as(path).doesNotContainPattern(LEAK);
        }
    }

    private static void refused(String path, String method) throws IOException {
        Answered answer = answered(send(HttpRequest.newBuilder(URI.create(console.address() + path))
                .timeout(SOON)
                .method(method, BodyPublishers.noBody())
                .build()));
        assertThat(answer.status()).as(method + " " + path).isIn(303, 400, 401, 404, 405, 501);
        assertThat(answer.body()).as(method + " " + path).doesNotContain("Anna").doesNotContainPattern(LEAK);
    }

    private static HttpResponse<InputStream> ask(Way way, Probe probe) throws IOException {
        String path = PART.matcher(known(way)).replaceAll(part -> probe.part());
        URI address = URI.create(console.address() + path + "?" + probe.query());
        HttpRequest.Builder request = signedIn(address);
        if (way.method().equals(HandlerType.GET)) {
            return send(request.header("If-None-Match", "\"x\"").build());
        }
        Optional<Class<?>> sent = sent(way);
        return send(request.header(
                        "Content-Type", sent.isPresent() ? "application/json" : "application/x-www-form-urlencoded")
                .method(
                        way.method().name(),
                        BodyPublishers.ofString(sent.map(probe::json).orElseGet(probe::form)))
                .build());
    }

    /** Whose path is right as far as the gate looks, so that what lies behind it is reached. */
    private static String known(Way way) {
        return switch (way.whom()) {
            case ATHLETE -> way.path().replace("{id}", "anna");
            case EPISODE -> way.path().replace("{id}", alert);
            default -> way.path();
        };
    }

    /** What a program sends there: the type that the last part of the address names. */
    private static Optional<Class<?>> sent(Way way) {
        String last = way.path().replaceAll(".*/", "").replace("-", "");
        return Stream.of(Sent.class.getDeclaredClasses())
                .filter(type -> way.path().startsWith("/api/"))
                .filter(type -> last.replaceAll("s$", "").equalsIgnoreCase(type.getSimpleName()))
                .<Class<?>>map(type -> type)
                .findFirst();
    }

    private static HttpRequest.Builder signedIn(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(SOON)
                .header("Cookie", "freshlegs=" + sessions.open(anna).text() + "; board=1~%ZZ~%00; units='")
                .header("Accept-Language", "'\"<script>, xx;q=9")
                .header("Sec-Fetch-Site", "same-origin");
    }

    private record Answered(int status, String body) {}

    private static void check(String what, HttpResponse<InputStream> response) throws IOException {
        Answered answer = answered(response);
        assertThat(answer.status()).as(what).isNotEqualTo(500).isLessThan(504);
        assertThat(answer.body())
                .as(what)
                .doesNotContain("<script>alert(1)", "<img src=x", "href=\"javascript:", "src=\"javascript:")
                .doesNotContainPattern(LEAK);
        assertThat(response.headers().firstValue(Probe.INJECTED_HEADER))
                .as(what)
                .isEmpty();
        response.headers().firstValue("Location").ifPresent(to -> assertThat(to)
                .as(what)
                .matches("(" + Pattern.quote(console.address().toString()) + ")?/([^/\\\\].*)?"));
        assertThat(response.headers().firstValue("X-Content-Type-Options"))
                .as(what)
                .contains("nosniff");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .as(what)
                .isPresent();
    }

    private static Answered answered(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            boolean endless =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return new Answered(
                    response.statusCode(), endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
