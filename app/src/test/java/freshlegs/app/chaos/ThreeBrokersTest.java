package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.app.service.Part;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import freshlegs.model.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts against three brokers that are not theirs, with three instances of the streams and a warm copy of every state. While
 * a season streams in, the broker that decides for all is killed and comes back, then an instance is killed for good.
 */
class ThreeBrokersTest {
    private static final Logger LOG = LoggerFactory.getLogger(ThreeBrokersTest.class);
    private static final long SEED = 3;
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Duration PACE = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Whoever asks for all partitions is answered by the brokers that are busy with more than that. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** A broker is missed after 9 s, an instance after 6. */
    private static final Duration WITHOUT_A_BROKER = Duration.ofSeconds(20);

    private static final Duration WITHOUT_AN_INSTANCE = Duration.ofSeconds(15);
    private static final String ATHLETE = "anna";
    private static final Pattern WARM =
            Pattern.compile("store facts of partition (\\d+) is taken over from a warm copy");

    private final Path folder;
    private final Map<String, ASupervisedPart> parts = new HashMap<>();
    private final ThreeBrokers brokers;
    private final ASite site;
    private final AtWork atWork;
    private final ListeningCoach coach;

    ThreeBrokersTest(@TempDir Path folder) throws Exception {
        assumeTrue(ThreeBrokers.canStart(), "no container engine answers");
        this.folder = folder;
        brokers = ThreeBrokers.start();
        site = ASite.on(brokers, Files.createDirectories(folder.resolve("site")));
        atWork = new AtWork(site);
        coach = ListeningCoach.listen();
    }

    @BeforeEach
    void start() throws Exception {
        Map<String, String> settings = Map.of("FRESHLEGS_WEBHOOK", coach.address(), "FRESHLEGS_STANDBYS", "1");
        for (Part part : Part.values()) {
            List<String> names =
                    part == Part.STREAMS ? List.of("streams-a", "streams-b", "streams-c") : List.of(part.command());
            for (String name : names) {
                parts.put(name, ASupervisedPart.start(part, name, site, settings));
            }
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
    void a_broker_and_an_instance_of_the_streams_are_lost_in_the_middle_of_work_and_nothing_else() throws Exception {
        atWork.begin();
        importAFile();
        try (AStreamingSeason season =
                        AStreamingSeason.begin(SEED, folder.resolve("files"), atWork.inbox(), LENGTH, PACE);
                Gaps gaps = Gaps.watch(site.database());
                Gaps herGaps = Gaps.watch(site.database(), ATHLETE)) {
            season.waitAt(0.5);
            await().atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .until(() -> atWork.outcomes().size() > 5);
            loseABroker(season, gaps);
            loseAnInstance(season, herGaps);
            season.awaitEnd();
            atWork.settle(season);
        }
        await().atMost(PATIENCE).pollInterval(LOOK).ignoreExceptions().untilAsserted(() -> assertThat(
                        brokers.incomplete())
                .isEmpty());
        assertThat(parts.values()).allMatch(ASupervisedPart::isAlive);
        assertThat(TopicContent.all(site.kafka(), Topics.DEAD_LETTER)).isEmpty();
        SameAfterCrash.check(site, folder.resolve("undisturbed"));
        NobodyToldTwice.check(site.database(), coach.keys());
        LOG.info("told: {}", coach.keys());
    }

    /** By the command line, which finds the running intake by its folder. */
    private void importAFile() throws Exception {
        Path files = folder.resolve("one");
        Simulator.write(new Simulation(SEED + 1, 1, 14, LocalDate.now(ZoneOffset.UTC)), files);
        try (var all = Files.list(files.resolve("anna"))) {
            Path run = all.filter(file -> file.toString().endsWith(".fit"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            assertThat(atWork.run("import", "--athlete", "gus", "--json", run)).contains("\"imported\"");
        }
    }

    private void loseABroker(AStreamingSeason season, Gaps gaps) throws Exception {
        int victim = brokers.controller();
        Set<Integer> others = new HashSet<>(Set.of(1, 2, 3));
        others.remove(victim);
        long killed = System.nanoTime();
        brokers.kill(victim);
        Duration silence = until(() -> brokers.isLedBy(others), killed, gaps, () -> season.waitAt(0.75));
        LOG.info("broker {} killed: {} ms of silence", victim, silence.toMillis());
        Gaps.judge(List.of(silence), WITHOUT_A_BROKER);
        brokers.bringBack(victim);
    }

    private void loseAnInstance(AStreamingSeason season, Gaps gaps) throws Exception {
        Owners owners = new Owners(site.kafka());
        String victim = owners.of(ATHLETE).orElseThrow();
        long killed = System.nanoTime();
        parts.remove(victim).end();
        Duration silence = until(
                () -> owners.of(ATHLETE).filter(owner -> !owner.equals(victim)).isPresent(),
                killed,
                gaps,
                () -> season.waitAt(1));
        String heir = owners.of(ATHLETE).orElseThrow();
        LOG.info("{} killed, {} took over: {} ms without news of {}", victim, heir, silence.toMillis(), ATHLETE);
        Gaps.judge(List.of(silence), WITHOUT_AN_INSTANCE);
        assertThat(takenOverWarm())
                .as("partitions whose facts somebody had a warm copy of")
                .isNotEmpty();
        LOG.info("taken over from warm copies: the facts of partitions {}", takenOverWarm());
    }

    /** How long nothing came, from the kill to the first row after others have taken over, for whom more files come. */
    private static Duration until(Callable<Boolean> others, long killed, Gaps gaps, Runnable more) throws Exception {
        await().atMost(PATIENCE).pollInterval(LOOK).ignoreExceptions().until(others);
        long since = System.nanoTime();
        more.run();
        await().atMost(PATIENCE).until(() -> gaps.hasGrownSince(since));
        return gaps.longest(killed, System.nanoTime());
    }

    /** What has few records, Kafka Streams gives to anybody, warm or not; so not all of them are. */
    private Set<Integer> takenOverWarm() throws Exception {
        Set<Integer> partitions = new TreeSet<>();
        for (String name : parts.keySet()) {
            WARM.matcher(Files.readString(ASupervisedPart.log(site, name)))
                    .results()
                    .forEach(found -> partitions.add(Integer.parseInt(found.group(1))));
        }
        return partitions;
    }
}
