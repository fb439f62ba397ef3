package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.service.Part;
import freshlegs.model.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts as processes of their own on a real broker and a real database, killed at random moments and the broker frozen, while
 * a season streams in. More of it: {@code -Dfreshlegs.kills=50 -Dfreshlegs.freeze=150 -Dfreshlegs.kills.seed=2}.
 */
class KilledAndFrozenTest {
    private static final Logger LOG = LoggerFactory.getLogger(KilledAndFrozenTest.class);
    private static final long SEED = Long.getLong("freshlegs.kills.seed", 1);
    private static final int KILLS = Integer.getInteger("freshlegs.kills", 10);
    private static final Duration FREEZE = Duration.ofSeconds(Integer.getInteger("freshlegs.freeze", 10));
    private static final Duration PACE = Duration.ofMillis(150);
    private static final Duration AFTER_A_KILL = Duration.ofSeconds(10);
    private static final Duration AFTER_A_THAW = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Map<Part, ASupervisedPart> parts = new EnumMap<>(Part.class);
    private final ASite site;
    private final AtWork atWork;
    private final ListeningCoach coach;

    KilledAndFrozenTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        site = ASite.in(Files.createDirectories(folder.resolve("site")));
        atWork = new AtWork(site);
        coach = ListeningCoach.listen();
    }

    @BeforeEach
    void start() throws Exception {
        for (Part part : Part.values()) {
            parts.put(part, ASupervisedPart.start(part, site, Map.of("FRESHLEGS_WEBHOOK", coach.address())));
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (ASupervisedPart part : parts.values()) {
            part.end();
        }
        coach.close();
        site.close();
    }

    @Test
    void killed_and_frozen_at_any_moment_the_tables_are_those_of_an_undisturbed_run() throws Exception {
        KillSchedule schedule = KillSchedule.of(SEED, KILLS);
        Duration length = schedule.length().plus(FREEZE).plus(AFTER_A_THAW).plusSeconds(5);
        atWork.begin();
        try (AStreamingSeason season =
                        AStreamingSeason.begin(SEED, folder.resolve("files"), atWork.inbox(), length, PACE);
                Gaps gaps = Gaps.watch(site.database())) {
            LOG.info("seed {}, {} files", SEED, season.files());
            await().atMost(PATIENCE).until(() -> atWork.outcomes().size() > 5);
            kill(schedule, gaps);
            freeze(season, gaps);
            season.awaitEnd();
            atWork.settle(season);
        }
        assertThat(parts.values()).allMatch(ASupervisedPart::isAlive);
        assertThat(TopicContent.all(site.kafka(), Topics.DEAD_LETTER)).isEmpty();
        SameAfterCrash.check(site, folder.resolve("undisturbed"));
        NobodyToldTwice.check(site.database(), coach.keys());
        LOG.info("told: {}", coach.keys());
    }

    private void kill(KillSchedule schedule, Gaps gaps) throws Exception {
        List<Duration> silences = new ArrayList<>();
        long began = System.nanoTime();
        Thread.sleep(schedule.kills().get(0).pause().toMillis());
        for (KillSchedule.Kill kill : schedule.kills()) {
            long killed = System.nanoTime();
            parts.get(kill.victim()).kill();
            Thread.sleep(kill.pause().toMillis());
            silences.add(gaps.longest(killed, System.nanoTime()));
            LOG.info(
                    "{} killed: {} ms of silence",
                    kill.victim(),
                    silences.get(silences.size() - 1).toMillis());
        }
        long killed = System.nanoTime();
        LOG.info(
                "after a kill at most {} ms of silence, all together {} ms; kills may follow upon each other",
                Collections.max(silences).toMillis(),
                gaps.longest(began, killed).toMillis());
        Gaps.judge(silences, AFTER_A_KILL);
        Duration back = gaps.awaitNext(killed, PATIENCE);
        LOG.info("the first row {} ms after the last", back.toMillis());
    }

    /** While the broker stands still, files are taken into the spool all the same. */
    private void freeze(AStreamingSeason season, Gaps gaps) throws Exception {
        Broker broker = site.broker();
        int droppedBefore = season.dropped();
        broker.freeze();
        Thread.sleep(FREEZE.toMillis());
        int droppedMeanwhile = season.dropped() - droppedBefore;
        long waiting = waiting();
        broker.thaw();
        long thawed = System.nanoTime();
        Thread.sleep(AFTER_A_THAW.toMillis());
        Duration back = gaps.longest(thawed, System.nanoTime());
        LOG.info(
                "frozen for {} s: {} files dropped meanwhile, {} wait in the spool; after the thaw the first row in {} ms,"
                        + " at most {} ms of silence",
                FREEZE.toSeconds(),
                droppedMeanwhile,
                waiting,
                gaps.awaitNext(thawed, PATIENCE).toMillis(),
                back.toMillis());
        // On a machine so busy that all was dropped before, there is nothing that could wait.
        assertThat(waiting).isGreaterThan(droppedMeanwhile == 0 ? -1 : droppedMeanwhile / 2);
        Gaps.judge(List.of(back), AFTER_A_THAW);
    }

    private long waiting() throws Exception {
        try (Stream<Path> tickets = Files.list(atWork.data().resolve("spool/pending"))) {
            return tickets.count();
        }
    }
}
