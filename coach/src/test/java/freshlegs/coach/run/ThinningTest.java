package freshlegs.coach.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {
    private static final int MOST = 1500;

    @Test
    void no_peak_is_hidden_however_many_rows_there_are() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            int size = 2_000 + random.nextInt(98_000);
            double[] bpm = new double[size];
            double[] speed = new double[size];
            for (int i = 0; i < size; i++) {
                bpm[i] = random.nextInt(9) == 0 ? Double.NaN : 140 + 10 * random.nextGaussian();
                speed[i] = 3 + random.nextGaussian() / 3;
            }
            RunRows run = run(IntStream.range(0, size).asDoubleStream().toArray(), bpm, speed);

            int[] kept = Thinning.rows(run, MOST, List.of(run.heartRate(), run.speed()));

            assertThat(kept.length).isLessThanOrEqualTo(MOST + 1);
            assertThat(kept).isSorted().startsWith(0).endsWith(size - 1);
            assertThat(highest(run.heartRate(), kept)).isEqualTo(highest(run.heartRate(), all(size)));
            assertThat(lowest(run.speed(), kept)).isEqualTo(lowest(run.speed(), all(size)));
            int part = size / (MOST / 5);
            for (int from = 0; from + 2 * part < size; from += part) {
                int first = from;
                int[] there = Arrays.stream(kept)
                        .filter(row -> row >= first && row < first + 2 * part)
                        .toArray();
                assertThat(there).as("rows from %s", from).isNotEmpty();
            }
        }
    }

    @Test
    void few_rows_all_stay() {
        RunRows run = run(new double[] {0, 1, 2}, new double[] {1, 2, 3}, new double[] {3, 2, 1});

        assertThat(Thinning.rows(run, MOST, List.of(run.heartRate()))).containsExactly(0, 1, 2);
    }

    @Test
    void both_sides_of_every_gap_stay() {
        double[] seconds = IntStream.range(0, 20_000)
                .mapToDouble(i -> i < 7_777 ? i : i + 500)
                .toArray();
        double[] flat = new double[20_000];
        RunRows run = run(seconds, flat, flat);

        assertThat(run.isApart(7_777)).isTrue();
        assertThat(run.isApart(7_778)).isFalse();
        assertThat(Thinning.rows(run, 100, List.of(run.heartRate()))).contains(7_776, 7_777);
    }

    private static RunRows run(double[] seconds, double[] bpm, double[] speed) {
        Curve none = Curve.of(seconds.length, row -> Double.NaN);
        return new RunRows(
                Curve.of(seconds),
                Curve.of(seconds),
                Curve.of(bpm),
                Curve.of(speed),
                Curve.of(speed),
                none,
                List.of(),
                11);
    }

    private static int[] all(int size) {
        return IntStream.range(0, size).toArray();
    }

    private static double highest(Curve curve, int[] rows) {
        return Arrays.stream(rows)
                .filter(curve::has)
                .mapToDouble(curve::at)
                .max()
                .orElseThrow();
    }

    private static double lowest(Curve curve, int[] rows) {
        return Arrays.stream(rows)
                .filter(curve::has)
                .mapToDouble(curve::at)
                .min()
                .orElseThrow();
    }
}
