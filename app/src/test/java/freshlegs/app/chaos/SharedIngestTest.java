package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.embedded.EmbeddedKafka;
import freshlegs.app.folder.DataFolder;
import freshlegs.app.folder.Instance;
import freshlegs.ingest.SpoolAtRest;
import freshlegs.model.fact.Delivery;
import freshlegs.model.json.Json;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two processes of {@code freshlegs ingest} on one data folder, of which the one that leads is killed in the middle of the work. */
class SharedIngestTest {
    private static final Logger LOG = LoggerFactory.getLogger(SharedIngestTest.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FILES = 600;
    private static final int ATHLETES = 24;
    /** Of what was at hand when it was killed: a batch of single files. */
    private static final int AT_HAND = 64;

    private final Path folder;
    private final DataFolder data;
    private final EmbeddedKafka kafka;
    private final Map<String, Process> workers = new HashMap<>();

    SharedIngestTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.data = new DataFolder(folder.resolve("data"));
        this.kafka = EmbeddedKafka.start(folder.resolve("kafka"), folder.resolve("kafka.log"));
    }

    @BeforeEach
    void start() throws IOException {
        begin("a");
        begin("b");
        await().atMost(PATIENCE).until(() -> Instance.on(data).isPresent());
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process worker : workers.values()) {
            worker.destroyForcibly().waitFor();
        }
        kafka.close();
    }

    @Test
    void when_the_lead_is_killed_the_other_goes_on_and_nothing_is_lost_or_read_anew() throws Exception {
        Set<String> handedOver = drop();
        SpoolAtRest spool = SpoolAtRest.in(data.root());
        await().atMost(PATIENCE).until(() -> deliveries().size() > FILES / 4);

        boolean isLedByA = Instance.on(data).orElseThrow().pid() == worker("a").pid();
        String other = isLedByA ? "b" : "a";
        worker(isLedByA ? "a" : "b").destroyForcibly().waitFor();
        long killed = System.nanoTime();

        await().atMost(PATIENCE).until(() -> Instance.on(data)
                .filter(lead -> lead.pid() == worker(other).pid())
                .isPresent());
        LOG.info(
                "another one leads after {} ms",
                Duration.ofNanos(System.nanoTime() - killed).toMillis());
        await().atMost(PATIENCE).until(() -> paths().size() == FILES && spool.waiting() == 0);
        LOG.info(
                "all read {} ms after the kill",
                Duration.ofNanos(System.nanoTime() - killed).toMillis());
        await().atMost(PATIENCE)
                .until(() -> TopicContent.live(kafka.address(), Topics.TICKET).isEmpty());
        assertThat(paths()).isEqualTo(handedOver);
        List<String> told = deliveries();
        assertThat(Set.copyOf(told)).hasSize(FILES);
        assertThat(told.size() - FILES).as("read again after the kill").isLessThanOrEqualTo(AT_HAND);

        ACommand.Ran namesake = ACommand.of(environment(other), "ingest").run();
        assertThat(namesake.code()).isEqualTo(1);
        assertThat(namesake.said())
                .contains("Another ingest on " + data.root() + " is called \"" + other
                        + "\": give each a name of its own");
        ACommand.Ran alone = ACommand.of(environment("c"), "run").run();
        assertThat(alone.code()).isEqualTo(1);
        assertThat(alone.said()).contains("is held by `freshlegs ingest`");
    }

    private Set<String> drop() throws IOException {
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < FILES; i++) {
            String path = "inbox/athlete-" + i % ATHLETES + "/" + i + ".csv";
            Path file = data.root().resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, "date,fatigue\n" + LocalDate.of(2026, 6, 9).minusDays(i / ATHLETES) + ",3\n");
            paths.add(path);
        }
        return paths;
    }

    /** The ids of all deliveries as often as they were told. */
    private List<String> deliveries() {
        return TopicContent.all(kafka.address(), Topics.DELIVERY).stream()
                .map(ConsumerRecord::key)
                .toList();
    }

    private Set<String> paths() {
        Set<String> paths = new HashSet<>();
        TopicContent.live(kafka.address(), Topics.DELIVERY)
                .values()
                .forEach(json -> paths.add(Json.read(json, Delivery.class).path()));
        return paths;
    }

    private Process worker(String name) {
        return Objects.requireNonNull(workers.get(name));
    }

    private void begin(String name) throws IOException {
        workers.put(name, ACommand.of(environment(name), "ingest", "--verbose").begin(folder.resolve(name + ".log")));
    }

    private Map<String, String> environment(String name) {
        return Map.of(
                "FRESHLEGS_DATA", data.root().toString(),
                "FRESHLEGS_KAFKA", kafka.address().bootstrapServers(),
                "FRESHLEGS_INSTANCE", name,
                "FRESHLEGS_ZONE", "UTC",
                "FRESHLEGS_POLL", "100ms",
                "FRESHLEGS_INTAKE_PORT", "0",
                "FRESHLEGS_METRICS_PORT", "0");
    }
}
