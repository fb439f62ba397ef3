package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import freshlegs.coach.ACoach;
import freshlegs.coach.ADesk;
import freshlegs.coach.AListener;
import freshlegs.coach.APlan;
import freshlegs.coach.ARun;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.WaysIn;
import freshlegs.model.AdjustmentCause;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the API says of itself is what it does: every way is asked for real, and its answer held to the document that it serves. */
class ApiContractTest {
    private static final String ALERT = "anna.2026-11-15.fatigue";
    private static final String REVISION = AListener.REVISION;

    /** A request for each way; one that is added without fails the first test. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("GET /api/v1/squad", "/api/v1/squad"),
            Map.entry("GET /api/v1/alerts", "/api/v1/alerts"),
            Map.entry("GET /api/v1/precision", "/api/v1/precision"),
            Map.entry("GET /api/v1/athletes/{id}", "/api/v1/athletes/anna"),
            Map.entry("GET /api/v1/athletes/{id}/trend", "/api/v1/athletes/anna/trend?days=90"),
            Map.entry("GET /api/v1/athletes/{id}/charts/{chart}.csv", "/api/v1/athletes/anna/charts/form.csv?days=42"),
            Map.entry(
                    "GET /api/v1/athletes/{id}/activities/{fact}/series.json",
                    "/api/v1/athletes/anna/activities/" + ARun.FACT + "/series.json"),
            Map.entry(
                    "GET /api/v1/athletes/{id}/activities/{fact}/series.csv",
                    "/api/v1/athletes/anna/activities/" + ARun.FACT + "/series.csv"),
            Map.entry("GET /api/v1/athletes/{id}/plan", "/api/v1/athletes/anna/plan"),
            Map.entry("GET /api/v1/athletes/{id}/alerts", "/api/v1/athletes/anna/alerts?limit=1"),
            Map.entry("GET /api/v1/athletes/{id}/activities", "/api/v1/athletes/anna/activities"),
            Map.entry("GET /api/v1/athletes/{id}/files", "/api/v1/athletes/anna/files?limit=3"),
            Map.entry("GET /api/v1/athletes/{id}/files/{receipt}", "/api/v1/athletes/anna/files/1"),
            Map.entry("GET /api/v1/athletes/{id}/notes", "/api/v1/athletes/anna/notes"),
            Map.entry("GET /api/v1/athletes/{id}/receipts/{revision}", "/api/v1/athletes/anna/receipts/" + REVISION),
            Map.entry("GET /api/v1/alerts/{id}", "/api/v1/alerts/" + ALERT),
            Map.entry("POST /api/v1/alerts/{id}/verdict", "/api/v1/alerts/" + ALERT + "/verdict"),
            Map.entry("POST /api/v1/alerts/{id}/silence", "/api/v1/alerts/" + ALERT + "/silence"),
            Map.entry("POST /api/v1/athletes/{id}/plan/decision", "/api/v1/athletes/anna/plan/decision"),
            Map.entry("POST /api/v1/athletes/{id}/plan/move", "/api/v1/athletes/anna/plan/move"),
            Map.entry("POST /api/v1/athletes/{id}/plan/usual-order", "/api/v1/athletes/anna/plan/usual-order"),
            Map.entry("POST /api/v1/athletes/{id}/plan", "/api/v1/athletes/anna/plan"),
            Map.entry("POST /api/v1/athletes/{id}/notes", "/api/v1/athletes/anna/notes"),
            Map.entry("DELETE /api/v1/athletes/{id}/notes/{note}", "/api/v1/athletes/anna/notes/" + REVISION));

    private static final Map<String, String> BODIES = Map.of(
            "POST /api/v1/alerts/{id}/verdict",
            "{\"verdict\":\"wrong\",\"reason\":\"New watch.\"}",
            "POST /api/v1/alerts/{id}/silence",
            "{\"how\":\"mute\",\"about\":\"fatigue.two-keys\"}",
            "POST /api/v1/athletes/{id}/plan/decision",
            "{\"date\":\"2026-11-24\",\"cause\":\"FATIGUE\",\"revision\":\"0123456789abcdef\",\"choice\":\"easy\"}",
            "POST /api/v1/athletes/{id}/plan/move",
            "{\"from\":\"2026-11-24\",\"to\":\"2026-11-25\"}",
            "POST /api/v1/athletes/{id}/plan/usual-order",
            "{\"day\":\"2026-11-24\"}",
            "POST /api/v1/athletes/{id}/plan",
            "{\"distance\":\"5k\",\"on\":\"2027-02-28\",\"days\":[\"tue\",\"sun\"],\"longRun\":\"sun\"}",
            "POST /api/v1/athletes/{id}/notes",
            "{\"text\":\"Slept badly.\",\"alert\":\"" + ALERT + "\"}");

    private static final AListener LISTENER = new AListener();
    private static TestDatabase database;
    private static ACoach coach;
    private static JsonNode document;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        APlan.of("anna")
                .with(
                        LocalDate.parse("2026-11-24"),
                        APlan.changed(AdjustmentCause.FATIGUE, "Fatigue suspected.", APlan.technical(), false))
                .into(database);
        database.run("""
                insert into ledger.episode (id, athlete, cause, first_day, last_day, told_status, opened_at, updated_at)
                select id, athlete, cause, first_day, last_day, status, now(), now() from freshlegs.episode
                where id = 'anna.2026-11-15.fatigue';
                insert into freshlegs.note_revision (athlete, fact_id, revision, local_date, alert, text, shared, ingested_at,
                    recorded_at, edit, withdrawn, told_by, rank)
                values ('anna', 'n', '0', '2026-11-20', 'anna.2026-11-15.fatigue', 'Slept badly.', false, now(),
                    '2026-11-20 14:00Z', 0, false, '{"role":"COACH","id":"c1"}', 0);
                insert into freshlegs.alert_verdict_revision (athlete, fact_id, revision, local_date, last_day, cause,
                    ingested_at, recorded_at, edit, verdict, reason, status, rule_set, rules, decided_by, rank)
                values ('anna', '2026-11-15.fatigue', 'v', '2026-11-15', '2026-11-20', 'fatigue', now(), '2026-11-20 15:00Z', 0,
                    'right', null, 'AMBER', '1', '["fatigue.two-keys/1"]', '{"role":"COACH","id":"c1"}', 0);
                """);
        ARun run = new ARun();
        run.into(database);
        WaysIn desk = new ADesk().waysIn();
        coach = ACoach.with(
                new WaysIn(desk.uploads(), desk.inbox(), desk.intake(), Optional.of(run)),
                Optional.of(LISTENER),
                database);
        document = Json.read(coach.get("/api/v1/openapi.json").body(), JsonNode.class);
        coach.send(HttpRequest.newBuilder(URI.create(coach.address() + "/athletes/anna/files/a.fit"))
                .PUT(BodyPublishers.ofString("imported")));
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    private record Way(String name, JsonNode operation) {
        String method() {
            return name.split(" ", -1)[0];
        }

        Optional<JsonNode> sends() {
            return Optional.of(operation.at("/requestBody/content/application~1json/schema"))
                    .filter(schema -> !schema.isMissingNode());
        }
    }

    private static String example(String way) {
        return Optional.ofNullable(EXAMPLES.get(way)).orElseThrow();
    }

    private static List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(how -> ways.add(
                        new Way(how.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), how.getValue()))));
        return ways;
    }

    private static HttpResponse<String> ask(String method, String path, Optional<String> body) {
        return coach.send(HttpRequest.newBuilder(URI.create(coach.address() + path))
                .header("Content-Type", "application/json")
                .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody)));
    }

    private static List<String> errors(JsonNode schema, String json) {
        ObjectNode whole = ((ObjectNode) schema.deepCopy());
        whole.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(Json.read(json, JsonNode.class))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    @Test
    void every_way_is_exercised_and_every_address_below_the_root_is_told() {
        assertThat(ways()).extracting(Way::name).containsExactlyInAnyOrderElementsOf(EXAMPLES.keySet());
        assertThat(document.path("x-other-addresses"))
                .as("addresses without what they take and give: add them by ApiWays")
                .isEmpty();
        assertThat(BODIES.keySet())
                .containsExactlyInAnyOrderElementsOf(ways().stream()
                        .filter(way -> way.sends().isPresent())
                        .map(Way::name)
                        .toList());
    }

    @Test
    void every_way_answers_as_it_says() {
        assertSoftly(softly -> ways().forEach(way -> {
            Optional<String> body = Optional.ofNullable(BODIES.get(way.name()));
            body.ifPresent(json -> softly.assertThat(errors(way.sends().orElseThrow(), json))
                    .as(way.name() + " takes " + json)
                    .isEmpty());
            HttpResponse<String> answer = ask(way.method(), example(way.name()), body);
            String status = Integer.toString(answer.statusCode());
            JsonNode content = way.operation().at("/responses/" + status + "/content");
            if (content.has("text/csv")) {
                softly.assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .as(way.name())
                        .startsWith("text/csv");
                softly.assertThat(answer.body().lines().count()).as(way.name()).isGreaterThan(1);
                return;
            }
            JsonNode schema = content.at("/application~1json/schema");
            softly.assertThat(schema.isObject())
                    .as(way.name() + " answered " + status + " " + answer.body())
                    .isTrue();
            softly.assertThat(answer.headers().firstValue("Content-Type"))
                    .as(way.name())
                    .contains("application/json");
            if (schema.isObject()) {
                softly.assertThat(errors(schema, answer.body()).stream().limit(5))
                        .as(way.name())
                        .isEmpty();
            }
        }));
        assertThat(LISTENER.heard()).hasSizeGreaterThan(BODIES.size());
    }

    @Test
    void members_that_are_unknown_or_missing_are_refused() {
        List<String> before = List.copyOf(LISTENER.heard());
        BODIES.forEach((way, body) -> {
            ObjectNode more = (ObjectNode) Json.read(body, JsonNode.class);
            String first = more.fieldNames().next();
            ObjectNode less = more.deepCopy();
            less.remove(first);
            more.put("surprise", 1);
            for (String wrong : List.of(more.toString(), less.toString(), "[]", "{", body + "{}")) {
                HttpResponse<String> answer = ask("POST", example(way), Optional.of(wrong));
                assertThat(answer.statusCode()).as(way + " " + wrong).isEqualTo(400);
                assertThat(errors(problem(), answer.body())).as(way).isEmpty();
            }
        });
        assertThat(LISTENER.heard()).isEqualTo(before);
    }

    @Test
    void a_receipt_is_pending_until_the_tables_have_what_was_said() {
        HttpResponse<String> answer =
                ask("POST", "/api/v1/alerts/" + ALERT + "/verdict", Optional.of("{\"verdict\":\"right\"}"));
        assertThat(answer.statusCode()).isEqualTo(202);
        String receipt = answer.headers().firstValue("Location").orElseThrow();
        assertThat(receipt).isEqualTo("/api/v1/athletes/anna/receipts/" + REVISION);
        assertThat(coach.get(receipt).body()).contains("\"pending\":true");

        database.run("update freshlegs.note_revision set revision = '" + REVISION + "'");
        assertThat(coach.get(receipt).body()).contains("\"pending\":false");
        database.run("update freshlegs.note_revision set revision = '0'");
    }

    @Test
    void what_is_not_taken_is_a_problem_with_a_page_of_its_own() {
        for (HttpResponse<String> answer : List.of(
                ask("POST", "/api/v1/alerts/" + ALERT + "/verdict", Optional.of("{\"verdict\":\"wrong\"}")),
                ask(
                        "POST",
                        "/api/v1/alerts/" + ALERT + "/silence",
                        Optional.of("{\"how\":\"mute\",\"about\":\"illness.symptoms\"}")),
                ask(
                        "POST",
                        "/api/v1/athletes/ben/notes",
                        Optional.of("{\"text\":\"x\",\"alert\":\"" + ALERT + "\"}")))) {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(errors(problem(), answer.body())).isEmpty();
            JsonNode problem = Json.read(answer.body(), JsonNode.class);
            assertThat(coach.get(problem.path("type").asText()).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> wrongWay = ask("DELETE", "/api/v1/squad", Optional.empty());
        assertThat(wrongWay.statusCode()).isEqualTo(405);
        assertThat(errors(problem(), wrongWay.body())).isEmpty();
        for (ProblemKind kind : ProblemKind.values()) {
            assertThat(coach.get(kind.address()).statusCode())
                    .as(kind.address())
                    .isEqualTo(200);
        }
    }

    @Test
    void everything_said_and_told_of_an_alert_is_given_with_who_said_it() {
        JsonNode alert = Json.read(coach.get("/api/v1/alerts/" + ALERT).body(), JsonNode.class);
        assertThat(alert.path("notes").get(0).path("text").asText()).isEqualTo("Slept badly.");
        assertThat(alert.path("trail").findValuesAsText("kind")).containsExactly("NOTE", "VERDICT");
        assertThat(alert.at("/trail/1/by/id").asText()).isEqualTo("c1");
        assertThat(alert.path("plan").get(0).path("date").asText()).isNotEmpty();
        assertThat(alert.path("evidence")).isNotEmpty();
    }

    @Test
    void the_page_about_it_lists_every_way_without_a_script_or_another_host() {
        String page = coach.get("/api/docs").body();
        assertThat(page).doesNotContain("<script", "http://", "https://");
        for (Way way : ways()) {
            assertThat(page).contains(way.name().split(" ", -1)[1]);
        }
        assertThat(page).contains("id=\"Squad\"", "id=\"Problem\"");
    }

    @Test
    void scopes_of_tokens_and_the_cookie_of_a_session_are_told() {
        JsonNode judging = document.at("/paths/~1api~1v1~1alerts~1{id}~1verdict/post");
        assertThat(judging.path("x-right").asText()).isEqualTo("answer");
        assertThat(judging.at("/security/0/token/0").asText()).isEqualTo("answer");
        assertThat(document.at("/components/securitySchemes/token/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
    }

    /** Each line of the documentation that begins with curl is done, at this console. */
    @Test
    void the_examples_of_the_documentation_work() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("freshlegs.root"), "docs", "api.md"));
        Pattern curl = Pattern.compile("curl .*?(?:-d '([^']*)' )?http://127\\.0\\.0\\.1:8080(\\S+)");
        List<String> done = new ArrayList<>();
        for (String line :
                (Iterable<String>) Stream.of(page.split("\n", -1)).filter(one -> one.startsWith("curl "))::iterator) {
            Matcher example = curl.matcher(line.replace("anna-2026-11-15-fatigue", ALERT));
            assertThat(example.find()).as(line).isTrue();
            Optional<String> body = Optional.ofNullable(example.group(1));
            HttpResponse<String> answer =
                    ask(body.isPresent() ? "POST" : "GET", example.group(2).replace("\"", ""), body);
            assertThat(answer.statusCode()).as(line + " " + answer.body()).isIn(200, 202);
            done.add(line);
        }
        assertThat(done).hasSizeGreaterThan(5);
    }

    private static JsonNode problem() {
        return Json.MAPPER.createObjectNode().put("$ref", "#/components/schemas/Problem");
    }
}
