package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.output.Query;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code freshlegs rebuild} on a folder in which nothing is as it should be but the facts. */
class RebuildTest {
    private static final String ATHLETE = "ben";
    private static final Topic<?> POISONED = Topics.READING;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final Path data;
    private final Map<String, String> environment;

    RebuildTest(@TempDir Path folder) {
        this.folder = folder;
        data = folder.resolve("data");
        environment = Map.of(
                "FRESHLEGS_DATA", data.toString(),
                "FRESHLEGS_ZONE", "UTC",
                "FRESHLEGS_POLL", "100ms",
                "FRESHLEGS_SETTLE", "1h",
                "FRESHLEGS_WEBHOOK", "http://127.0.0.1:9/");
    }

    @Test
    void whatever_was_spoilt_is_as_it_was_and_nobody_is_told() throws Exception {
        takeInASeason();
        ACommand.Ran letters = run("dead-letters", "--csv");
        assertThat(letters.code()).as(letters.said()).isZero();
        assertThat(letters.said().lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("streams,")
                        .contains("," + POISONED.name() + ",", "," + ATHLETE + ","))
                .anySatisfy(line -> assertThat(line).startsWith("warehouse,").contains("," + POISONED.name() + ","));
        SameOnRebuild before = SameOnRebuild.as(data);
        assertThat(before.ledger().get("outbox")).isNotEmpty();

        spoilResults();
        spoilState();
        ACommand.Ran rebuilt = run("rebuild");

        assertThat(rebuilt.code()).as(rebuilt.said()).isZero();
        assertThat(rebuilt.said()).contains("taken back: 2.");
        before.check(data);

        spoilSessions();
        killARebuild();
        ACommand.Ran refused = run("import", "--athlete", ATHLETE, folder);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.said()).contains("has not come to its end: run `freshlegs rebuild` first");
        ACommand.Ran again = run("rebuild");

        assertThat(again.code()).as(again.said()).isZero();
        assertThat(again.said()).contains("taken back: ");
        before.check(data);
    }

    /** A squad's season in which an alert is raised today, and a plan that gives way to it. */
    private void takeInASeason() throws Exception {
        Path files = folder.resolve("files");
        Simulator.write(new Simulation(1, 2, 42, LocalDate.now(ZoneOffset.UTC)), files);
        ACommand.Ran added = run("athlete", "add", ATHLETE, "--zone", "UTC");
        assertThat(added.code()).as(added.said()).isZero();
        try (ASite site = ASite.in(data)) {
            send(site.kafka(), POISONED, ATHLETE + "/resting-heart-rate/poison/1", "{not json");
        }
        ACommand.Ran imported = run("import", "--athlete", ATHLETE, files.resolve(ATHLETE));
        assertThat(imported.code()).as(imported.said()).isZero();
        ACommand.Ran planned = run(APlanOfMonths.create(ATHLETE, LocalDate.now(ZoneOffset.UTC)));
        assertThat(planned.code()).as(planned.said()).isZero();
    }

    /** Rows that are wrong, too many and missing; results of an athlete whom no fact knows, one of them an alert. */
    private void spoilResults() throws Exception {
        try (ASite site = ASite.in(data)) {
            try (Connection connection = Query.connect(site.database());
                    Statement statement = connection.createStatement()) {
                statement.execute("update freshlegs.trend_day set load = load + 1");
                statement.execute("delete from freshlegs.status_day");
                statement.execute("insert into freshlegs.known_athlete values ('nobody')");
            }
            haunt(site.kafka(), Topics.TREND);
            haunt(site.kafka(), Topics.EPISODE);
        }
    }

    private void spoilSessions() throws Exception {
        try (ASite site = ASite.in(data)) {
            haunt(site.kafka(), Topics.SESSION);
        }
    }

    /** The latest of an athlete's results becomes a ghost's as well. */
    private static void haunt(KafkaAddress kafka, Topic<?> topic) throws Exception {
        SortedMap<String, String> live = TopicContent.live(kafka, topic);
        String key = live.lastKey().replaceFirst("^" + ATHLETE, "ghost");
        String message = String.valueOf(live.get(live.lastKey())).replace('"' + ATHLETE + '"', "\"ghost\"");
        send(kafka, topic, key, message);
    }

    private static void send(KafkaAddress kafka, Topic<?> topic, String key, String message) throws Exception {
        try (var producer =
                new KafkaProducer<>(kafka.producerProperties(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, message.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private void spoilState() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("streams"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".sst")
                            || String.valueOf(each.getFileName()).equals("CURRENT"))
                    .toList()) {
                Files.writeString(file, "not what it was");
            }
        }
    }

    /** While the facts are being read. */
    private void killARebuild() throws Exception {
        Path log = folder.resolve("killed.log");
        Process rebuild = ACommand.of(environment, "rebuild", "--sessions").begin(log);
        await().atMost(PATIENCE).until(() -> Files.readString(log).contains("Reading all facts"));
        rebuild.destroyForcibly().waitFor();
    }

    private ACommand.Ran run(Object... words) {
        return ACommand.of(environment, words).run();
    }
}
