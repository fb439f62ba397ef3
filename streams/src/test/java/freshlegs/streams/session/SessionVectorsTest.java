package freshlegs.streams.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published numbers of sessions; the end of a name says where each is from: F a public program, P a page or paper, C computed. */
class SessionVectorsTest {

    /** Runalyze's MinettiTest. */
    @ParameterizedTest
    @CsvSource({"-0.15,0.5099", "-0.10,0.5977", "-0.05,0.7628", "0.05,1.3014", "0.10,1.6578", "0.15,2.0603"})
    void vector_01_energy_cost_in_relation_to_the_level__F(double slope, double expected) {
        assertThat(EnergyCost.relative(slope)).isEqualTo(expected, within(1e-4));
    }

    @Test
    void vector_02_energy_cost_in_joules_and_its_minimum__C() {
        assertThat(EnergyCost.joulesPerKilogramMetre(0)).isEqualTo(3.6);
        assertThat(EnergyCost.joulesPerKilogramMetre(0.45)).isEqualTo(19.426, within(5e-4));
        assertThat(EnergyCost.joulesPerKilogramMetre(-0.45)).isEqualTo(4.0323, within(5e-5));
        assertThat(EnergyCost.joulesPerKilogramMetre(-0.20)).isEqualTo(1.8000, within(5e-5));
        assertThat(EnergyCost.joulesPerKilogramMetre(-0.1814)).isEqualTo(1.7813, within(5e-5));
        assertThat(IntStream.rangeClosed(-4500, 4500)
                        .mapToDouble(slope -> EnergyCost.joulesPerKilogramMetre(slope / 1e4))
                        .min()
                        .orElseThrow())
                .isEqualTo(1.7813, within(5e-5));
    }

    /** Minetti 2002, table of measurements: mean and standard deviation. */
    @ParameterizedTest
    @CsvSource({"0.45,18.93,1.74", "-0.20,1.73,0.36", "-0.45,3.92,0.81"})
    void vector_03_energy_cost_beside_what_was_measured__P_C(double slope, double measured, double deviation) {
        assertThat(EnergyCost.joulesPerKilogramMetre(slope)).isEqualTo(measured, within(deviation));
    }

    /** Runalyze damps Minetti's cost by an exponent of 0.83; a reference only, ours is the model of equal heart rate. */
    @Test
    void vector_04_the_damped_energy_cost__F() {
        assertThat(damped(0.05)).isEqualTo(0.8036, within(5e-5));
        assertThat(damped(-0.05)).isEqualTo(1.2520, within(5e-5));
        assertThat(Math.round(300 * damped(0.05))).isEqualTo(4 * 60 + 1);
        assertThat(Math.round(285 * damped(0.10))).isEqualTo(3 * 60 + 7);
        assertThat(Math.round(255 * damped(-0.08))).isEqualTo(6 * 60 + 2);
    }

    /** Elevate's polynomial for the curve of equal heart rate, as a reference, and how close our table comes to it. */
    @Test
    void vector_05_equal_heart_rate_by_an_independent_fit__C_F() {
        double[] grades = {-10, -5, 5, 10, 20};
        double[] factors = {0.8841, 0.8985, 1.1915, 1.4702, 2.2449};
        for (int i = 0; i < grades.length; i++) {
            assertThat(fitted(grades[i])).isEqualTo(factors[i], within(5e-5));
            assertThat(GradeAdjustment.factor(grades[i])).isEqualTo(factors[i], within(0.006));
        }
        int cheapest = IntStream.rangeClosed(-200, 0)
                .boxed()
                .min((a, b) -> Double.compare(fitted(a / 10.0), fitted(b / 10.0)))
                .orElseThrow();
        assertThat(cheapest / 10.0).isEqualTo(-8.3);
        assertThat(fitted(-8.3)).isEqualTo(0.8796, within(5e-5));
    }

    /** First half 3.0 m/s at 140; second 2.95 at 147, or the same speed at 150. */
    @Test
    void vector_26_decoupling__C() {
        assertThat(Decoupling.percent(3.0 / 140, 2.95 / 147)).isEqualTo(6.349, within(5e-4));
        assertThat(Decoupling.percent(1.0 / 140, 1.0 / 150)).isEqualTo(6.667, within(5e-4));
    }

    /** What pace on the level costs the same, relative to the pace on the slope. */
    private static double damped(double slope) {
        return Math.pow(EnergyCost.relative(slope), -0.83);
    }

    private static double fitted(double g) {
        return 1
                + 0.02929 * g
                + 0.0018084 * g * g
                + 4.07e-7 * g * g * g
                - 3.69e-7 * Math.pow(g, 4)
                - 2.66e-9 * Math.pow(g, 5);
    }
}
