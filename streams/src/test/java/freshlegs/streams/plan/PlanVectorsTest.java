package freshlegs.streams.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.plan.Ability.Change.Size;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Workout;
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

    /** Pages that say 4.514 and 4.535 for the half marathon of a 5K are wrong. */
    @Test
    void riegel_over_the_half_marathon_is_4_6002_times_a_5k__C() {
        assertThat(Riegel.seconds(5000, 1, 21_097.5)).isEqualTo(4.6002, within(5e-5));
        assertThat(Riegel.covers(21_097.5)).isTrue();
        assertThat(Riegel.covers(2999)).isFalse();
        assertThat(Riegel.covers(42_195)).isFalse();
    }

    /** Runalyze takes 0.182253 v instead of 0.182258 v: an effect of 0.001 to 0.002. */
    @ParameterizedTest
    @CsvSource({"1023", "1197", "1500", "1840"})
    void another_program_s_coefficient_hardly_changes_vdot__F(double seconds) {
        double metresPerMinute = 5000 / (seconds / 60);
        double share =
                0.8 + 0.1894393 * Math.exp(-0.012778 * seconds / 60) + 0.2989558 * Math.exp(-0.1932605 * seconds / 60);
        double other = (-4.60 + (0.182253 + 0.000104 * metresPerMinute) * metresPerMinute) / share;
        assertThat(Vdot.of(5000, seconds)).isEqualTo(other, within(0.002));
    }

    /** The shares that meet Daniels' tables: E .72, M .85, T .90, I .98, R 1.05 over 400 m and 1.07 over 200 m. */
    @ParameterizedTest
    @CsvSource({
        "EASY,.72",
        "MARATHON,.85",
        "THRESHOLD,.90",
        "INTERVAL,.98",
        "REPETITION_400,1.05",
        "REPETITION_200,1.07"
    })
    void training_speeds_are_shares_of_the_speed_at_vdot__F(Paces pace, double share) {
        for (double vdot = 30; vdot <= 70; vdot += 5) {
            assertThat(pace.metresPerSecond(vdot)).isEqualTo(share * Vdot.metresPerSecond(vdot), within(1e-9));
        }
    }

    /** 0.6 p5 over 600 m; T to 10K pace, 0.90 to 0.93, over 500 m; I over 400 m; R over 150 and 200 m; T 1.015 for half a notch. */
    @Test
    void targets_follow_from_the_pace_of_a_5k_and_from_vdot__P() {
        Sessions paced = SomeSessions.paced();
        double vdot = paced.ability().vdot().orElseThrow();
        double full = Vdot.metresPerSecond(vdot);

        assertThat(target(paced.repeats(4, 600), 600)).isEqualTo(144, within(0.3));
        assertThat(target(paced.quickTempo(6, 500), 500)).isBetween(500 / (0.93 * full), 500 / (0.90 * full));
        assertThat(Vdot.seconds(vdot, 10_000) / 20).isBetween(500 / (0.935 * full), 500 / (0.90 * full));
        assertThat(target(paced.repeats(5, 400), 400)).isEqualTo(Paces.INTERVAL.seconds(vdot, 400), within(0.3));
        assertThat(target(paced.repeats(6, 200), 200)).isEqualTo(Paces.REPETITION_200.seconds(vdot, 200), within(0.2));
        assertThat(target(paced.repeats(8, 150), 150)).isEqualTo(Paces.REPETITION_200.seconds(vdot, 150), within(0.2));
        assertThat(target(paced.tempo(20, Sessions.HALF_A_NOTCH), 1000))
                .isEqualTo(Paces.THRESHOLD.seconds(vdot, 1000) / 1.015, within(0.6));
    }

    /** How long the middle of a workout's target takes over so many metres. */
    private static double target(Workout workout, double metres) {
        Step.PaceRange pace =
                SomeSessions.running(workout).findFirst().flatMap(Step::pace).orElseThrow();
        return (pace.fastest() + pace.slowest()) / 2.0 * metres / 1000;
    }

    /** 90 % minimal detectable change of a CV of 1.5 %: 1.645 * sqrt(2) * 1.5 = 3.5 %. */
    @Test
    void a_clear_change_is_one_beyond_the_noise_of_two_time_trials__P_C() {
        assertThat(1.645 * Math.sqrt(2) * 1.5).isEqualTo(3.5, within(0.02));
        assertThat(Abilities.change(1000, 964.9).size()).isEqualTo(Size.CLEAR);
        assertThat(Abilities.change(1000, 965).size()).isEqualTo(Size.POSSIBLE);
        assertThat(Abilities.change(1000, 985).size()).isEqualTo(Size.POSSIBLE);
        assertThat(Abilities.change(1000, 985.1).size()).isEqualTo(Size.UNCHANGED);
    }

    /** Daniels' table of VDOT 50: 1500 m 5:24, 3000 m 11:33, 10 km 41:21, half marathon 1:31:35, marathon 3:10:49; within 0.1 %. */
    @ParameterizedTest
    @CsvSource({"1500,324", "3000,693", "5000,1197", "10000,2481", "21097,5495", "42195,11449"})
    void a_goal_is_predicted_as_the_table_of_equal_vdot_says__P(int metres, double seconds) {
        assertThat(Abilities.predicted(50, metres).orElseThrow() / seconds).isEqualTo(1, within(0.001));
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
