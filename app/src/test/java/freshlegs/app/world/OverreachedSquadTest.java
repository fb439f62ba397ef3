package freshlegs.app.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import freshlegs.app.labelled.AnswerRow;
import freshlegs.app.labelled.Cause;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.LabelledDays;
import freshlegs.app.labelled.NightRow;
import freshlegs.app.labelled.RunRow;
import freshlegs.app.simulate.Strain;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverreachedSquadTest {
    private static final World CALM = new World(3, Set.of());
    private static final int ATHLETES = 400;

    @Test
    void effects_are_those_that_were_published() {
        assertThat(Onset.full(Cause.SEVERE)).isEqualTo(new Strain(1.8, 1.5, 1.2, 1.2, 1.8));
        assertThat(Onset.full(Cause.MODERATE)).isEqualTo(new Strain(1.2, 1.0, 0.8, 0.8, 1.0));
        assertThat(Onset.full(Cause.PARADOXICAL)).isEqualTo(new Strain(1.5, -1.0, -1.0, -1.2, 1.5));
    }

    @Test
    void an_effect_is_there_at_once_or_grows_over_seven_days_and_lasts_twenty_one() {
        Onset step = new Onset(Cause.SEVERE, 120, false);
        Onset ramp = new Onset(Cause.SEVERE, 120, true);

        assertThat(step.on(119)).isEqualTo(Strain.NONE);
        assertThat(step.on(120)).isEqualTo(Onset.full(Cause.SEVERE));
        assertThat(step.on(140)).isEqualTo(Onset.full(Cause.SEVERE));
        assertThat(step.on(141)).isEqualTo(Strain.NONE);
        assertThat(ramp.on(119)).isEqualTo(Strain.NONE);
        assertThat(ramp.on(120).subjective()).isCloseTo(1.8 / 7, within(1e-9));
        assertThat(ramp.on(125)).isNotEqualTo(Onset.full(Cause.SEVERE));
        assertThat(ramp.on(126)).isEqualTo(Onset.full(Cause.SEVERE));
        assertThat(ramp.on(140)).isEqualTo(Onset.full(Cause.SEVERE));
        assertThat(ramp.on(141)).isEqualTo(Strain.NONE);
    }

    @Test
    void onsets_are_a_step_or_a_ramp_alike_and_begin_on_any_day_of_the_week() {
        Map<Integer, Integer> days = new TreeMap<>();
        Sample ramps = new Sample();
        for (int number = 0; number < 7000; number++) {
            Onset onset = Onset.draw(Seed.root(number).chance(), Cause.MODERATE);
            days.merge(onset.firstDay(), 1, Integer::sum);
            ramps.add(onset.ramp() ? 1 : 0);
        }
        assertThat(days).containsOnlyKeys(120, 121, 122, 123, 124, 125, 126);
        assertThat(days.values()).allSatisfy(count -> assertThat(count).isBetween(880, 1120));
        assertThat(ramps.mean()).isCloseTo(0.5, within(0.02));
    }

    @ParameterizedTest
    @EnumSource(names = {"SEVERE", "MODERATE", "PARADOXICAL"})
    void each_is_labelled_once_with_a_history_before_and_five_weeks_from_the_onset(Cause cause) {
        CALM.overreached(cause, 20).forEach(athlete -> {
            LabelledDays label = athlete.labels().get(0);
            LocalDate last = athlete.nights().get(athlete.nights().size() - 1).date();
            assertThat(athlete.labels()).hasSize(1);
            assertThat(label.cause()).isEqualTo(cause);
            assertThat(label.to()).isEqualTo(label.from().plusDays(20));
            assertThat(label.from()).isAfterOrEqualTo(World.FIRST_DAY.plusDays(120));
            assertThat(last).isEqualTo(label.from().plusDays(34));
            assertThat(athlete.runs())
                    .filteredOn(run -> run.kind().isKey()
                            && run.start().toLocalDate().isBefore(label.from().minusDays(7)))
                    .hasSizeGreaterThanOrEqualTo(12);
            assertThat(athlete.runs())
                    .filteredOn(run -> !run.windows().isEmpty()
                            && run.start().toLocalDate().isBefore(label.from().minusDays(7))
                            && run.start().toLocalDate().isAfter(label.from().minusDays(50)))
                    .hasSizeGreaterThanOrEqualTo(8);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"SEVERE", "MODERATE", "PARADOXICAL"})
    void rows_move_by_the_effect_in_units_of_the_noise(Cause cause) {
        Strain full = Onset.full(cause);
        Sample felt = new Sample();
        Sample resting = new Sample();
        Sample variability = new Sample();
        Sample exercise = new Sample();
        Sample performance = new Sample();
        IntStream.rangeClosed(1, ATHLETES).forEach(number -> {
            Runner runner = CALM.runner(cause, number);
            LabelledAthlete athlete = CALM.overreachedAthlete(cause, number);
            for (NightRow night : athlete.nights()) {
                if (isFull(athlete, night.date())) {
                    night.restingHeartRate().ifPresent(bpm -> resting.add((bpm - runner.restingBpm()) / 2.5));
                    night.rmssdMs().ifPresent(ms -> variability.add((runner.lnRmssd() - Math.log(ms)) / 0.15));
                }
            }
            for (AnswerRow answer : athlete.answers()) {
                if (isFull(athlete, answer.date())) {
                    double level = runner.items().stream()
                            .mapToDouble(i -> i)
                            .average()
                            .orElseThrow();
                    felt.add((items(answer) - level) / 0.64);
                }
            }
            for (RunRow run : athlete.runs()) {
                if (isFull(athlete, run.start().toLocalDate())) {
                    if (run.temperatureC().orElse(99) < 15 && !run.windows().isEmpty()) {
                        double expected =
                                runner.heart().bpm(run.windows().get(0).speed(), 10, 10);
                        exercise.add((run.windows().get(0).heartRate() - expected) / 3);
                    }
                    run.achievedSpeed()
                            .ifPresent(speed -> performance.add(
                                    -Math.log(speed / run.targetSpeed().getAsDouble()) / 0.02));
                }
            }
        });
        assertThat(felt.mean()).isCloseTo(full.subjective(), within(0.08));
        assertThat(resting.mean()).isCloseTo(full.resting(), within(0.08));
        assertThat(variability.mean()).isCloseTo(full.variability(), within(0.08));
        assertThat(exercise.mean()).isCloseTo(full.exercise(), within(0.12));
        assertThat(performance.mean()).isCloseTo(full.performance(), within(0.12));
    }

    @Test
    void what_is_no_overreaching_cannot_be_asked_for() {
        assertThatThrownBy(() -> CALM.overreachedAthlete(Cause.ILLNESS, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no overreaching");
    }

    /** Two weeks in which step and ramp are both at their height. */
    private static boolean isFull(LabelledAthlete athlete, LocalDate date) {
        long since = ChronoUnit.DAYS.between(athlete.labels().get(0).from(), date);
        return since >= 6 && since < 20;
    }

    private static double items(AnswerRow answer) {
        return List.of(answer.fatigue(), answer.mood(), answer.soreness(), answer.stress(), answer.sleepQuality())
                .stream()
                .mapToInt(item -> item.getAsInt())
                .average()
                .orElseThrow();
    }
}
