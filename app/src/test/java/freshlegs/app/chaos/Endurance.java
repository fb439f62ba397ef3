package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.service.Part;
import freshlegs.model.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts as processes of their own on a real broker and a real database. While a season streams in something is done to them;
 * in the end each file has its one outcome, all results are those of an undisturbed run, and nobody was told twice.
 */
final class Endurance implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(Endurance.class);
    private static final Duration PACE = Duration.ofMillis(300);
    private static final int MOST_FILES = 1_500;

    private final Path folder;
    private final Map<Part, ASupervisedPart> parts = new EnumMap<>(Part.class);
    private final ASite site;
    private final AtWork atWork;
    private final ListeningCoach coach;
    private int killedCoaches;

    private Endurance(Path folder) throws Exception {
        this.folder = folder;
        site = ASite.in(Files.createDirectories(folder.resolve("site")));
        atWork = new AtWork(site);
        coach = ListeningCoach.listen();
    }

    /** What is done while the season streams in. */
    @FunctionalInterface
    interface Ordeal {
        void undergo(AStreamingSeason season, Gaps gaps) throws Exception;
    }

    static Endurance begin(Path folder) throws Exception {
        return begin(folder, Map.of());
    }

    /** Each part with {@code environment} besides. */
    static Endurance begin(Path folder, Map<String, String> environment) throws Exception {
        Endurance endurance = new Endurance(folder);
        for (Part part : Part.values()) {
            Map<String, String> further = new HashMap<>(environment);
            further.put("FRESHLEGS_WEBHOOK", endurance.coach.address());
            endurance.parts.put(part, ASupervisedPart.start(part, endurance.site, further));
        }
        endurance.atWork.begin();
        return endurance;
    }

    /** The season lasts at least so long, and ends with the ordeal. */
    void during(long seed, Duration length, Ordeal ordeal) throws Exception {
        Duration pace = length.dividedBy(MOST_FILES).compareTo(PACE) > 0 ? length.dividedBy(MOST_FILES) : PACE;
        try (AStreamingSeason season =
                        AStreamingSeason.begin(seed, folder.resolve("files"), atWork.inbox(), length, pace);
                Gaps gaps = Gaps.watch(site.database())) {
            LOG.info("seed {}, at most {} files", seed, season.files());
            await().atMost(PATIENCE).until(() -> atWork.outcomes().size() > 5);
            ordeal.undergo(season, gaps);
            season.end();
            LOG.info("{} files dropped, {} of them twice", season.files(), season.twice());
            atWork.settle(season);
        } catch (Exception | AssertionError e) {
            LOG.error(
                    "{}",
                    ACommand.of(site.environment(atWork.data()), "doctor").run().said());
            for (ASupervisedPart part : parts.values()) {
                LOG.error("{}\n{}", part, part.whatItDoes());
            }
            throw e;
        }
        assertThat(TopicContent.all(site.kafka(), Topics.DEAD_LETTER)).isEmpty();
        SameAfterCrash.check(site, folder.resolve("undisturbed"));
        NobodyToldTwice.check(site.database(), coach.keys(), killedCoaches);
        LOG.info("told: {}", coach.keys());
    }

    void kill(Victim victim) throws Exception {
        killedCoaches += victim == Victim.COACH ? 1 : 0;
        if (victim.part().isPresent()) {
            part(victim.part().get()).kill();
        } else if (victim == Victim.BROKER) {
            site.broker().process().destroyForcibly();
        } else {
            site.postmaster().destroyForcibly();
        }
    }

    /** Killed again whenever it has come back. */
    void keepAway(Victim victim, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            kill(victim);
            Thread.sleep(200);
        }
    }

    /** Until all that had been dropped before has its outcome; how long that took. */
    Duration awaitCaughtUp(AStreamingSeason season) {
        long began = System.nanoTime();
        int dropped = season.dropped();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> atWork.outcomes().size() >= dropped);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    void assertNoPartEndedByItself() {
        parts.forEach((part, each) -> assertThat(each.isAlive())
                .as(part + " ended by itself " + each.endedByItself() + " times")
                .isTrue());
    }

    ASupervisedPart part(Part part) {
        return Objects.requireNonNull(parts.get(part));
    }

    ASite site() {
        return site;
    }

    AtWork atWork() {
        return atWork;
    }

    @Override
    public void close() {
        parts.values().forEach(ASupervisedPart::end);
        coach.close();
        site.close();
    }
}
