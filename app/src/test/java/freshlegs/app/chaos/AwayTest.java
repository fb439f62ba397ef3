package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Broker and database stand still, are slow or away for minutes. How long: {@code -Dfreshlegs.freezes=10,60,150,600}, {@code
 * -Dfreshlegs.away=300}, seconds each.
 */
@Tag("faults")
class AwayTest {
    private static final Logger LOG = LoggerFactory.getLogger(AwayTest.class);
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("freshlegs.away", 300));
    private static final Duration SLOW = Duration.ofSeconds(60);
    private static final Duration AFTER_A_THAW = Duration.ofSeconds(15);
    private static final Duration AFTER_ITS_RETURN = Duration.ofSeconds(30);

    private final Endurance endurance;

    AwayTest(@TempDir Path folder) throws Exception {
        endurance = Endurance.begin(folder);
    }

    @AfterEach
    void stop() {
        endurance.close();
    }

    @ParameterizedTest
    @MethodSource("freezes")
    void a_broker_that_stands_still_loses_nothing_and_files_are_taken_over_meanwhile(int seconds) throws Exception {
        Duration still = Duration.ofSeconds(seconds);
        endurance.during(7, still.plusSeconds(60), (season, gaps) -> {
            Broker broker = endurance.site().broker();
            int before = season.dropped();
            broker.freeze();
            Thread.sleep(still.toMillis());
            int meanwhile = season.dropped() - before;
            long waiting = endurance.atWork().waiting();
            broker.thaw();
            report("broker frozen", still, season, gaps, AFTER_A_THAW);
            assertThat(waiting).isGreaterThan(meanwhile / 2);
        });
        endurance.assertNoPartEndedByItself();
    }

    static IntStream freezes() {
        return Pattern.compile(",")
                .splitAsStream(System.getProperty("freshlegs.freezes", "60,150"))
                .mapToInt(Integer::parseInt);
    }

    @Test
    void a_broker_that_is_away_for_minutes_loses_nothing() throws Exception {
        away(Victim.BROKER);
    }

    @Test
    void a_database_that_is_away_for_minutes_loses_nothing() throws Exception {
        away(Victim.DATABASE);
    }

    @Test
    void with_a_slow_broker_rows_come_late_and_none_is_missing() throws Exception {
        endurance.during(8, SLOW.plusSeconds(60), (season, gaps) -> {
            long began = System.nanoTime();
            endurance.site().broker().stutter(SLOW);
            LOG.info(
                    "while the broker stood still four fifths of the time at most {} ms passed between rows",
                    gaps.longest(began, System.nanoTime()).toMillis());
            assertThat(gaps.hasGrownSince(began)).isTrue();
            report("slow broker", SLOW, season, gaps, AFTER_A_THAW);
        });
        endurance.assertNoPartEndedByItself();
    }

    private void away(Victim victim) throws Exception {
        endurance.during(9, AWAY.plusSeconds(90), (season, gaps) -> {
            endurance.keepAway(victim, AWAY);
            report(victim + " away", AWAY, season, gaps, AFTER_ITS_RETURN);
        });
        endurance.assertNoPartEndedByItself();
    }

    private void report(String what, Duration time, AStreamingSeason season, Gaps gaps, Duration limit)
            throws InterruptedException {
        Duration next = gaps.awaitNext(System.nanoTime(), Endurance.PATIENCE);
        LOG.info(
                "{} for {} s: next row after {} ms, caught up {} ms later",
                what,
                time.toSeconds(),
                next.toMillis(),
                endurance.awaitCaughtUp(season).toMillis());
        Gaps.judge(List.of(next), limit);
    }
}
