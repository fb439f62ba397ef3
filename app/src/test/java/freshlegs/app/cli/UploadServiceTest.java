package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import freshlegs.ingest.workout.WorkoutZip;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files by token and by the athlete's page, all the way to their outcome, as the page on uploads has it. */
class UploadServiceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final String DOCUMENTED_ADDRESS = "http://127.0.0.1:8081";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static CommandLineUnderTest freshlegs;
    private static Access access;
    private static Path work;
    private static Iterator<Path> runs;

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        work = Files.createDirectories(temporary.resolve("work"));
        Path data = temporary.resolve("data");
        freshlegs = CommandLineUnderTest.on(data);
        Map<String, String> environment =
                Map.of("FRESHLEGS_DATA", data.toString(), "FRESHLEGS_ZONE", "UTC", "FRESHLEGS_POLL", "100ms");
        access = Access.serve(
                Settings.of(
                        Map.of(Catalogue.CONSOLE_PORT, "0", Catalogue.INTAKE_PORT, "0", Catalogue.METRICS_PORT, "0"),
                        Map.of(),
                        environment),
                "run",
                Clock.systemUTC());
        runs = simulated(temporary).iterator();
    }

    @AfterAll
    static void stop() {
        if (access != null) {
            access.close();
        }
    }

    @Test
    void an_uploaded_run_is_imported_once_and_its_receipt_says_so() throws Exception {
        String token = token("anna");
        byte[] run = Files.readAllBytes(runs.next());

        JsonNode first = upload(token, run);

        JsonNode imported = outcome(token, first.path("id").asText());
        assertThat(imported.path("state").asText()).isEqualTo("imported");
        assertThat(imported.path("activities").get(0).path("sport").asText()).isEqualToIgnoringCase("running");
        JsonNode again = outcome(token, upload(token, run).path("id").asText());
        assertThat(again.path("state").asText()).isEqualTo("duplicate");
        JsonNode text = outcome(
                token,
                upload(token, "no watch".getBytes(StandardCharsets.UTF_8))
                        .path("id")
                        .asText());
        assertThat(text.path("state").asText()).isEqualTo("set-aside");
        assertThat(text.path("reason").asText()).isNotEmpty();
    }

    @Test
    void a_file_dropped_on_the_athletes_page_comes_to_its_end() throws Exception {
        String token = token("dora");
        outcome(token, upload(token, Files.readAllBytes(runs.next())).path("id").asText());
        URI page = URI.create(access.console().orElseThrow() + "/athletes/dora");
        await().atMost(PATIENCE).until(() -> look(page).statusCode() == 200);
        assertThat(look(page).body())
                .contains(access.intake().orElseThrow() + "/api/v1/athlete/0/activities")
                .contains("/inbox/dora");

        HttpResponse<String> dropped = CLIENT.send(
                HttpRequest.newBuilder(URI.create(page + "/files/run.fit"))
                        .PUT(BodyPublishers.ofFile(runs.next()))
                        .build(),
                BodyHandlers.ofString());

        assertThat(dropped.statusCode()).isEqualTo(202);
        URI ask = URI.create(access.console().orElseThrow() + "/api/v1/athletes/dora/files/"
                + json(dropped).path("id").asText());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(json(look(ask)).path("state").asText()).isEqualTo("imported"));
    }

    @Test
    void a_token_works_until_it_is_revoked_while_the_service_runs() throws Exception {
        Ran added = freshlegs.run("token", "add", "--athlete", "emil", "--name", "old phone");
        assertThat(added.code()).as(added.err()).isZero();
        String token = added.out().lines().findFirst().orElseThrow();
        assertThat(added.out().lines().toList().get(1))
                .isEqualTo("curl -u API_KEY:" + token + " -F file=@run.fit "
                        + access.intake().orElseThrow() + "/api/v1/athlete/0/activities");
        URI receipt = URI.create(access.intake().orElseThrow() + "/api/v1/receipts/none");
        assertThat(get(receipt, token).statusCode()).isEqualTo(404);
        JsonNode listed =
                freshlegs.run("token", "list", "--athlete", "emil", "--json").json();
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("name").asText()).isEqualTo("old phone");
        assertThat(listed.get(0).path("lastUsed").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(listed.toString()).doesNotContain("sha256", token);

        Ran revoked = freshlegs.run("token", "revoke", listed.get(0).path("id").asText());

        assertThat(revoked.code()).isZero();
        assertThat(get(receipt, token).statusCode()).isEqualTo(401);
    }

    @Test
    void consent_that_is_withdrawn_closes_every_way_until_it_is_given_again() throws Exception {
        String token = token("fay");
        byte[] run = Files.readAllBytes(runs.next());
        outcome(token, upload(token, run).path("id").asText());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said("withdraw").code()).isZero());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(put(token, run).statusCode()).isEqualTo(403));
        assertThat(put(token, run).body()).contains("consent was withdrawn");
        Ran checkIn = freshlegs.run("checkin", "--athlete", "fay", "--fatigue", "3");
        assertThat(checkIn.code()).isEqualTo(1);
        assertThat(checkIn.err()).contains("Nothing is taken: consent was withdrawn");
        assertThat(freshlegs
                        .run("consent", "show", "--athlete", "fay", "--json")
                        .json()
                        .get(0)
                        .path("how")
                        .asText())
                .isEqualTo("by letter");
        assertThat(missing()).contains("fay,false,,");

        assertThat(said("give").out()).contains("fay has agreed to version");
        assertThat(missing()).doesNotContain("fay");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(put(token, run).statusCode()).isEqualTo(202));
    }

    private static String missing() {
        return freshlegs.run("consent", "show", "--missing", "--csv").out();
    }

    private static Ran said(String word) {
        return freshlegs.run("consent", word, "--athlete", "fay", "--how", "by letter");
    }

    @Test
    void the_page_on_uploads_can_be_followed_line_by_line() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "skipped: no /usr/bin/curl");
        Files.copy(runs.next(), work.resolve("run.fit"), StandardCopyOption.REPLACE_EXISTING);
        Files.write(work.resolve("export.zip"), new byte[] {'P', 'K', 5, 6});
        String token = "";
        String receipt = "";
        List<String> followed = new ArrayList<>();
        for (String line : lines()) {
            followed.add(line);
            if (line.startsWith("./freshlegs ")) {
                Ran ran = freshlegs.run((Object[]) line.replace("./freshlegs ", "")
                        .replace("TOKEN-ID", spareToken())
                        .split(" "));
                assertThat(ran.code()).as(line + ": " + ran.err()).isZero();
                token = line.contains("token add")
                        ? ran.out().lines().findFirst().orElseThrow()
                        : token;
            } else if (line.contains("-o workouts.zip")) {
                assertThat(said(line, token, receipt)).isEmpty();
                assertThat(WorkoutZip.unpack(Files.readAllBytes(work.resolve("workouts.zip"))))
                        .isPresent();
            } else {
                JsonNode answer = Json.read(said(line, token, receipt), JsonNode.class);
                assertThat(answer.path("error").asText()).as(line).isEmpty();
                receipt = answer.path("receipts").isArray() ? answer.path("id").asText() : receipt;
                assertThat(answer.path("id").asText()).as(line).isEqualTo(receipt);
            }
        }
        assertThat(followed).hasSizeGreaterThanOrEqualTo(8);
        assertThat(outcome(token, receipt).path("state").asText()).isIn("imported", "duplicate");
    }

    private static String spareToken() {
        freshlegs.run("token", "add", "--athlete", "spare", "--name", "spare");
        return freshlegs
                .run("token", "list", "--athlete", "spare", "--json")
                .json()
                .get(0)
                .path("id")
                .asText();
    }

    private static List<String> lines() throws IOException {
        String page =
                Files.readString(Path.of(System.getProperty("freshlegs.root")).resolve("docs/intake/upload.md"));
        List<String> lines = new ArrayList<>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            block.group(1).lines().forEach(lines::add);
        }
        return lines;
    }

    private static String said(String line, String token, String receipt) throws Exception {
        ProcessBuilder shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        line.replace(
                                        DOCUMENTED_ADDRESS,
                                        access.intake().orElseThrow().toString())
                                .replaceFirst("^curl ", "curl -sS "))
                .directory(work.toFile())
                .redirectErrorStream(true);
        shell.environment().put("TOKEN", token);
        shell.environment().put("RECEIPT", receipt);
        shell.environment().keySet().removeIf(name -> name.toLowerCase(java.util.Locale.ROOT)
                .endsWith("_proxy"));
        Process curl = shell.start();
        String out = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(curl.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(curl.exitValue()).as(line + ": " + out).isZero();
        return out;
    }

    private static String token(String athlete) {
        Ran added = freshlegs.run("token", "add", "--athlete", athlete, "--name", "phone");
        assertThat(added.code()).as(added.err()).isZero();
        return added.out().lines().findFirst().orElseThrow();
    }

    private static JsonNode upload(String token, byte[] content) throws Exception {
        HttpResponse<String> answer = put(token, content);
        assertThat(answer.statusCode()).isEqualTo(202);
        return json(answer);
    }

    private static HttpResponse<String> put(String token, byte[] content) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(access.intake().orElseThrow() + "/api/v1/files/run.fit"))
                        .header("Authorization", "Bearer " + token)
                        .PUT(BodyPublishers.ofByteArray(content))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The receipt once it is final. */
    private static JsonNode outcome(String token, String id) {
        URI receipt = URI.create(access.intake().orElseThrow() + "/api/v1/receipts/" + id);
        return await().atMost(PATIENCE)
                .until(() -> json(get(receipt, token)), answer -> !List.of("waiting", "processing")
                        .contains(answer.path("state").asText()));
    }

    /** As somebody at this machine does, without a token. */
    private static HttpResponse<String> look(URI address) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(URI address, String token) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body(), JsonNode.class);
    }

    /** Runs of one simulated runner, each on a day of its own. */
    private static List<Path> simulated(Path temporary) throws IOException {
        Path out = temporary.resolve("simulated");
        Simulator.write(new Simulation(8, 1, 21, LocalDate.of(2026, 11, 1)), out);
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(file -> file.toString().matches(".*/2026-[-0-9]+\\.fit"))
                    .sorted()
                    .toList();
        }
    }
}
