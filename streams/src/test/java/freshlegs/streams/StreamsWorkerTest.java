package freshlegs.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.model.Sport;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Session;
import freshlegs.model.json.Json;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.TrendDay;
import freshlegs.model.topic.LetterRecord;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsWorkerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Path folder;
    private final ABroker broker;

    StreamsWorkerTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.broker = ABroker.start();
    }

    @AfterEach
    void stopBroker() throws Exception {
        broker.stop();
    }

    private StreamsWorker work() throws InterruptedException {
        StreamsWorker worker = StreamsWorker.start(StreamsSettings.alone(broker.address, folder.resolve("state")));
        assertThat(worker.awaitRunning(PATIENCE)).isTrue();
        return worker;
    }

    @Test
    void a_recording_becomes_a_session_a_trend_and_a_file_outcome_and_poison_a_dead_letter() throws Exception {
        Recording recording = ARecording.of(Sport.RUNNING).run(1200, 3, 140).build();
        SomeFacts athlete = new SomeFacts(recording.athlete());
        String poisoned = recording.athlete() + "/recording/poison/1";
        broker.write(Topics.RECORDING, Map.of(poisoned, "{not json", "a stray key", Json.writeText(recording)));
        broker.write(Topics.RECORDING, Map.of(RecordKey.of(recording), recording));
        broker.write(
                Topics.DELIVERY,
                Map.of(
                        recording.athlete() + "/delivery/a/0",
                        athlete.delivery("a", SomeFacts.nextNoon(recording.localDate()), recording)));

        try (StreamsWorker worker = work()) {
            String day = RecordKey.of(recording.athlete(), recording.localDate());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(broker.read(Topics.TREND)).containsKey(day));
            assertThat(broker.read(Topics.TREND).get(day)).contains(TrendDay.Kind.TRAINED.name());
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker.read(Topics.FILE_OUTCOME))
                    .hasSize(1));
            assertThat(Json.read(
                                    broker.read(Topics.FILE_OUTCOME)
                                            .values()
                                            .iterator()
                                            .next(),
                                    FileOutcome.class)
                            .outcome())
                    .isEqualTo(FileOutcome.Outcome.IMPORTED);
            assertThat(broker.read(Topics.DEAD_LETTER).keySet())
                    .hasSize(2)
                    .allMatch(key ->
                            key.startsWith(recording.athlete() + "/dead-letter/" + Topics.RECORDING.name() + "-"));
            assertThat(broker.deadLetters())
                    .extracting(headers -> headers.get(LetterRecord.KEY))
                    .containsExactlyInAnyOrder(poisoned, "a stray key");
            assertThat(worker.isRunning()).isTrue();
        }
    }

    @Test
    void once_all_is_told_nothing_more_is_committed() throws Exception {
        Session run = SomeFacts.of("ann").run(DAY);
        broker.write(Topics.SESSION, Map.of(RecordKey.of(run), run));
        AtomicLong commits = new AtomicLong();

        try (StreamsWorker worker = work()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(broker.read(Topics.TREND)).isNotEmpty());
            await().atMost(PATIENCE)
                    .during(Duration.ofSeconds(2))
                    .until(broker::commits, seen -> commits.getAndSet(seen) == seen);
            assertThat(worker.isRunning()).isTrue();
        }
    }

    /** Kafka by itself refuses what is stamped more than an hour ahead of its own clock. */
    @Test
    void what_was_stamped_before_a_clock_was_set_right_flows_like_all_else() throws Exception {
        Session run = SomeFacts.of("ann").run(DAY);
        broker.write(
                Topics.SESSION, Map.of(RecordKey.of(run), run), Instant.now().plus(Duration.ofDays(3)));

        try (StreamsWorker worker = work()) {
            String day = RecordKey.of(run.athlete(), DAY);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(broker.read(Topics.TREND)).containsKey(day));
            assertThat(worker.isRunning()).isTrue();
        }
    }

    @Test
    void what_cannot_be_read_in_any_topic_is_a_dead_letter_with_its_cause_and_source() throws Exception {
        for (Topic<?> topic : Topics.facts()) {
            for (String poison : PoisonTest.UNREADABLE) {
                broker.write(topic, Map.of("ann/poison/" + topic.name() + "/" + poison.length(), poison));
            }
        }

        try (StreamsWorker worker = work()) {
            int poisoned = Topics.facts().size() * PoisonTest.UNREADABLE.size();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(broker.deadLetters()).hasSize(poisoned));
            for (Map<String, String> headers : broker.deadLetters()) {
                assertThat(headers.get("topic"))
                        .isIn(Topics.facts().stream().map(Topic::name).toList());
                assertThat(headers.get("exception")).endsWith("Exception");
                assertThat(headers.get("message")).isNotBlank();
                assertThat(headers).containsKeys("partition", "offset", "stacktrace");
            }
            assertThat(worker.isRunning()).isTrue();
        }
    }

    @Test
    void killed_in_the_middle_it_tells_the_same_in_the_end() throws Exception {
        List<Session> runs = Stream.of("ann", "bob", "cat")
                .flatMap(name -> Stream.iterate(0, day -> day < 400, day -> day + 4)
                        .map(day -> SomeFacts.of(name).run(DAY.plusDays(day))))
                .toList();
        Map<Topic<?>, SortedMap<String, String>> expected;
        try (TestedTopology inOrder = TestedTopology.start()) {
            expected = inOrder.take(runs).settle().all();
        }
        broker.write(Topics.SESSION, runs.stream().collect(Collectors.toMap(RecordKey::of, Fact.class::cast)));

        Path log = Files.createFile(folder.resolve("killed.log"));
        Process killed = StreamsProcess.start(broker.address, folder.resolve("state"), log);
        await().atMost(PATIENCE).until(() -> !broker.read(Topics.TREND).isEmpty());
        killed.destroyForcibly().waitFor();

        try (StreamsWorker again = work()) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker.readAll(ABroker.results()))
                    .isEqualTo(expected));
            assertThat(again.isRunning()).isTrue();
        }
    }
}
