package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every process killed at random moments, most of them while the one before has not come back, and then the broker frozen. More of
 * it: {@code -Dfreshlegs.kills=200 -Dfreshlegs.freeze=150 -Dfreshlegs.kills.seed=2}.
 */
@Tag("faults-short")
class KilledAndFrozenTest {
    private static final Logger LOG = LoggerFactory.getLogger(KilledAndFrozenTest.class);
    private static final long SEED = Long.getLong("freshlegs.kills.seed", 1);
    private static final int KILLS = Integer.getInteger("freshlegs.kills", 20);
    private static final Duration FREEZE = Duration.ofSeconds(Integer.getInteger("freshlegs.freeze", 10));

    /** After so many kills the last one is given time to be recovered from, and judged. */
    private static final int ROUND = 10;

    /** Of the files of a round, those that may come before its last kill, however slow the machine: the others tell of what comes after. */
    private static final double UNTIL_THE_LAST = 0.7;

    private static final Duration CALM = Duration.ofSeconds(12);
    private static final Duration AFTER_A_ROUND = Duration.ofSeconds(45);
    private static final Duration AFTER_A_THAW = Duration.ofSeconds(15);

    private final Endurance endurance;

    KilledAndFrozenTest(@TempDir Path folder) throws Exception {
        endurance = Endurance.begin(folder);
    }

    @AfterEach
    void stop() {
        endurance.close();
    }

    @Test
    void killed_and_frozen_at_any_moment_the_tables_are_those_of_an_undisturbed_run() throws Exception {
        KillSchedule schedule = KillSchedule.of(SEED, KILLS);
        Duration length = AFTER_A_ROUND.multipliedBy(KILLS / ROUND + 1).plus(FREEZE);
        for (Victim victim : Victim.values()) {
            LOG.info("{} is killed {} times", victim, schedule.of(victim));
        }
        endurance.during(SEED, length, (season, gaps) -> {
            double pieces = 1 + Math.ceil((double) KILLS / ROUND);
            for (int round = 0; round * ROUND < KILLS; round++) {
                int from = round * ROUND;
                season.waitAt((round + UNTIL_THE_LAST) / pieces);
                Victim last = kill(schedule.kills().subList(from, Math.min(KILLS, from + ROUND)), season);
                season.waitAt((round + 1) / pieces);
                recover(last, gaps);
            }
            season.waitAt(1);
            freeze(season, gaps);
        });
        endurance.assertNoPartEndedByItself();
    }

    private Victim kill(List<KillSchedule.Kill> round, AStreamingSeason season) throws Exception {
        for (KillSchedule.Kill kill : round.subList(0, round.size() - 1)) {
            Thread.sleep(kill.pause().toMillis());
            endurance.kill(kill.victim());
        }
        LOG.info("caught up in {} ms", endurance.awaitCaughtUp(season).toMillis());
        Victim last = round.get(round.size() - 1).victim();
        endurance.kill(last);
        return last;
    }

    private static void recover(Victim last, Gaps gaps) throws InterruptedException {
        long killed = System.nanoTime();
        Thread.sleep(CALM.toMillis());
        Duration silence = gaps.longest(killed, killed + last.back().toNanos());
        LOG.info("{} killed: {} ms of silence", last, silence.toMillis());
        Duration back = gaps.awaitNext(killed, Endurance.PATIENCE);
        Gaps.judge(List.of(silence, back), last.back());
    }

    /** While the broker stands still, files are taken into the spool all the same. */
    private void freeze(AStreamingSeason season, Gaps gaps) throws Exception {
        Broker broker = endurance.site().broker();
        int droppedBefore = season.dropped();
        broker.freeze();
        Thread.sleep(FREEZE.toMillis());
        int droppedMeanwhile = season.dropped() - droppedBefore;
        long waiting = endurance.atWork().waiting();
        broker.thaw();
        Duration back = gaps.awaitNext(System.nanoTime(), Endurance.PATIENCE);
        Duration all = endurance.awaitCaughtUp(season);
        LOG.info(
                "frozen for {} s: {} files dropped meanwhile, {} wait in the spool; after the thaw the first row in {} ms,"
                        + " all of them in {} ms more",
                FREEZE.toSeconds(),
                droppedMeanwhile,
                waiting,
                back.toMillis(),
                all.toMillis());
        assertThat(waiting).isGreaterThan(droppedMeanwhile / 2);
        Gaps.judge(List.of(back, all), AFTER_A_THAW);
    }
}
