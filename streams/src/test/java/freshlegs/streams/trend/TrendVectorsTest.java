package freshlegs.streams.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.fact.Column;
import org.junit.jupiter.api.Test;

/** Published numbers of trends; the end of a name says where each is from: F a public program, P a page or paper, C computed. */
class TrendVectorsTest {

    @Test
    void vector_18_fitness_and_fatigue_of_a_hundred_a_day__C() {
        assertThat(after(1, 42)).isEqualTo(2.3528, within(5e-5));
        assertThat(after(7, 42)).isEqualTo(15.3518, within(5e-5));
        assertThat(after(42, 42)).isEqualTo(63.2121, within(5e-5));
        assertThat(after(1, 7)).isEqualTo(13.3122, within(5e-5));
        assertThat(after(7, 7)).isEqualTo(63.2121, within(5e-5));
    }

    /** Runalyze's TsbModelTest: weights 2 / (N + 1), one day of 1000. Ours is the other form; the two differ by up to half. */
    @Test
    void vector_19_the_other_weights_are_another_number__F() {
        assertThat(Math.round(otherForm(42, 0))).isEqualTo(47);
        assertThat(Math.round(otherForm(7, 0))).isEqualTo(250);
        assertThat(Math.round(otherForm(42, 10))).isEqualTo(29);
        assertThat(Math.round(otherForm(7, 10))).isEqualTo(14);
        assertThat(ExponentialMean.next(0, 1000, 42)).isEqualTo(23.5, within(0.05));
    }

    /** Banister's two components after one impulse of 1000. */
    @Test
    void vector_20_an_impulse_fades__F() {
        assertThat(Math.round(left(1, 42))).isEqualTo(976);
        assertThat(Math.round(left(10, 42))).isEqualTo(788);
        assertThat(Math.round(left(50, 42))).isEqualTo(304);
        assertThat(Math.round(left(5, 7))).isEqualTo(490);
        assertThat(Math.round(left(10, 7))).isEqualTo(240);
    }

    /** Runalyze's MonotonyTest; with the sample deviation it would be 2.191 and 306.7. */
    @Test
    void vector_22_monotony_and_strain_of_a_week__F_C() {
        double[] week = {5, 15, 20, 20, 20, 25, 35};
        assertThat(Monotony.of(week).value()).isEqualTo(2.366, within(5e-4));
        assertThat(Monotony.of(week).strain()).isEqualTo(331.3, within(0.05));
        assertThat(Monotony.of(week).value() * Math.sqrt(6.0 / 7)).isEqualTo(2.191, within(5e-4));
        assertThat(Monotony.of(week).strain() * Math.sqrt(6.0 / 7)).isEqualTo(306.7, within(0.05));
    }

    @Test
    void vector_23_odd_weeks__F() {
        assertThat(Monotony.of(0, 20, 10, 10, 10, 10, 10).value()).isEqualTo(1.8708, within(5e-5));
        assertThat(Monotony.of(1, 1, 1, 1, 1, 1, 1).value()).isEqualTo(10);
        assertThat(Monotony.of().value()).isZero();
        assertThat(Monotony.of(10, 20, 30, 40).value()).isEqualTo(0.9535, within(5e-5));
        assertThat(Monotony.of(10, 20, 30, 40).strain()).isEqualTo(95.35, within(0.005));
    }

    @Test
    void vector_24_the_load_that_raises_fitness_by_five_in_a_week__C() {
        assertThat(ExponentialMean.dailyLoadFor(50, 5, 7, 42)).isEqualTo(82.57, within(0.005));
    }

    /** Speed 3.0 m/s at 140: the efficiency of the first half of vector 26. */
    @Test
    void vector_26_efficiency_of_the_first_half__C() {
        SteadyRun run = new SteadyRun("a run", "strap", Column.of(12), Column.of(3000), Column.of(1400), Column.of(12));
        assertThat(run.efficiency()).isEqualTo(1.2857, within(5e-5));
    }

    /** Vesterinen 2014, from memory; speeds in km/h. A reference only: it needs a peak speed from the laboratory. */
    @Test
    void vector_28_index_of_heart_rate_and_running_speed__C() {
        assertThat(heartRateSpeedIndex(10, 140, 60, 190, 16)).isEqualTo(0.1538, within(5e-5));
    }

    private static double after(int days, int constant) {
        double mean = 0;
        for (int day = 0; day < days; day++) {
            mean = ExponentialMean.next(mean, 100, constant);
        }
        return mean;
    }

    private static double otherForm(int days, int restDays) {
        double weight = 2.0 / (days + 1);
        return 1000 * weight * Math.pow(1 - weight, restDays);
    }

    /** What days without load leave of a mean of 1000. */
    private static double left(int restDays, int constant) {
        double mean = 1000;
        for (int day = 0; day < restDays; day++) {
            mean = ExponentialMean.next(mean, 0, constant);
        }
        return mean;
    }

    private static double heartRateSpeedIndex(double speed, double bpm, double standing, double maximal, double peak) {
        double beatsPerSpeed = (maximal - standing) / peak;
        return speed - (bpm - standing) / beatsPerSpeed;
    }
}
