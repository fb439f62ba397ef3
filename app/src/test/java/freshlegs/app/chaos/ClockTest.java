package freshlegs.app.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clock by which all our processes go jumps while a season streams in. */
@Tag("faults")
class ClockTest {
    private static final Logger LOG = LoggerFactory.getLogger(ClockTest.class);
    /** How wrong it is, one after the other. */
    private static final List<Duration> WRONG = List.of(
            Duration.ofHours(3),
            Duration.ZERO,
            Duration.ofHours(-2),
            Duration.ofMinutes(50),
            Duration.ofHours(26),
            Duration.ZERO);

    private static final Duration BETWEEN = Duration.ofSeconds(20);
    private static final Duration BACK = Duration.ofSeconds(20);

    private final Path clock;
    private final Endurance endurance;

    ClockTest(@TempDir Path folder) throws Exception {
        clock = folder.resolve("clock");
        ShiftedMain.set(clock, Duration.ZERO);
        endurance = Endurance.begin(folder, Map.of(ShiftedMain.FILE, clock.toString()));
    }

    @AfterEach
    void stop() {
        endurance.close();
    }

    @Test
    void a_clock_that_jumps_by_hours_changes_no_result_and_stops_nothing() throws Exception {
        List<Duration> next = new ArrayList<>();
        endurance.during(5, BETWEEN.multipliedBy(WRONG.size()).plusSeconds(60), (season, gaps) -> {
            for (Duration wrong : WRONG) {
                ShiftedMain.set(clock, wrong);
                long jumped = System.nanoTime();
                Thread.sleep(BETWEEN.toMillis());
                next.add(gaps.awaitNext(jumped, Endurance.PATIENCE));
                LOG.info(
                        "{}: next row after {} ms",
                        wrong,
                        next.get(next.size() - 1).toMillis());
            }
            LOG.info("caught up {} ms later", endurance.awaitCaughtUp(season).toMillis());
        });
        Gaps.judge(next, BACK);
        endurance.assertNoPartEndedByItself();
    }
}
