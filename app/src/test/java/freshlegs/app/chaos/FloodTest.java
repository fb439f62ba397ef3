package freshlegs.app.chaos;

import static org.awaitility.Awaitility.await;

import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Far too much at once. How much: {@code -Dfreshlegs.repeats=1000000}, {@code -Dfreshlegs.backfill=100}. */
@Tag("faults")
class FloodTest {
    private static final Logger LOG = LoggerFactory.getLogger(FloodTest.class);
    private static final int REPEATS = Integer.getInteger("freshlegs.repeats", 1_000_000);
    private static final int BACKFILL = Integer.getInteger("freshlegs.backfill", 100);
    private static final int BACKFILL_DAYS = 84;
    private static final int LIVE = 100;
    private static final Duration BETWEEN_LIVE = Duration.ofMillis(300);

    private final Path folder;
    private final Endurance endurance;

    FloodTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        endurance = Endurance.begin(folder);
    }

    @AfterEach
    void stop() {
        endurance.close();
    }

    @Test
    void a_fact_told_a_million_times_is_one_fact() throws Exception {
        endurance.during(31, Duration.ofMinutes(2), (season, gaps) -> {
            endurance.awaitCaughtUp(season);
            ConsumerRecord<String, byte[]> one =
                    TopicContent.all(endurance.site().kafka(), Topics.READING).get(0);
            long began = System.nanoTime();
            try (var producer = new KafkaProducer<>(
                    endurance.site().kafka().producerProperties(), new StringSerializer(), new ByteArraySerializer())) {
                Optional<Future<RecordMetadata>> last = Optional.empty();
                for (int i = 0; i < REPEATS; i++) {
                    last = Optional.of(producer.send(
                            new ProducerRecord<>(one.topic(), null, one.key(), one.value(), one.headers())));
                }
                last.orElseThrow().get();
            }
            Duration told = Duration.ofNanos(System.nanoTime() - began);
            LOG.info("{} times {} bytes told in {} s", REPEATS, one.value().length, told.toSeconds());
        });
        endurance.assertNoPartEndedByItself();
    }

    @Test
    void live_files_keep_their_pace_while_many_histories_come_at_once() throws Exception {
        Path histories = folder.resolve("histories");
        Simulator.write(new Simulation(32, BACKFILL, BACKFILL_DAYS, LocalDate.now(ZoneOffset.UTC)), histories);
        live("idle");
        Duration idle = p99(live("idle again"));
        long began = System.nanoTime();
        int files = handOver(histories);
        Duration busy = p99(live("while histories come"));
        boolean isOver = count("inbox/%") >= files;
        LOG.info(
                "{} files of {} athletes; live p99 {} ms idle, {} ms meanwhile; {}",
                files,
                BACKFILL,
                idle.toMillis(),
                busy.toMillis(),
                isOver ? "they were all read before" : "they went on");
        await().atMost(Endurance.PATIENCE).until(() -> count("inbox/%") >= files);
        LOG.info(
                "all read after {} s",
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
        Gaps.judge(List.of(busy), idle.multipliedBy(3));
        endurance.assertNoPartEndedByItself();
    }

    private static Duration p99(List<Duration> all) {
        return all.get(all.size() * 99 / 100);
    }

    /** From the file in the drop folder to its row, one after the other, in order of length. */
    private List<Duration> live(String when) throws Exception {
        Path inbox = Files.createDirectories(endurance.atWork().inbox().resolve("live"));
        List<Duration> all = new ArrayList<>();
        for (int i = 0; i < LIVE; i++) {
            String name = when.replace(' ', '-') + "-" + i + ".csv";
            Path arriving = inbox.resolve("." + name);
            Files.writeString(
                    arriving,
                    "date,fatigue\n" + LocalDate.now(ZoneOffset.UTC).minusDays(i % 30) + "," + (1 + i % 5) + "\n");
            long began = System.nanoTime();
            Files.move(arriving, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            await().atMost(Endurance.PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> count("inbox/live/" + name) == 1);
            all.add(Duration.ofNanos(System.nanoTime() - began));
            Thread.sleep(BETWEEN_LIVE.toMillis());
        }
        Collections.sort(all);
        LOG.info("{}: p50 {} ms, p99 {} ms", when, all.get(LIVE / 2).toMillis(), p99(all).toMillis());
        return all;
    }

    private int handOver(Path histories) throws IOException {
        int files = 0;
        try (Stream<Path> athletes = Files.list(histories)) {
            for (Path athlete : athletes.filter(Files::isDirectory).toList()) {
                Path inbox = endurance.atWork().inbox().resolve(athlete.getFileName());
                try (Stream<Path> all = Files.list(athlete)) {
                    files += (int) all.count();
                }
                Files.move(athlete, inbox);
            }
        }
        return files;
    }

    private int count(String path) throws Exception {
        return endurance
                .atWork()
                .column("select 1 from freshlegs.file_outcome where path like '" + path + "' and athlete "
                        + (path.contains("live") ? "=" : "<>") + " 'live'")
                .size();
    }
}
