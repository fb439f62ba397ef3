package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.output.Query;
import freshlegs.app.service.Part;
import freshlegs.app.service.Rest;
import freshlegs.model.topic.Topics;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    private static final double BUSY = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Map<Part, ASupervisedPart> parts = new EnumMap<>(Part.class);
    private final ASite site;
    private final ListeningCoach coach;

    KilledAndFrozenTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        site = ASite.in(Files.createDirectories(folder.resolve("site")));
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
        awaitAtWork();
        try (AStreamingSeason season = AStreamingSeason.begin(SEED, folder.resolve("files"), inbox(), length, PACE);
                Gaps gaps = Gaps.watch(site.database())) {
            LOG.info("seed {}, {} files", SEED, season.files());
            await().atMost(PATIENCE).until(() -> outcomes().size() > 5);
            kill(schedule, gaps);
            freeze(season, gaps);
            season.awaitEnd();
            settle(season);
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
        judge(silences, AFTER_A_KILL);
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
        assertThat(waiting).isGreaterThan(droppedMeanwhile / 2);
        judge(List.of(back), AFTER_A_THAW);
    }

    /** On a machine that is busy with other things the figures say nothing of us. */
    private static void judge(List<Duration> silences, Duration limit) {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        if (machine.getSystemLoadAverage() > BUSY * machine.getAvailableProcessors()) {
            LOG.warn("the machine is too busy to judge silences: load {}", machine.getSystemLoadAverage());
        } else {
            assertThat(silences).allMatch(silence -> silence.compareTo(limit) < 0);
        }
    }

    private void settle(AStreamingSeason season) throws Exception {
        await().atMost(PATIENCE).until(() -> outcomes().size() >= season.files());
        assertThat(Rest.await(site.kafka(), site.database(), PATIENCE)).isTrue();
        assertThat(outcomes()).isEqualTo(season.paths());
        assertThat(count("select 1 from freshlegs.file_outcome where outcome = 'duplicate'"))
                .isEqualTo(season.twice());
        await().atMost(PATIENCE)
                .until(() -> count("select 1 from ledger.outbox where state in ('PENDING', 'SENDING')") == 0);
    }

    private List<String> outcomes() throws SQLException {
        return column("select path from freshlegs.file_outcome order by path collate \"C\"");
    }

    private long count(String select) throws SQLException {
        return column(select).size();
    }

    private List<String> column(String select) throws SQLException {
        try (Connection connection = Query.connect(site.database())) {
            return Tables.column(connection, select);
        }
    }

    /** An athlete added by the command line reaches the tables, and so does a plan. */
    private void awaitAtWork() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(data().resolve("instance.json")).exists());
        ACommand.Ran added = ACommand.of(site.environment(data()), "athlete", "add", "anna", "--zone", "UTC")
                .run();
        assertThat(added.code()).as(added.said()).isZero();
        ACommand.Ran planned = ACommand.of(
                        site.environment(data()), APlanOfMonths.create("anna", LocalDate.now(ZoneOffset.UTC)))
                .run();
        assertThat(planned.code()).as(planned.said()).isZero();
    }

    private Path data() {
        return site.folder().resolve(Part.INGEST.command());
    }

    private Path inbox() {
        return data().resolve("inbox");
    }

    private long waiting() throws Exception {
        try (Stream<Path> tickets = Files.list(data().resolve("spool/pending"))) {
            return tickets.count();
        }
    }
}
