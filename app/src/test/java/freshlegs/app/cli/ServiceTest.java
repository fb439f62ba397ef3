package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.Main;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.service.Access;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code freshlegs run} as a process of its own: reached by others, killed, started again, stopped. */
class ServiceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path temporary;
    private final Path data;
    private Optional<Process> running = Optional.empty();

    ServiceTest(@TempDir Path temporary) {
        this.temporary = temporary;
        data = temporary.resolve("data");
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (running.isPresent()) {
            running.get().destroyForcibly().waitFor();
        }
    }

    @Test
    void a_service_is_reached_by_other_commands_and_goes_on_after_it_was_killed() throws Exception {
        CommandLineUnderTest freshlegs = CommandLineUnderTest.on(data);
        Path files = simulated();
        URI console = start();
        assertThat(get(console.resolve("/healthz"))).isEqualTo(200);
        assertThat(Files.readString(temporary.resolve("err"))).contains("Metrics and health: http://127.0.0.1:");
        try (Access access = freshlegs.attached()) {
            URI metrics = access.metrics().orElseThrow();
            assertThat(get(metrics.resolve("/healthz"))).isEqualTo(200);
            assertThat(get(metrics.resolve("/readyz"))).isEqualTo(200);
        }

        Ran imported = freshlegs.run("import", "--athlete", "anna", files);
        assertThat(imported.code()).as(imported.err()).isZero();
        Ran second = freshlegs.run("run");
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err())
                .contains("is held by `freshlegs run` (process " + process().pid() + ")");
        String before = freshlegs.run("trends", "--athlete", "anna", "--csv").out();
        List<ProcessHandle> children = List.of(child("kafka/pid"), child("postgres/cluster/postmaster.pid"));

        Map<String, List<String>> annas;
        String progress;
        assertThat(freshlegs.run("import", "--athlete", "erin", files).code()).isZero();
        try (Access access = freshlegs.attached()) {
            ALeaver erin = new ALeaver("erin", console, data, access);
            annas = erin.rows("anna");
            assertThat(erin.rows("erin")).containsKeys("freshlegs.trend_day", "freshlegs.file_outcome");
            progress = erin.asks();
        }

        process().destroyForcibly().waitFor();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
        URI restarted = start();
        erinHasLeft(progress, annas, restarted, freshlegs, files);
        dropIntoInbox(files);
        assertThat(freshlegs.run("trends", "--athlete", "anna", "--csv").out()).isEqualTo(before);
        Ran again = freshlegs.run("import", "--athlete", "anna", files);
        assertThat(again.out()).contains("imported 0, duplicate ");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        freshlegs.run("trends", "--athlete", "dora", "--json").code())
                .isZero());

        process().destroy();

        assertThat(process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process().exitValue()).isZero();
        assertThat(data.resolve("instance.json")).doesNotExist();
        assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    /** She is gone, whatever was killed meanwhile; nobody else misses anything, and nothing of hers is taken any more. */
    private void erinHasLeft(
            String progress, Map<String, List<String>> annas, URI console, CommandLineUnderTest freshlegs, Path files)
            throws Exception {
        try (Access access = freshlegs.attached()) {
            ALeaver erin = new ALeaver("erin", console, data, access);
            erin.hasLeft(progress);
            erin.isNowhere();
            assertThat(erin.rows("anna")).isEqualTo(annas);
            Ran late = freshlegs.run("import", "--athlete", "erin", files);
            assertThat(late.out() + late.err()).contains("nothing is taken for the id any more");
            erin.isNowhere();
        }
    }

    private Process process() {
        return running.orElseThrow();
    }

    private ProcessHandle child(String pidFile) throws IOException {
        String pid = Files.readAllLines(data.resolve(pidFile)).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private void dropIntoInbox(Path files) throws IOException {
        Path inbox = Files.createDirectories(data.resolve("inbox/dora"));
        Path some;
        try (var all = Files.list(files)) {
            some = all.sorted().findFirst().orElseThrow();
        }
        Files.copy(some, inbox.resolve("dropped.fit"));
    }

    /** Starts the service and answers where its console is. */
    private URI start() throws IOException {
        Path out = temporary.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "--port",
                        "0",
                        "--data",
                        data.toString())
                .redirectOutput(out.toFile())
                .redirectError(temporary.resolve("err").toFile());
        builder.environment().put("FRESHLEGS_POLL", "100ms");
        builder.environment().put("FRESHLEGS_ZONE", "UTC");
        builder.environment().put("FRESHLEGS_INTAKE_PORT", "0");
        builder.environment().put("FRESHLEGS_METRICS_PORT", "0");
        Process started = builder.start();
        running = Optional.of(started);
        await().atMost(PATIENCE).until(() -> Files.readString(out).contains("http") || !started.isAlive());
        assertThat(started.isAlive())
                .as(Files.readString(temporary.resolve("err")))
                .isTrue();
        return URI.create(Files.readString(out).replaceFirst("(?s).*Coach's pages: (\\S+).*", "$1"));
    }

    private Path simulated() throws IOException {
        Path out = temporary.resolve("simulated");
        String athlete = Simulator.write(new Simulation(8, 1, 14, LocalDate.of(2026, 11, 1)), out)
                .get(0)
                .athlete()
                .value();
        return out.resolve(athlete);
    }

    private static int get(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
