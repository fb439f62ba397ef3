package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.service.Part;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the streams keep on disk is lost, or no longer what they wrote, or goes to and fro between instances. */
@Tag("faults")
class StateTest {
    private static final Logger LOG = LoggerFactory.getLogger(StateTest.class);
    private static final Duration LENGTH = Duration.ofSeconds(90);
    private static final Duration BACK = Duration.ofSeconds(20);
    private static final int STORM = Integer.getInteger("freshlegs.storm", 12);
    private static final Duration BETWEEN_REBALANCES = Duration.ofSeconds(5);

    private final Endurance endurance;

    StateTest(@TempDir Path folder) throws Exception {
        endurance = Endurance.begin(folder);
    }

    @AfterEach
    void stop() {
        endurance.close();
    }

    @Test
    void a_lost_state_folder_is_made_again_from_the_changelogs() throws Exception {
        endurance.during(11, LENGTH, (season, gaps) -> {
            endurance.part(Part.STREAMS).kill(this::removeState);
            report("state lost", season, gaps);
        });
        endurance.assertNoPartEndedByItself();
    }

    /** Left in order, so that nothing but reading it can tell. */
    @Test
    void a_state_folder_with_flipped_bytes_gives_no_wrong_result() throws Exception {
        endurance.during(12, LENGTH, (season, gaps) -> {
            endurance.part(Part.STREAMS).endInOrder(this::flipBytes);
            report("state corrupted", season, gaps);
        });
        LOG.info(
                "the streams ended by themselves {} times",
                endurance.part(Part.STREAMS).endedByItself());
    }

    @Test
    void a_rebalance_every_five_seconds_changes_no_result() throws Exception {
        endurance.during(13, BETWEEN_REBALANCES.multipliedBy(STORM).plus(LENGTH), (season, gaps) -> {
            for (int i = 0; i < STORM; i++) {
                ASupervisedPart further =
                        ASupervisedPart.start(Part.STREAMS, "streams-" + i % 3, endurance.site(), Map.of());
                Thread.sleep(BETWEEN_REBALANCES.toMillis());
                further.end();
            }
            report("storm of " + STORM, season, gaps);
        });
        endurance.assertNoPartEndedByItself();
    }

    private void report(String what, AStreamingSeason season, Gaps gaps) throws InterruptedException {
        Duration next = gaps.awaitNext(System.nanoTime(), Endurance.PATIENCE);
        Duration all = endurance.awaitCaughtUp(season);
        LOG.info("{}: next row after {} ms, caught up {} ms later", what, next.toMillis(), all.toMillis());
        Gaps.judge(List.of(next), BACK);
    }

    private Path state() {
        return endurance.site().folder().resolve(Part.STREAMS.command());
    }

    private void removeState() throws IOException {
        try (Stream<Path> all = Files.walk(state())) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** A byte in a thousand of every file of the stores. */
    private void flipBytes() throws IOException {
        Random random = new Random(12);
        List<Path> files;
        try (Stream<Path> all = Files.walk(state())) {
            files = all.filter(path -> path.toString().contains("rocksdb"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
        int flipped = 0;
        for (Path path : files) {
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                for (long at = random.nextInt(1000); at < file.length(); at += 1 + random.nextInt(2000)) {
                    file.seek(at);
                    int was = file.read();
                    file.seek(at);
                    file.write(was ^ 0x55);
                    flipped++;
                }
            }
        }
        LOG.info("{} bytes of {} files flipped", flipped, files.size());
        assertThat(flipped).isPositive();
    }
}
