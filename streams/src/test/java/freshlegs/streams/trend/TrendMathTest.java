package freshlegs.streams.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.fact.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrendMathTest {

    @Test
    void fitness_and_fatigue_follow_the_exponential_form() {
        assertThat(after(1, 42)).isCloseTo(2.3528, within(1e-4));
        assertThat(after(7, 42)).isCloseTo(15.3518, within(1e-4));
        assertThat(after(42, 42)).isCloseTo(63.2121, within(1e-4));
        assertThat(after(1, 7)).isCloseTo(13.3122, within(1e-4));
        assertThat(after(7, 7)).isCloseTo(63.2121, within(1e-4));
        assertThat(ExponentialMean.dailyLoadFor(50, 5, 7, 42)).isCloseTo(82.57, within(0.01));
    }

    @Test
    void monotony_and_strain_use_the_population_deviation_of_seven_days() {
        assertThat(Monotony.of(5, 15, 20, 20, 20, 25, 35).value()).isCloseTo(2.366, within(1e-3));
        assertThat(Monotony.of(5, 15, 20, 20, 20, 25, 35).strain()).isCloseTo(331.3, within(0.1));
        assertThat(Monotony.of(0, 20, 10, 10, 10, 10, 10).value()).isCloseTo(1.8708, within(1e-4));
        assertThat(Monotony.of(1, 1, 1, 1, 1, 1, 1).value()).isEqualTo(10);
        assertThat(Monotony.of().value()).isZero();
        assertThat(Monotony.of(10, 20, 30, 40).value()).isCloseTo(0.9535, within(1e-4));
        assertThat(Monotony.of(10, 20, 30, 40).strain()).isCloseTo(95.35, within(0.01));
    }

    @Test
    void efficiency_is_metres_a_minute_for_each_beat() {
        assertThat(run(3.0, 140, 12).efficiency()).isCloseTo(1.2857, within(1e-4));
    }

    @Test
    void normal_equations_find_the_plane_that_made_the_points() {
        NormalEquations equations = new NormalEquations();
        for (int i = 0; i < 8; i++) {
            double b = i % 2;
            double c = i / 2 % 2;
            double d = i < 4 ? 0 : 1;
            equations.add(b, c, d, 3 + 2 * b - c + 5 * d, 1 + i);
        }

        assertThat(equations.solve()).containsExactly(new double[] {3, 2, -1, 5}, within(1e-9));
    }

    @Test
    void a_heart_five_beats_above_its_habit_is_seen_whatever_the_speed_and_the_heat() {
        List<SteadyRun> habit = habit(20);
        SteadyRun hot = run(3.2, expected(3.2, 28) + 5, 28);

        HeartRateAtPace judged = HeartRateAtPace.of(hot, habit).orElseThrow();

        assertThat(judged.residualBpm()).isCloseTo(5, within(1.0));
        assertThat(judged.meanBpm()).isCloseTo(0, within(0.5));
        assertThat(judged.runs()).isEqualTo(20);
    }

    @Test
    void without_temperature_the_spread_is_wider() {
        List<SteadyRun> habit = habit(20);
        double known =
                HeartRateAtPace.of(run(3.0, 140, 12), habit).orElseThrow().spreadBpm();
        SteadyRun blind =
                new SteadyRun("a run", "strap", Column.of(12), Column.of(3000), Column.of(1400), Column.missing(1));

        assertThat(HeartRateAtPace.of(blind, habit).orElseThrow().spreadBpm()).isCloseTo(1.3 * known, within(1e-9));
    }

    @Test
    void few_runs_or_runs_of_another_sensor_tell_nothing() {
        assertThat(HeartRateAtPace.of(run(3.0, 140, 12), habit(7))).isEmpty();
        SteadyRun wrist =
                new SteadyRun("a run", "wrist", Column.of(12), Column.of(3000), Column.of(1400), Column.of(12));
        assertThat(HeartRateAtPace.of(wrist, habit(20))).isEmpty();
    }

    @Test
    void one_run_with_a_mad_heart_rate_does_not_bend_the_expectation() {
        List<SteadyRun> habit = new ArrayList<>(habit(20));
        habit.set(3, run(3.0, 185, 12));

        assertThat(HeartRateAtPace.of(run(3.0, expected(3.0, 12), 12), habit)
                        .orElseThrow()
                        .residualBpm())
                .isCloseTo(0, within(1.0));
    }

    private static List<SteadyRun> habit(int runs) {
        Random random = new Random(7);
        List<SteadyRun> habit = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            double speed = 2.8 + 0.4 * random.nextDouble();
            double celsius = Math.floor(8 + 22 * random.nextDouble());
            habit.add(run(speed, expected(speed, celsius) + random.nextGaussian(), celsius));
        }
        return habit;
    }

    private static double expected(double speed, double celsius) {
        return 140 + 22 * (speed - 3) + 0.6 * Math.max(0, celsius - 15);
    }

    private static SteadyRun run(double metresPerSecond, double bpm, double celsius) {
        int[] minutes = new int[15];
        int[] speeds = new int[15];
        int[] hearts = new int[15];
        int[] heat = new int[15];
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = 10 + i;
            speeds[i] = (int) Math.round(metresPerSecond * 1000);
            hearts[i] = (int) Math.round(bpm * 10);
            heat[i] = (int) celsius;
        }
        return new SteadyRun(
                "a run", "strap", Column.of(minutes), Column.of(speeds), Column.of(hearts), Column.of(heat));
    }

    private static double after(int days, int time) {
        double mean = 0;
        for (int day = 0; day < days; day++) {
            mean = ExponentialMean.next(mean, 100, time);
        }
        return mean;
    }
}
