package freshlegs.coach.web;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.ApiTokens;
import freshlegs.coach.access.Outage;
import freshlegs.coach.access.Right;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Scope;
import freshlegs.coach.access.Sessions;
import freshlegs.coach.access.Shares;
import freshlegs.coach.web.Gate.For;
import freshlegs.coach.web.Gate.Way;
import freshlegs.model.AthleteId;
import io.javalin.http.HandlerType;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walks every address of the console as everybody there is, with their own and with other people's ids. Whoever adds an address finds
 * here whether it says rightly whom it is for; one for everybody or for every visitor has to be named here.
 */
class RouteWalkTest {
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "GET /assets/{name}",
            "GET /sw.js",
            "GET /manifest.webmanifest",
            "GET /healthz",
            "GET /calendar/{secret}.ics",
            "GET /sign-in",
            "POST /sign-in",
            "POST /sign-out",
            "GET /sign-in/oidc",
            "GET /sign-in/oidc/callback",
            "GET /invitations/{secret}",
            "GET /leaving/{secret}",
            "POST /invitations/{secret}",
            "GET /act/{token}",
            "POST /act/{token}",
            "GET /api/docs",
            "GET /api/v1/openapi.json",
            "GET /problems/{kind}");
    private static final Set<String> FOR_VISITORS = Set.of(
            "GET /",
            "GET /api/v1/squad",
            "GET /api/v1/alerts",
            "GET /api/v1/precision",
            "GET /review",
            "GET /rules",
            "GET /rules/{rule}",
            "GET /live",
            "POST /preferences");

    /** What docs/access.md promises each role. */
    private static final Map<Role, Set<Right>> PROMISED = Map.of(
            Role.ATHLETE, EnumSet.allOf(Right.class),
            Role.COACH, EnumSet.of(Right.SEE, Right.ANSWER, Right.PLAN, Right.HAND_OVER),
            Role.ASSISTANT, EnumSet.of(Right.SEE, Right.ANSWER),
            Role.VIEWER, EnumSet.of(Right.SEE));

    private static final Map<Scope, Right> SCOPES =
            Map.of(Scope.READ, Right.SEE, Scope.ANSWER, Right.ANSWER, Scope.PLAN, Right.PLAN);
    private static final String OWN = "anna";
    private static final String OTHERS = "carla";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TestDatabase database;
    private static Console console;
    private static AConsoleWithAll consoles;
    private static Sessions sessions;
    private static final List<Somebody> EVERYBODY = new ArrayList<>();

    /** Somebody who may do so much to anna, and nothing to carla. */
    private record Somebody(
            String what,
            Account account,
            Set<Right> rights,
            boolean operator,
            Optional<String> token,
            Set<Right> lacking) {}

    /** What came back, without the moment and without the address that a problem repeats. */
    private record Answered(int status, String body, Map<String, List<String>> headers) {}

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        consoles = AConsoleWithAll.on(database);
        console = consoles.console();
        sessions = new Sessions(database.database(), ACoach.THAT_EVENING, new Outage());
        for (Role role : Role.values()) {
            EVERYBODY.add(new Somebody(
                    role.key(),
                    account(role.key(), OWN, role),
                    PROMISED.getOrDefault(role, Set.of()),
                    false,
                    Optional.empty(),
                    Set.of()));
        }
        Account nobody = new Accounts(database.database(), ACoach.THAT_EVENING)
                .add("operator", "Operator", Optional.empty(), true);
        EVERYBODY.add(new Somebody("operator", nobody, Set.of(), true, Optional.empty(), Set.of()));
        EVERYBODY.add(new Somebody(
                "coach of others", account("other", OTHERS, Role.COACH), Set.of(), false, Optional.empty(), Set.of()));
        Account athlete = EVERYBODY.get(0).account();
        for (Scope scope : Scope.values()) {
            EVERYBODY.add(tokenOf(athlete, scope, EnumSet.of(SCOPES.get(scope)), EnumSet.allOf(Right.class)));
            EVERYBODY.add(tokenOf(nobody, scope, Set.of(), Set.of()));
        }
        Account viewer = EVERYBODY.get(3).account();
        EVERYBODY.add(tokenOf(viewer, Scope.PLAN, Set.of(), EnumSet.of(Right.SEE)));
    }

    private static Account account(String login, String athlete, Role role) {
        Account account =
                new Accounts(database.database(), ACoach.THAT_EVENING).add(login, "Somebody", Optional.empty(), false);
        new Shares(database.database(), ACoach.THAT_EVENING)
                .grant(AthleteId.of(athlete), account.id(), role, "command-line");
        return account;
    }

    private static Somebody tokenOf(Account account, Scope scope, Set<Right> rights, Set<Right> ofAccount) {
        String token =
                new ApiTokens(database.database(), ACoach.THAT_EVENING).add(account.id(), "walk", Set.of(scope), 30);
        Set<Right> lacking =
                ofAccount.stream().filter(right -> !rights.contains(right)).collect(toSet());
        return new Somebody(
                "token of " + account.login() + " to " + scope, account, rights, false, Optional.of(token), lacking);
    }

    @AfterAll
    static void close() {
        consoles.close();
        database.close();
    }

    private static Stream<Way> ways(For whom) {
        return console.ways().stream().filter(way -> way.whom() == whom);
    }

    private static String name(Way way) {
        return way.method().name() + " " + way.path();
    }

    @Test
    void there_is_no_address_beside_the_gate() {
        assertThat(console.routes())
                .containsExactlyInAnyOrderElementsOf(
                        console.ways().stream().map(RouteWalkTest::name).toList());
    }

    @Test
    void what_is_for_everybody_or_every_visitor_is_meant_to_be() {
        assertThat(ways(For.EVERYBODY).map(RouteWalkTest::name)).isSubsetOf(FOR_EVERYBODY);
        assertThat(ways(For.VISITORS).map(RouteWalkTest::name)).isSubsetOf(FOR_VISITORS);
    }

    @Test
    void whatever_names_an_athlete_or_an_alert_asks_for_a_right_to_it() {
        assertThat(console.ways())
                .filteredOn(way -> way.path().matches("(/api)?(/v\\d+)?/(athletes|episodes|alerts)/\\{.*"))
                .isNotEmpty()
                .allSatisfy(way -> {
                    assertThat(way.whom()).as(name(way)).isIn(For.ATHLETE, For.EPISODE);
                    assertThat(way.right()).as(name(way)).isPresent();
                });
    }

    @Test
    void each_role_passes_where_it_has_the_right_and_finds_nothing_elsewhere() throws Exception {
        for (Way way : console.ways()) {
            if (way.right().isEmpty()) {
                continue;
            }
            Right right = way.right().get();
            Map<Boolean, Answered> unknown = new TreeMap<>();
            for (Somebody somebody : EVERYBODY) {
                String as = name(way) + " as " + somebody.what();
                Answered nothing = ask(way, "nobody-here", somebody);
                assertThat(nothing.status()).as(as + ", unknown").isEqualTo(404);
                assertThat(unknown.computeIfAbsent(somebody.token().isPresent(), known -> nothing))
                        .as(as + ", unknown")
                        .isEqualTo(nothing);
                boolean own = somebody.account().login().equals("other");
                assertRefused(as, nothing, ask(way, own ? OWN : OTHERS, somebody));
                boolean changesByReading = somebody.token().isPresent()
                        && right == Right.SEE
                        && !way.method().equals(HandlerType.GET);
                if (changesByReading && somebody.rights().contains(right)) {
                    assertThat(ask(way, OWN, somebody).status()).as(as).isEqualTo(403);
                } else if (somebody.rights().contains(right)) {
                    assertThat(passes(way, OWN, somebody)).as(as).isTrue();
                } else if (somebody.lacking().contains(right)) {
                    assertThat(ask(way, OWN, somebody).status()).as(as).isEqualTo(403);
                } else {
                    assertRefused(as, nothing, ask(way, OWN, somebody));
                }
            }
        }
    }

    @Test
    void a_list_tells_nobody_of_others() throws Exception {
        for (Way way : ways(For.VISITORS)
                .filter(way -> way.method().equals(HandlerType.GET))
                .toList()) {
            for (Somebody somebody : EVERYBODY) {
                HttpResponse<InputStream> answer = send(request(way, OTHERS, somebody));
                if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
                    answer.body().close();
                    continue;
                }
                assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                        .as(name(way) + " as " + somebody.what())
                        .doesNotContainPattern("\\b(ben|dora|emil|finn|gus|hanna|ivy)\\b");
            }
        }
    }

    @Test
    void a_stranger_is_shown_the_way_in_and_nothing_else() throws Exception {
        for (Way way : console.ways()) {
            if (way.whom() == For.EVERYBODY) {
                continue;
            }
            Answered own = answered(send(HttpRequest.newBuilder(address(way, OWN))
                    .method(way.method().name(), BodyPublishers.noBody())
                    .build()));
            assertThat(own.status()).as(name(way)).isIn(303, 401);
            assertThat(own.body()).as(name(way)).doesNotContain(OWN, OTHERS);
            Answered wrong = answered(send(HttpRequest.newBuilder(address(way, OWN))
                    .header("Authorization", "Bearer freshlegs_" + "A".repeat(43))
                    .method(way.method().name(), BodyPublishers.noBody())
                    .build()));
            assertThat(wrong.status()).as(name(way) + " with a wrong token").isIn(401, 429);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"athletes.md", "coaches.md", "channels.md"})
    void a_guide_names_addresses_that_there_are(String guide) throws IOException {
        String text = Files.readString(Path.of(System.getProperty("freshlegs.root"), "docs", guide));
        Set<String> known = console.ways().stream().map(Gate.Way::path).collect(Collectors.toSet());
        List<String> named = Pattern.compile("`(/[a-z][^`?]*)[^`]*`")
                .matcher(text)
                .results()
                .map(found -> found.group(1).replace("/ID", "/{id}"))
                .toList();
        assertThat(named).allSatisfy(address -> assertThat(known)
                .anyMatch(path -> path.equals(address) || path.startsWith(address + "/")));
    }

    @Test
    void only_who_is_signed_in_sees_to_accounts_and_only_operators_to_those_of_others() throws Exception {
        for (Way way : console.ways()) {
            if (way.whom() != For.SIGNED_IN && way.whom() != For.OPERATORS) {
                continue;
            }
            for (Somebody somebody : EVERYBODY) {
                boolean may = somebody.token().isEmpty() && (way.whom() == For.SIGNED_IN || somebody.operator());
                assertThat(passes(way, OWN, somebody))
                        .as(name(way) + " as " + somebody.what())
                        .isEqualTo(may);
            }
        }
    }

    private static void assertRefused(String as, Answered nothing, Answered refused) {
        assertThat(refused).as(as).isEqualTo(nothing);
    }

    /** Whether the log says that it was answered; what the handler made of an empty form is its own affair. */
    private static boolean passes(Way way, String athlete, Somebody somebody) throws Exception {
        String before = database.ask("select coalesce(max(id), 0) from access.audit");
        HttpResponse<InputStream> answer = send(request(way, athlete, somebody));
        answer.body().close();
        return database.ask("select count(*) from access.audit where allowed and id > " + before + " and account = '"
                        + somebody.account().id() + "' and route = '" + way.path() + "'")
                .equals("1");
    }

    private static Answered ask(Way way, String athlete, Somebody somebody) throws Exception {
        return answered(send(request(way, athlete, somebody)));
    }

    private static Answered answered(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
            headers.remove("date");
            headers.remove("content-length");
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return new Answered(answer.statusCode(), text.replaceAll("\"instance\":\"[^\"]*\"", ""), headers);
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

    private static HttpRequest request(Way way, String athlete, Somebody somebody) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(way, athlete))
                .timeout(Duration.ofSeconds(20))
                .method(way.method().name(), BodyPublishers.noBody());
        if (somebody.token().isPresent()) {
            request.header("Authorization", "Bearer " + somebody.token().get());
        } else {
            request.header(
                            "Cookie",
                            "freshlegs=" + sessions.open(somebody.account()).text())
                    .header("Sec-Fetch-Site", "same-origin");
        }
        return request.build();
    }

    private static URI address(Way way, String athlete) {
        String id = way.whom() == For.EPISODE ? episode(athlete) : athlete;
        return URI.create(console.address() + way.path().replace("{id}", id).replaceAll("\\{[a-z]+}", "x"));
    }

    private static String episode(String athlete) {
        return athlete.equals("nobody-here")
                ? "nobody-here.2026-11-15.fatigue"
                : database.ask(
                        "select coalesce(min(id), 'none') from freshlegs.episode where athlete = '" + athlete + "'");
    }
}
