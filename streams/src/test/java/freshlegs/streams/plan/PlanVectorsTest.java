package freshlegs.streams.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.streams.plan.CriticalSpeed.Effort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published numbers of paces; the end of a name says where each is from: F a public program, P a page or paper, C computed. */
class PlanVectorsTest {
    private static final double MILE = 1609.344;

    /** Runalyze's tests, and the table of Daniels' book. */
    @ParameterizedTest
    @CsvSource({"30,40,30", "24,8,40", "19,57,50", "17,3,60"})
    void vector_32_vdot_of_a_5k__F_P(int minutes, int seconds, double vdot) {
        assertThat(Vdot.of(5000, 60 * minutes + seconds)).isEqualTo(vdot, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"20,0,49.806", "22,30,43.382", "25,0,38.309"})
    void vector_34_vdot_to_three_decimals__C(int minutes, int seconds, double vdot) {
        assertThat(Vdot.of(5000, 60 * minutes + seconds)).isEqualTo(vdot, within(5e-4));
    }

    /** The row of VDOT 49 in Daniels' book. */
    @Test
    void vector_36_training_paces_of_vdot_49__P_C() {
        assertThat(Paces.EASY.seconds(49, MILE)).isEqualTo(8 * 60 + 40, within(3.0));
        assertThat(Paces.MARATHON.seconds(49, MILE)).isEqualTo(7 * 60 + 24, within(3.0));
        assertThat(Paces.THRESHOLD.seconds(49, 1000)).isEqualTo(4 * 60 + 20, within(1.0));
        assertThat(Paces.INTERVAL.seconds(49, 1000)).isEqualTo(3 * 60 + 59, within(1.0));
        assertThat(Paces.INTERVAL.seconds(49, 400)).isEqualTo(60 + 35, within(1.0));
        assertThat(Paces.REPETITION_400.seconds(49, 400)).isEqualTo(60 + 29, within(1.0));
        assertThat(Paces.REPETITION_200.seconds(49, 200)).isEqualTo(44, within(1.0));
    }

    @Test
    void vector_37_riegel_from_5k__P_C() {
        assertThat(Riegel.seconds(1, 1, 2)).isEqualTo(2.0849, within(5e-5));
        assertThat(Riegel.seconds(5000, 1200, 10_000)).isEqualTo(41 * 60 + 41.9, within(0.05));
        assertThat(Riegel.seconds(5000, 1200, 3000)).isEqualTo(11 * 60 + 38.3, within(0.05));
    }

    @Test
    void vector_40_targets_from_a_5k_pace_of_4_00__C() {
        assertThat(Paces.at5k(240, 600)).isEqualTo(144, within(1e-9));
        assertThat(Paces.at5k(240, 500)).isEqualTo(120, within(1e-9));
        assertThat(Paces.at5k(240, 400)).isEqualTo(96, within(1e-9));
    }

    /** GoldenCheetah's short cut for the speed at VDOT, 29.54 + 5.000663 V - 0.007546 V^2 m/min, lies within 0.2 of the root. */
    @ParameterizedTest
    @CsvSource({"30", "40", "50", "60"})
    void the_speed_at_vdot_is_the_root_of_its_cost(double vdot) {
        double metresPerMinute = 60 * Vdot.metresPerSecond(vdot);
        assertThat(metresPerMinute).isEqualTo(29.54 + 5.000663 * vdot - 0.007546 * vdot * vdot, within(0.2));
    }

    @Test
    void a_race_time_gives_back_the_vdot_that_it_came_from() {
        assertThat(Vdot.seconds(49.806, 5000)).isEqualTo(1200, within(0.05));
        assertThat(Vdot.of(10_000, Vdot.seconds(45, 10_000))).isEqualTo(45, within(0.01));
    }

    @Test
    void critical_speed_is_the_slope_of_distance_over_time() {
        List<Effort> efforts = List.of(
                new Effort(180 * 4.0 + 150, 180), new Effort(400 * 4.0 + 150, 400), new Effort(720 * 4.0 + 150, 720));
        CriticalSpeed line = CriticalSpeed.of(efforts).orElseThrow();

        assertThat(line.metresPerSecond()).isEqualTo(4, within(1e-9));
        assertThat(line.reserveMetres()).isEqualTo(150, within(1e-6));
        assertThat(CriticalSpeed.of(efforts.subList(0, 2))).isEmpty();
    }
}
