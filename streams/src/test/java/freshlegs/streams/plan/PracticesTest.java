package freshlegs.streams.plan;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.plan.Block;
import freshlegs.model.plan.Extra;
import freshlegs.model.plan.Focus;
import freshlegs.model.plan.PlanWeek;
import freshlegs.model.plan.Reminder;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Surface;
import freshlegs.model.plan.Workout;
import freshlegs.model.plan.Workout.Kind;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every practice of the guide, looked for in one whole plan. */
class PracticesTest {
    private final ACycle cycle = ACycle.of(Level.STRIDES);

    private static boolean isRepeats(Workout workout, int metres) {
        return workout.kind() == Kind.REPEATS && workout.title().contains("× " + metres + " m");
    }

    @Test
    void a_clear_objective_stands_on_every_day_up_to_the_race() {
        assertThat(cycle.days())
                .filteredOn(day -> !day.date().isAfter(cycle.race()))
                .allSatisfy(day -> assertThat(day.aim().orElseThrow().date()).isEqualTo(cycle.race()));
    }

    @Test
    void paces_come_from_the_athletes_own_baseline_which_is_told_with_what_it_promises() {
        assertThat(cycle.days().get(0).ability().seconds()).hasValue(1350);
        assertThat(cycle.days().get(0).ability().againstBest()).contains("best of the last 400 days");
        assertThat(cycle.days().get(0).ability().predictedSeconds()).hasValue(1350);
    }

    @Test
    void strides_come_before_tempo_and_tempo_before_intervals() {
        LocalDate strides = cycle.first(run -> run.kind() == Kind.STRIDES);
        LocalDate tempo = cycle.first(run -> run.kind() == Kind.TEMPO);
        LocalDate repeats = cycle.first(run -> run.kind() == Kind.REPEATS);

        assertThat(strides).isBefore(tempo);
        assertThat(tempo).isBefore(repeats);
    }

    @Test
    void six_200s_or_eight_150s_come_first_with_full_recoveries() {
        Workout first = cycle.runs(run -> run.kind() == Kind.REPEATS).get(0).prescribed();

        assertThat(first.title())
                .isIn("6 × 200 m fast and relaxed, full recoveries", "8 × 150 m fast and relaxed, full recoveries");
        assertThat(recoverySeconds(first)).isGreaterThanOrEqualTo(120);
    }

