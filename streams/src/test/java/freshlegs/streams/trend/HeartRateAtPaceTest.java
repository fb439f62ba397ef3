package freshlegs.streams.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.fact.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast regression against the plain one. */
class HeartRateAtPaceTest {

    @Test
    void what_is_summed_once_and_corrected_equals_what_is_summed_anew() {
        Random random = new Random(20261125);
        for (int turn = 0; turn < 300; turn++) {
            List<SteadyRun> earlier = new ArrayList<>();
            int runs = HeartRateAtPace.LEAST_RUNS + random.nextInt(25);
            for (int i = 0; i < runs; i++) {
                earlier.add(run(random, turn % 3 == 0));
            }
            SteadyRun today = run(random, turn % 3 == 0);

            HeartRateAtPace fast = HeartRateAtPace.of(today, earlier).orElseThrow();
            HeartRateAtPace plain = PlainHeartRateAtPace.of(today, earlier);

            assertThat(fast.residualBpm()).as("turn " + turn).isCloseTo(plain.residualBpm(), within(1e-8));
            assertThat(fast.meanBpm()).as("turn " + turn).isCloseTo(plain.meanBpm(), within(1e-8));
            assertThat(fast.spreadBpm()).as("turn " + turn).isCloseTo(plain.spreadBpm(), within(1e-8));
            assertThat(fast.runs()).isEqualTo(runs);
        }
    }

    private static SteadyRun run(Random random, boolean cool) {
        int windows = 10 + random.nextInt(11);
        int[] minutes = new int[windows];
        int[] speeds = new int[windows];
        int[] hearts = new int[windows];
        int[] heat = new int[windows];
        double speed = 3 + 0.3 * random.nextGaussian();
        double form = 140 + 22 * (speed - 3) + 3 * random.nextGaussian();
        int celsius = cool ? random.nextInt(15) : random.nextInt(35);
        boolean odd = random.nextInt(12) == 0;
        for (int i = 0; i < windows; i++) {
            minutes[i] = 10 + i;
            speeds[i] = (int) Math.round(1000 * speed * (1 + 0.02 * random.nextGaussian()));
            hearts[i] = (int) Math.round(10 * (form + (odd ? 30 : 0) + 0.1 * i + 1.5 * random.nextGaussian()));
            heat[i] = random.nextInt(20) == 0 ? Column.MISSING : celsius;
        }
        return new SteadyRun(
                "a run", "strap", Column.of(minutes), Column.of(speeds), Column.of(hearts), Column.of(heat));
    }
}
