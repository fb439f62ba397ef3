package freshlegs.streams.plan;

import static freshlegs.streams.plan.SomeSessions.known;
import static freshlegs.streams.plan.SomeSessions.trial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.Sex;
import freshlegs.model.compact.Compact;
import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.Goal;
import freshlegs.model.json.Json;
import freshlegs.model.plan.Ability;
import freshlegs.model.plan.Ability.Basis;
import freshlegs.model.plan.Ability.Change.Size;
import freshlegs.model.result.Prescription.Aim;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.load.Physiology;
import freshlegs.streams.plan.Benchmarks.Known;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbilitiesTest {
    private static final SomeFacts ANN = SomeFacts.of("ann");
    private static final LocalDate DAY = SomeSessions.DAY;

    private static Ability on(LocalDate date, Known... known) {
        return Abilities.on(date, known(known), Optional.empty());
    }

    private static Benchmarks after(Benchmark... told) {
        Benchmarks known = Benchmarks.NONE;
        for (Benchmark benchmark : told) {
            known = known.next(benchmark.localDate(), List.of(benchmark), Optional.empty(), 0);
        }
        return known;
    }

    private static Benchmark withdrawn(Benchmark told) {
        return new Benchmark(
                told.athlete(),
                told.localDate(),
                told.revision(),
                told.ingestedAt(),
                told.recordedAt(),
                told.edit() + 1,
                told.event(),
                told.distanceMetres(),
                told.seconds(),
                true,
                told.toldBy());
    }

    @Test
    void the_latest_time_trial_gives_the_paces() {
        Ability ability = on(DAY, trial(DAY.minusDays(40), 5000, 1350), trial(DAY.minusDays(3), 5000, 1200));

        assertThat(ability.basis()).isEqualTo(Basis.TIME_TRIAL);
        assertThat(ability.date()).contains(DAY.minusDays(3));
        assertThat(ability.vdot()).hasValue(49.8);
    }

    @Test
    void a_race_is_called_a_race() {
        assertThat(on(DAY, new Known(DAY, Goal.Event.RACE, 10_000, 2500)).basis())
                .isEqualTo(Basis.RACE);
    }

    @Test
    void after_eight_weeks_effort_alone_counts() {
        Known old = trial(DAY, 5000, 1200);

        assertThat(on(DAY.plusDays(56), old).vdot()).isPresent();
        assertThat(on(DAY.plusDays(57), old).basis()).isEqualTo(Ability.Basis.EFFORT);
    }

    @Test
    void a_break_of_more_than_three_weeks_makes_the_paces_begin_anew_and_a_new_trial_brings_them_back() {
        Benchmarks known = after(ANN.benchmark(DAY, 5000, 1200, 0));
        for (int day = 1; day <= 21; day++) {
            known = known.next(DAY.plusDays(day), List.of(), Optional.empty(), day);
        }
        assertThat(Abilities.on(DAY.plusDays(22), known, Optional.empty()).vdot())
                .isPresent();

        known = known.next(DAY.plusDays(22), List.of(), Optional.empty(), 22);
        assertThat(Abilities.on(DAY.plusDays(23), known, Optional.empty()).basis())
                .isEqualTo(Ability.Basis.EFFORT);
        Benchmarks longer = known.next(DAY.plusDays(23), List.of(), Optional.empty(), 23);
        assertThat(longer).isEqualTo(known);

        known = known.next(DAY.plusDays(24), List.of(), Optional.empty(), 0);
        assertThat(Abilities.on(DAY.plusDays(25), known, Optional.empty()).basis())
                .isEqualTo(Ability.Basis.EFFORT);
        known = known.next(
                DAY.plusDays(30), List.of(ANN.benchmark(DAY.plusDays(30), 5000, 1260, 0)), Optional.empty(), 0);
        assertThat(Abilities.on(DAY.plusDays(31), known, Optional.empty()).vdot())
                .isPresent();
    }

    @Test
    void a_withdrawn_benchmark_does_not_count_nor_does_what_was_found_on_its_day() {
        Benchmark told = ANN.benchmark(DAY, 5000, 1200, 0);
        Benchmarks known = Benchmarks.NONE.next(DAY, List.of(withdrawn(told)), Optional.of(trial(DAY, 5000, 1201)), 0);

        assertThat(known.known()).isEmpty();
    }

    @Test
    void what_was_told_of_a_day_counts_before_what_was_found_in_its_run() {
        Benchmark told = ANN.benchmark(DAY, 5000, 1200, 0);
        Optional<Known> found = Optional.of(trial(DAY, 5000, 1203));

        assertThat(Benchmarks.NONE.next(DAY, List.of(told), found, 0).known()).containsExactly(trial(DAY, 5000, 1200));
        assertThat(Benchmarks.NONE.next(DAY, List.of(), found, 0).known()).containsExactly(trial(DAY, 5000, 1203));
    }

    @Test
    void at_most_eight_are_remembered_for_400_days_and_always_the_best() {
        Benchmarks known = Benchmarks.NONE;
        for (int week = 0; week < 12; week++) {
            LocalDate date = DAY.plusWeeks(4L * week);
            Benchmark told = ANN.benchmark(date, 5000, week == 1 ? 1180 : 1200 + week, 0);
            known = known.next(date, List.of(told), Optional.empty(), 0);
        }
        LocalDate last = DAY.plusWeeks(44);

        assertThat(known.known()).hasSize(8);
        assertThat(known.best(last)).contains(trial(DAY.plusWeeks(4), 5000, 1180));
        assertThat(known.next(DAY.plusWeeks(4).plusDays(400), List.of(), Optional.empty(), 0)
                        .known())
                .hasSize(7)
                .doesNotContain(trial(DAY.plusWeeks(4), 5000, 1180));
    }

    /** 20:00 before: 1 % is 12 s. */
    @ParameterizedTest
    @CsvSource({
        "1200, 0.0, UNCHANGED",
        "1183, 1.42, UNCHANGED",
        "1182, 1.5, POSSIBLE",
        "1158, 3.5, POSSIBLE",
        "1157, 3.58, CLEAR",
        "1217, -1.42, UNCHANGED",
        "1242, -3.5, POSSIBLE",
        "1260, -5.0, CLEAR"
    })
    void a_change_is_told_with_the_noise_of_a_time_trial(double now, double percent, Size size) {
        Ability ability = on(DAY, trial(DAY.minusDays(40), 5000, 1200), trial(DAY, 5000, now));

        assertThat(ability.change()).contains(new Ability.Change(percent, size));
    }

    /** 5 km in 20:00 is 10 km in 41:41.9 by Riegel. */
    @Test
    void another_distance_is_compared_by_riegel_from_3_to_21_km_only() {
        Known before = trial(DAY.minusDays(40), 5000, 1200);

        assertThat(on(DAY, before, trial(DAY, 10_000, 2501.9))
                        .change()
                        .orElseThrow()
                        .percent())
                .isEqualTo(0, within(0.005));
        assertThat(on(DAY, before, trial(DAY, 1500, 330)).change()).isEmpty();
        assertThat(on(DAY, before, trial(DAY, 42_195, 11_600)).change()).isEmpty();
        assertThat(on(DAY, trial(DAY.minusDays(41), 1500, 340), before, trial(DAY, 1500, 330))
                        .change()
                        .orElseThrow()
                        .size())
                .isEqualTo(Size.POSSIBLE);
    }

    @Test
    void an_unchanged_result_moves_the_paces_by_less_than_half_of_their_reach() {
        double before =
                Paces.THRESHOLD.seconds(on(DAY, trial(DAY, 5000, 1200)).vdot().orElseThrow(), 1000);
        double after =
                Paces.THRESHOLD.seconds(on(DAY, trial(DAY, 5000, 1183)).vdot().orElseThrow(), 1000);

        assertThat(100 * (1 - after / before)).isBetween(0.0, 1.5);
    }

    /** d = 4 t + 150: T = 0.95 * 4 = 3.8 m/s, and 3.8 / 0.9 = 4.222 m/s = 253.3 m/min costs VDOT 48.25. */
    @Test
    void three_short_efforts_give_critical_speed_and_that_the_threshold() {
        Ability ability =
                on(DAY, trial(DAY.minusDays(20), 870, 180), trial(DAY.minusDays(10), 1750, 400), trial(DAY, 3030, 720));

        assertThat(ability.basis()).isEqualTo(Basis.CRITICAL_SPEED);
        assertThat(ability.vdot()).hasValue(48.2);
        assertThat(Paces.THRESHOLD.metresPerSecond(ability.vdot().orElseThrow()))
                .isEqualTo(3.8, within(0.01));
    }

    @Test
    void a_later_trial_of_20_minutes_outranks_critical_speed_and_a_line_that_is_none_is_not_believed() {
        Known[] short3 = {
            trial(DAY.minusDays(20), 870, 180), trial(DAY.minusDays(10), 1750, 400), trial(DAY.minusDays(5), 3030, 720)
        };

        assertThat(on(DAY, short3[0], short3[1], short3[2], trial(DAY, 5000, 1200))
                        .basis())
                .isEqualTo(Basis.TIME_TRIAL);
        assertThat(on(
                                DAY,
                                trial(DAY.minusDays(9), 3000, 700),
                                trial(DAY.minusDays(5), 3000, 705),
                                trial(DAY, 3000, 699))
                        .basis())
                .isEqualTo(Basis.TIME_TRIAL);
    }

    @Test
    void a_goal_is_predicted_by_the_same_vdot() {
        Aim aim = new Aim(Goal.Event.RACE, 10_000, DAY.plusDays(60), OptionalInt.empty());
        Ability ability = Abilities.on(DAY, known(trial(DAY, 5000, 1200)), Optional.of(aim));

        assertThat(ability.predictedSeconds().orElseThrow()).isBetween(2480, 2500);
        assertThat(Abilities.predicted(49.806, 5000)).hasValue(1200);
        assertThat(Abilities.predicted(49.806, 100)).isEmpty();
    }

    @Test
    void what_is_carried_survives_its_way_through_the_store() {
        Benchmarks known = new Benchmarks(List.of(trial(DAY, 5000, 1200)), Optional.of(DAY.minusDays(60)));
        Compact<Benchmarks> layout = Compact.of(Benchmarks.class);

        assertThat(layout.read(layout.write(known))).isEqualTo(known);
        assertThat(Json.read(Json.write(known), Benchmarks.class)).isEqualTo(known);
        Compact<HeartRates> hearts = Compact.of(HeartRates.class);
        assertThat(hearts.read(hearts.write(SomeSessions.HEART))).isEqualTo(SomeSessions.HEART);
    }

    @Test
    void the_baseline_is_told_beside_what_was_before() {
        Benchmarks slower = known(
                trial(DAY.minusDays(200), 5000, 1170), trial(DAY.minusDays(40), 5000, 1200), trial(DAY, 5000, 1190));
        Benchmarks better = known(trial(DAY.minusDays(40), 5000, 1200), trial(DAY, 5000, 1150));

        assertThat(Abilities.on(DAY, slower, Optional.empty()).againstBest())
                .isEqualTo("The best of the last 400 days: 5000 m in 19:30.");
        assertThat(Abilities.on(DAY, better, Optional.empty()).againstBest())
                .isEqualTo("It is the best of the last 400 days.");
        assertThat(Abilities.on(DAY, Benchmarks.NONE, Optional.empty()).againstBest())
                .isEmpty();
    }

    @Test
    void heart_rates_are_known_unless_the_maximum_is_a_guess() {
        assertThat(HeartRates.of(body("resting-heart-rate-assumed"))).contains(SomeSessions.HEART);
        assertThat(HeartRates.of(body("maximal-heart-rate-assumed"))).isEmpty();
    }

    private static Physiology body(String assumed) {
        return new Physiology(50.2, 189.8, 165, OptionalDouble.empty(), false, Sex.FEMALE, List.of(assumed));
    }
}