    private static int recoverySeconds(Workout workout) {
        return workout.blocks().stream()
                .filter(block -> block.times() > 1)
                .map(Block::steps)
                .flatMap(List::stream)
                .filter(step -> step.part() == Part.RECOVER)
                .mapToInt(step -> step.seconds().orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_400s_come_two_weeks_after_and_600s_or_quick_500s_after_them() {
        LocalDate brief = cycle.first(run -> isRepeats(run, 200) || isRepeats(run, 150));
        LocalDate four = cycle.first(run -> isRepeats(run, 400));
        LocalDate six = cycle.first(run -> isRepeats(run, 600) || isRepeats(run, 500));

        assertThat(ChronoUnit.DAYS.between(brief, four)).isGreaterThanOrEqualTo(14);
        assertThat(ChronoUnit.DAYS.between(four, six)).isGreaterThanOrEqualTo(14);
    }

    @Test
    void at_the_top_every_other_week_has_a_tempo_half_a_notch_faster_or_a_progression_run() {
        ACycle high = ACycle.open(Level.FAST_TEMPO);
        Set<String> keys = IntStream.rangeClosed(1, 8)
                .filter(week -> high.frame(week).kind() == PlanWeek.Kind.BUILD)
                .mapToObj(week -> high.week(week).stream()
                        .map(Prescription::prescribed)
                        .filter(Workout::hard)
                        .findFirst()
                        .orElseThrow()
                        .title())
                .collect(Collectors.toSet());

        assertThat(keys).anySatisfy(title -> assertThat(title).contains("half a notch"));
        assertThat(keys).anySatisfy(title -> assertThat(title).contains("progression"));
        assertThat(keys).anySatisfy(title -> assertThat(title).contains("× "));
    }

    @Test
    void one_hard_day_a_week_at_first_and_few_and_evenly_spread_later() {
        List<LocalDate> hard =
                cycle.runs(Workout::hard).stream().map(Prescription::date).toList();
        for (int i = 1; i < hard.size(); i++) {
            assertThat(ChronoUnit.DAYS.between(hard.get(i - 1), hard.get(i))).isGreaterThanOrEqualTo(3);
        }
        int first = cycle.runs(run -> run.hard() && run.kind() != Kind.TIME_TRIAL)
                .get(0)
                .week()
                .orElseThrow()
                .number();
        assertThat(IntStream.range(first, first + 4))
                .allSatisfy(week -> assertThat(hardIn(week)).isLessThan(2));
        assertThat(IntStream.rangeClosed(1, cycle.weeks()))
                .allSatisfy(week -> assertThat(hardIn(week)).isLessThanOrEqualTo(2));
    }

    private long hardIn(int week) {
        return cycle.week(week).stream().filter(day -> day.prescribed().hard()).count();
    }

    @Test
    void volume_and_intensity_never_rise_in_the_same_week() {
        for (int week = 5; week < cycle.weeks(); week++) {
            int before = week;
            int fullest =
                    IntStream.range(before - 4, before).map(cycle::metres).max().orElseThrow();
            if (cycle.frame(week).kind() == PlanWeek.Kind.STEP_UP) {
                assertThat(cycle.metres(week)).isLessThanOrEqualTo(fullest);
            }
        }
        assertThat(IntStream.rangeClosed(1, cycle.weeks()).mapToObj(cycle::frame))
                .anySatisfy(frame -> assertThat(frame.kind()).isEqualTo(PlanWeek.Kind.STEP_UP));
    }

    @Test
    void every_fourth_week_is_lighter_and_ends_a_block_with_a_time_trial() {
        for (int week = 4; week <= 16; week += 4) {
            assertThat(cycle.frame(week).kind()).isEqualTo(PlanWeek.Kind.LIGHT);
            assertThat(cycle.frame(week).kind().words()).contains("look at the goal again");
            assertThat(cycle.metres(week)).isLessThanOrEqualTo((int) (0.75 * cycle.metres(week - 1)));
            assertThat(cycle.week(week))
                    .anySatisfy(day -> assertThat(day.prescribed().kind()).isEqualTo(Kind.TIME_TRIAL));
        }
    }

    @Test
    void technique_mobility_and_activation_have_their_place() {
        assertThat(cycle.workouts()).anySatisfy(run -> assertThat(run.kind()).isEqualTo(Kind.TECHNICAL));
        assertThat(cycle.workouts()).filteredOn(Workout::hard).allSatisfy(run -> assertThat(run.extras())
                .contains(Extra.ACTIVATION));
        for (int week = 2; week <= cycle.weeks() - 1; week++) {
            List<Extra> extras = cycle.week(week).stream()
                    .flatMap(day -> day.prescribed().extras().stream())
                    .toList();
            assertThat(extras).as("week " + week).contains(Extra.CROSS_TRAINING);
            assertThat(extras.stream().filter(Extra.MOBILITY::equals).count())
                    .isGreaterThanOrEqualTo(cycle.frame(week).leastMobility());
        }
    }

    @Test
    void strides_are_run_on_easy_days_all_along() {
        assertThat(cycle.runs(run -> run.kind() == Kind.STRIDES || run.kind() == Kind.TECHNICAL))
                .extracting(day -> day.week().orElseThrow().number())
                .contains(1, 3, 5, 7, 9, 11, 13, 15, 17);
    }

    @Test
    void flat_and_gently_hilly_routes_take_turns() {
        List<Surface> longRuns = cycle.runs(run -> run.kind() == Kind.LONG).stream()
                .map(day -> day.prescribed().surface())
                .toList();

        for (int i = 1; i < 12; i++) {
            assertThat(longRuns.get(i)).isNotEqualTo(longRuns.get(i - 1));
        }
        assertThat(longRuns).contains(Surface.GENTLY_HILLY);
    }

    @Test
    void every_week_names_its_least_of_easy_runs_mobility_and_cross_training_and_keeps_it() {
        for (int week = 2; week <= 17; week++) {
            PlanWeek frame = cycle.frame(week);
            long easy = cycle.week(week).stream()
                    .map(Prescription::prescribed)
                    .filter(run -> run.kind().isRun() && !run.hard() && run.kind() != Kind.LONG)
                    .count();
            assertThat(easy).as("week " + week).isGreaterThanOrEqualTo(Math.min(1, frame.leastEasyRuns()));
            assertThat(frame.leastMobility()).isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void hard_days_remind_of_sleep_naps_food_and_drink_and_every_run_of_the_log() {
        assertThat(cycle.workouts()).filteredOn(Workout::hard).allSatisfy(run -> assertThat(run.reminders())
                .contains(Reminder.SLEEP, Reminder.NAP, Reminder.DRINK, Reminder.FUEL_BEFORE, Reminder.FUEL_AFTER));
        assertThat(cycle.workouts()).filteredOn(run -> run.kind().isRun()).allSatisfy(run -> assertThat(run.reminders())
                .contains(Reminder.LOG));
        assertThat(Reminder.SLEEP.words()).contains("8 hours");
        assertThat(Reminder.LOG.words()).contains("duration", "distance", "pace", "effort", "quality", "1 to 10");
    }

    @Test
    void every_run_has_a_posture_a_breath_and_a_word_and_they_change() {
        Set<Focus> used = cycle.workouts().stream().map(Workout::focus).collect(Collectors.toSet());

        assertThat(used).hasSizeGreaterThan(3);
        assertThat(used).allSatisfy(focus -> {
            assertThat(focus.posture()).isNotBlank();
            assertThat(focus.breathing()).isNotBlank();
            assertThat(focus.cue()).doesNotContain(" ");
        });
    }

    @Test
    void every_run_has_a_purpose_steps_and_an_effort() {
        assertThat(cycle.workouts()).filteredOn(run -> run.kind().isRun()).allSatisfy(run -> {
            assertThat(run.kind().purpose()).isNotBlank();
            assertThat(run.blocks()).isNotEmpty();
            assertThat(run.effort().highest()).isPositive();
            assertThat(run.minutes()).isPositive();
        });
    }

    @Test
    void key_sessions_have_paces_and_easy_runs_too_on_flat_roads() {
        assertThat(cycle.workouts())
                .filteredOn(run -> run.kind() == Kind.REPEATS || run.kind() == Kind.TEMPO)
                .allSatisfy(run -> assertThat(run.blocks())
                        .flatExtracting(Block::steps)
                        .filteredOn(step -> step.part() == Part.RUN)
                        .extracting(Step::pace)
                        .allSatisfy(pace -> assertThat(pace).isPresent()));
    }

    @Test
    void without_a_baseline_effort_says_how_hard_until_an_early_time_trial() {
        ACycle unknown = ACycle.of(Level.STRIDES, Optional.empty());

        assertThat(unknown.days().get(0).ability().vdot()).isEmpty();
        assertThat(unknown.week(2))
                .anySatisfy(day -> assertThat(day.prescribed().kind()).isEqualTo(Kind.TIME_TRIAL));
        assertThat(unknown.workouts())
                .flatExtracting(Workout::blocks)
                .flatExtracting(Block::steps)
                .allSatisfy(step -> assertThat(step.pace()).isEmpty());
    }

    @Test
    void a_race_is_peaked_for_with_half_the_volume_and_the_same_pace() {
        int race = cycle.days().stream()
                .filter(day -> day.date().equals(cycle.race()))
                .findFirst()
                .flatMap(Prescription::week)
                .orElseThrow()
                .number();
        assertThat(cycle.frame(race).kind()).isEqualTo(PlanWeek.Kind.RACE);
        assertThat(cycle.frame(race - 1).kind()).isEqualTo(PlanWeek.Kind.TAPER);
        double usual =
                IntStream.of(race - 2, race - 3).map(cycle::metres).average().orElseThrow();
        assertThat(cycle.metres(race - 1) / usual).isBetween(0.40, 0.60);
        assertThat(cycle.week(race - 1))
                .anySatisfy(day -> assertThat(day.prescribed().hard()).isTrue());
        assertThat(cycle.days())
                .filteredOn(day -> day.date().equals(cycle.race()))
                .singleElement()
                .satisfies(day -> assertThat(day.prescribed().kind()).isEqualTo(Kind.RACE));
    }

    @Test
    void close_to_a_race_there_is_neither_a_time_trial_nor_a_new_level() {
        List<Prescription> close = cycle.days().stream()
                .filter(day ->
                        !day.date().isAfter(cycle.race()) && ChronoUnit.DAYS.between(day.date(), cycle.race()) <= 10)
                .toList();

        assertThat(close)
                .extracting(Prescription::level)
                .containsOnly(close.get(0).level());
        assertThat(close).extracting(day -> day.prescribed().kind()).doesNotContain(Kind.TIME_TRIAL);
    }

    @Test
    void after_the_race_come_a_week_of_recovery_and_blended_maintenance() {
        int race = cycle.frame(cycle.weeks()).number();
        List<PlanWeek.Kind> after = cycle.days().stream()
                .filter(day -> day.date().isAfter(cycle.race().plusDays(7)))
                .map(day -> day.week().orElseThrow().kind())
                .distinct()
                .toList();

        assertThat(after).last().isEqualTo(PlanWeek.Kind.MAINTENANCE);
        assertThat(cycle.metres(race - 1))
                .isBetween((int) (0.33 * cycle.metres(17)), (int) (0.67 * cycle.metres(17)) + 3000);
        assertThat(cycle.week(race - 1))
                .anySatisfy(day -> assertThat(day.prescribed().hard()).isTrue());
    }

    @Test
    void the_ladder_is_climbed_rung_by_rung_by_the_time_of_the_race() {
        List<Integer> rungs =
                cycle.days().stream().map(Prescription::level).distinct().toList();

        assertThat(rungs).containsSequence(1, 2, 3, 4, 5);
    }

    @Test
    void a_new_way_to_a_far_race_begins_low_enough_not_to_peak_early() {
        assertThat(ACycle.of(Level.FAST_TEMPO).days().get(0).level()).isEqualTo(Level.STRIDES.rung());
        assertThat(ACycle.open(Level.FAST_TEMPO).days().get(0).level()).isEqualTo(Level.FAST_TEMPO.rung());
        assertThat(new Standing(6, Optional.empty(), List.of(), 0, 0, false)
                        .beginning(8, cycle.race())
                        .level())
                .isEqualTo(4);
        assertThat(new Standing(2, Optional.empty(), List.of(), 0, 0, false)
                        .beginning(8, cycle.race())
                        .level())
                .isEqualTo(2);
    }
}
