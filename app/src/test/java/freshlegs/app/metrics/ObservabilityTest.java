package freshlegs.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import freshlegs.app.cli.CommandLineUnderTest;
import freshlegs.app.service.Access;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import freshlegs.model.json.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small squad runs through the whole product while the real Prometheus looks, with the files that we ship. */
class ObservabilityTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern SELECTOR =
            Pattern.compile("(?:\\b(?:freshlegs|kafka|jvm|process|hikaricp)[_:][a-z0-9_:]+|\\bup\\b)(?:\\{[^}]*\\})?");
    private static final int MOST_LINES = 2_500;

    /** What shows nothing where all is well, and why. */
    private static final Map<String, String> RIGHTLY_EMPTY =
            Map.of("freshlegs_console_requests_seconds_count{status=\"5xx\"}", "no page has failed");

    private static Path data;
    private static String athlete = "";
    private static HttpServer coach;
    private static Access access;
    private static APrometheus prometheus;

    @BeforeAll
    static void open(@TempDir Path temporary) throws Exception {
        assumeTrue(APrometheus.isInstalled(), "prometheus and promtool are not installed");
        data = temporary.resolve("data");
        coach = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        coach.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        coach.start();
        CommandLineUnderTest freshlegs = CommandLineUnderTest.on(data)
                .with("FRESHLEGS_SETTLE", "0s")
                .with(
                        "FRESHLEGS_WEBHOOK",
                        "http://127.0.0.1:" + coach.getAddress().getPort() + "/");
        access = freshlegs.serve(Clock.systemUTC());
        prometheus = APrometheus.asking(metrics(), temporary.resolve("prometheus"));
        await().atMost(PATIENCE).until(() -> prometheus.shows("freshlegs_files"));

        Path squad = temporary.resolve("squad");
        // Until yesterday: at night the simulated answers of today would lie ahead, and be the later ones.
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        athlete = Simulator.write(new Simulation(8, 1, 14, yesterday), squad)
                .get(0)
                .athlete()
                .value();
        ran(freshlegs.run("import", "--athlete", athlete, squad.resolve(athlete), squad.resolve("labels.csv")));
        ran(freshlegs.run("checkin", "--athlete", athlete, "--fatigue", 6, "--symptom", "fever"));
        get(access.console().orElseThrow());
        get(access.intake().orElseThrow().resolve("/api/v1/athlete/0"));
        await().atMost(PATIENCE).until(() -> prometheus.shows("freshlegs_file_to_message_seconds_count > 0"));
        await().atMost(PATIENCE)
                .until(() -> prometheus.shows("freshlegs:warehouse_lag_records:sum == 0")
                        && prometheus.shows("freshlegs_files_newest_timestamp_seconds")
                        && prometheus.shows("freshlegs:file_to_row_seconds:p95_10m")
                        && prometheus.shows("freshlegs_console_requests_seconds_count")
                        && prometheus.shows("rate(freshlegs_console_requests_seconds_bucket[5m])"));
    }

    @AfterAll
    static void close() {
        if (prometheus != null) {
            prometheus.close();
        }
        if (access != null) {
            access.close();
        }
        if (coach != null) {
            coach.stop(0);
        }
    }

    @Test
    void every_panel_of_every_dashboard_shows_something() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Dashboards.Shown shown : Dashboards.expressions()) {
            if (!problem(shown.expression()).isEmpty()) {
                wrong.add(shown.panel() + ": " + problem(shown.expression()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_rule_is_evaluated_and_looks_at_series_that_are_there() {
        List<String> wrong = new ArrayList<>();
        Set<String> kinds = new TreeSet<>();
        prometheus.rules().path("data").path("groups").forEach(group -> group.path("rules")
                .forEach(rule -> {
                    String name = rule.path("name").asText();
                    String expression = rule.path("query").asText();
                    kinds.add(rule.path("type").asText());
                    if (!rule.path("health").asText().equals("ok")) {
                        wrong.add(name + ": " + rule.path("lastError").asText());
                    }
                    boolean sums = rule.path("type").asText().equals("recording");
                    String problem = sums ? problem(expression) : missing(expression);
                    if (!problem.isEmpty()) {
                        wrong.add(name + ": " + problem);
                    }
                }));
        assertThat(wrong).isEmpty();
        assertThat(kinds).containsExactly("alerting", "recording");
    }

    @Test
    void an_expression_with_a_typo_is_found() {
        assertThat(problem("sum(freshlegs_streams_lag_recrods)")).contains("freshlegs_streams_lag_recrods");
        assertThat(problem("sum(freshlegs_files{outcome=\"importd\"})")).contains("importd");
        assertThat(missing("freshlegs_intake_connections{state=\"unauthorized\"} > 0"))
                .contains("unauthorized");
        assertThat(problem("sum(freshlegs_files")).contains("parse error");
        assertThat(problem("sum by (topic) (freshlegs_streams_lag_records)")).isEmpty();
    }

    @Test
    void the_catalogue_is_what_is_shown_and_nothing_else() throws Exception {
        Map<String, String> shown = new TreeMap<>();
        Matcher type = Pattern.compile("(?m)^# TYPE (freshlegs_\\S+) (\\S+)$").matcher(scrape());
        while (type.find()) {
            shown.put(type.group(1), type.group(2));
        }
        // Every histogram of ours also shows the largest value of the last minutes.
        shown.keySet()
                .removeIf(name -> name.endsWith("_max")
                        && shown.getOrDefault(name.replaceFirst("_max$", ""), "")
                                .equals("histogram"));

        assertThat(shown)
                .isEqualTo(new TreeMap<>(
                        Metrics.ALL.stream().collect(Collectors.toMap(Metric::name, metric -> metric.kind()
                                .word()))));
    }

    @Test
    void each_metric_has_the_labels_of_the_catalogue_and_none_names_a_person_or_a_file() throws Exception {
        String scraped = scrape();

        for (Metric metric : Metrics.ALL) {
            Matcher series = Pattern.compile("(?m)^" + metric.name() + "(?:_count)?(?:\\{(.*)\\})? ")
                    .matcher(scraped);
            assertThat(series.find()).as(metric.name()).isTrue();
            String labels = series.group(1) == null ? "" : series.group(1);
            assertThat(Pattern.compile("(\\w+)=\"").matcher(labels).results().map(found -> found.group(1)))
                    .as(metric.name())
                    .containsExactlyInAnyOrderElementsOf(metric.labels());
        }
        assertThat(scraped.toLowerCase(Locale.ROOT)).doesNotContain("\"" + athlete, ".fit", data.toString());
    }

    @Test
    void a_scrape_stays_small() throws Exception {
        String scraped = scrape();

        System.out.println("a scrape: " + scraped.lines().count() + " lines, " + scraped.length() + " characters");
        assertThat(scraped.lines().count()).isLessThan(MOST_LINES);
    }

    @Test
    void the_process_is_alive_and_ready_and_says_why() throws Exception {
        HttpResponse<String> alive = get(metrics().resolve("/healthz"));
        HttpResponse<String> ready = get(metrics().resolve("/readyz"));

        assertThat(alive.statusCode()).as(alive.body()).isEqualTo(200);
        assertThat(names(alive)).containsExactlyInAnyOrder("ingest", "streams", "warehouse", "coach");
        assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
        assertThat(names(ready))
                .containsExactlyInAnyOrder("started", "kafka", "topics", "database", "streams", "tables");
    }

    @Test
    void promtool_is_content_with_our_files() throws Exception {
        assertThat(APrometheus.promtool("check", "config", "prometheus.yml")).isEmpty();
        assertThat(APrometheus.promtool("check", "config", "prometheus-compose.yml"))
                .isEmpty();
        assertThat(APrometheus.promtool("check", "rules", "rules.yml")).isEmpty();
        assertThat(APrometheus.promtool("test", "rules", "rules-test.yml")).isEmpty();
    }

    /** Why an expression shows nothing, empty when it shows something. */
    private static String problem(String expression) {
        JsonNode answer = prometheus.ask(expression);
        if (!answer.path("status").asText().equals("success")) {
            return answer.path("error").asText() + " in " + expression;
        }
        String missing = missing(expression);
        return missing.isEmpty() && answer.path("data").path("result").isEmpty()
                ? "nothing comes of " + expression
                : missing;
    }

    /** Which series that an expression looks at are not there. */
    private static String missing(String expression) {
        return SELECTOR.matcher(expression)
                .results()
                .map(found -> found.group().strip())
                .filter(selector -> !RIGHTLY_EMPTY.containsKey(selector))
                .filter(selector -> !prometheus.shows(selector))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<String> names(HttpResponse<String> report) {
        List<String> names = new ArrayList<>();
        Json.read(report.body(), JsonNode.class)
                .path("checks")
                .forEach(check -> names.add(check.path("name").asText()));
        return names;
    }

    private static URI metrics() {
        return access.metrics().orElseThrow();
    }

    private static String scrape() throws Exception {
        return get(metrics().resolve("/metrics")).body();
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(address)
                        .method("GET", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private static void ran(CommandLineUnderTest.Ran ran) {
        assertThat(ran.code()).as(ran.err()).isIn(0, 1);
    }
}
