package freshlegs.streams.plan;

import static freshlegs.streams.plan.SomeSessions.paced;
import static freshlegs.streams.plan.SomeSessions.trial;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.plan.Done;
import freshlegs.model.plan.Done.Grade;
import freshlegs.model.plan.Workout;
import freshlegs.streams.plan.LadderSession.Verdict;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runner of 5 km in 20:00: 200 m at 43.2 s (40.6 to 45.8), 400 m at 94.2 s (91.4 to 97.0), threshold at 256.5 s/km. */
class MatchingTest {
    private static final LocalDate TUESDAY = SomeSessions.DAY;

    private static Planned planned(LocalDate date, Level level, Workout workout) {
        return new Planned(date, level.rung(), workout);
    }

    private static Matched matched(ARun run, Planned... open) {
        return Matching.of(List.of(open), run.facts(), Level.SHORT_REPEATS);
    }

    private static Done done(Workout workout, ARun run) {
        return matched(run, planned(TUESDAY, Level.SHORT_REPEATS, workout))
                .done()
                .orElseThrow();
    }

    private static double[] times(String all) {
        return Stream.of(all.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static ARun run() {
        return ARun.on(TUESDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "43 43 43 43 43 43, 7, '', SUCCESS, '6 of 6 on target, no fade, effort 7 as planned.'",
        "43 43 48 43 43 43, 7, '', SUCCESS, '5 of 6 on target, no fade, effort 7 as planned.'",
        "43 43 48 48 43 43, 7, '', FAILURE, '4 of 6 on target, no fade, effort 7 as planned.'",
        "43 43 43 43 43, 6, '', SUCCESS, '5 of 6 on target, no fade, effort 6 as planned.'",
        "43 43 43 43, 6, '', FAILURE, '4 of 6 on target, no fade, effort 6 as planned.'",
        "43 43 43 43 43 43 43, 7, '', SUCCESS, '7 of 7 on target, no fade, effort 7 as planned.'",
        "43 43 38.5 43 43 43, 7, '', FAILURE, '5 of 6 on target, 1 much too fast, they faded, effort 7 as planned.'",
        "43 43 43 43 43 43, 8, '', SUCCESS, '6 of 6 on target, no fade, effort 8 where at most 7 was planned.'",
        "43 43 43 43 43 43, 9, '', FAILURE, '6 of 6 on target, no fade, effort 9 where at most 7 was planned.'",
        "43 43 43 43 43 43, '', '', UNCLEAR, '6 of 6 on target, no fade, no word on effort.'",
        "43 43 43 43 43 43, 7, 6, SUCCESS, '6 of 6 on target, no fade, effort 7 as planned, quality 6.'",
        "43 43 43 43 43 43, 7, 5, FAILURE, '6 of 6 on target, no fade, effort 7 as planned, quality 5.'",
        "41 42 43 44 45 45.5, 7, '', FAILURE, '6 of 6 on target, they faded, effort 7 as planned.'"
    })
    void six_times_200_m_are_graded(String times, String effort, String quality, Grade grade, String said) {
        ARun run = run().repeats(200, times(times));
        if (!effort.isEmpty()) {
            run.felt(Integer.parseInt(effort));
        }
        if (!quality.isEmpty()) {
            run.went(Integer.parseInt(quality));
        }

        Done done = done(paced().repeats(6, 200), run);

        assertThat(done.grade()).isEqualTo(grade);
        assertThat(done.said()).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "94 94 94 94 94, 8, SUCCESS, 5",
        "91.5 97 94 94 94, 8, SUCCESS, 5",
        "94 94 98 94 94, 7, SUCCESS, 4",
        "94 98 98 94 94, 7, FAILURE, 3",
        "94 89 94 94 94, 7, FAILURE, 4",
        "91.5 92.5 94 95.5 97, 7, FAILURE, 5",
        "94 94 94 94 94, 9, FAILURE, 5"
    })
    void five_times_400_m_are_held_to_3_percent(String times, int effort, Grade grade, int onTarget) {
        Done done =
                done(paced().repeats(5, 400), run().repeats(400, times(times)).felt(effort));

        assertThat(done.grade()).isEqualTo(grade);
        assertThat(done.onTarget()).hasValue(onTarget);
        assertThat(done.repeats()).hasValue(5);
    }

    @Test
    void a_repeat_measured_a_little_long_was_as_long_as_planned() {
        Done done = done(
                paced().repeats(5, 400), run().repeats(412, 94, 94, 94, 94, 94).felt(7));

        assertThat(done.onTarget()).hasValue(5);
    }

    @Test
    void without_paces_and_off_road_all_but_the_pace_is_judged() {
        Workout byEffort = Sessions.byEffort().repeats(6, 200);
        Done noPace = done(byEffort, run().repeats(200, 50, 50, 50, 50, 50, 50).felt(7));
        Done trail = done(
                paced().repeats(6, 200),
                run().repeats(200, 60, 60, 60, 60, 60).trail().felt(7));

        assertThat(noPace.grade()).isEqualTo(Grade.SUCCESS);
        assertThat(noPace.onTarget()).isEmpty();
        assertThat(noPace.said()).isEqualTo("6 of 6 run, no fade, effort 7 as planned.");
        assertThat(trail.grade()).isEqualTo(Grade.SUCCESS);
        assertThat(done(byEffort, run().repeats(200, 50, 51, 53, 55, 57, 59).felt(7))
                        .grade())
                .isEqualTo(Grade.FAILURE);
        assertThat(done(byEffort, run().repeats(200, 50, 50, 50).felt(7)).grade())
                .isEqualTo(Grade.FAILURE);
    }

    @Test
    void a_form_that_slips_counts_only_beside_an_effort_above_the_plan() {
        double[] even = {43, 43, 43, 43, 43, 43};
        Done asPlanned = done(
                paced().repeats(6, 200), run().repeats(200, even).form(1, -4).felt(7));
        Done harder = done(
                paced().repeats(6, 200), run().repeats(200, even).form(1, -4).felt(8));
        Done slower = done(
                paced().repeats(6, 200), run().repeats(200, even).form(-3, -4).felt(8));

        assertThat(asPlanned.grade()).isEqualTo(Grade.SUCCESS);
        assertThat(asPlanned.said()).contains("form slipped");
        assertThat(harder.grade()).isEqualTo(Grade.FAILURE);
        assertThat(slower.grade()).isEqualTo(Grade.SUCCESS);
    }

    @Test
    void a_session_is_found_on_another_day_by_its_structure_and_counts_for_its_level() {
        Planned easyToday = planned(TUESDAY, Level.FOUR_HUNDREDS, paced().easy(40));
        Planned yesterday = planned(TUESDAY.minusDays(1), Level.FOUR_HUNDREDS, paced().repeats(5, 400));

        Matched matched = matched(run().repeats(400, 94, 94, 94, 94, 94).felt(7), easyToday, yesterday);

        assertThat(matched.done().orElseThrow().plannedFor()).isEqualTo(TUESDAY.minusDays(1));
        assertThat(matched.done().orElseThrow().said()).endsWith("effort 7 as planned, planned for Monday.");
        assertThat(matched.ladder()).contains(new LadderSession(Level.FOUR_HUNDREDS, Verdict.SUCCESS));
    }

    @Test
    void the_nearest_of_two_equal_sessions_is_taken_and_other_lengths_are_another_session() {
        Planned near = planned(TUESDAY, Level.SHORT_REPEATS, paced().repeats(6, 200));
        Planned far = planned(TUESDAY.plusDays(2), Level.SHORT_REPEATS, paced().repeats(6, 200));
        Planned long4 = planned(TUESDAY.plusDays(1), Level.SIX_HUNDREDS, paced().repeats(4, 600));

        assertThat(matched(run().repeats(200, 43, 43, 43, 43).felt(7), near, long4, far)
                        .done()
                        .orElseThrow()
                        .plannedFor())
                .isEqualTo(TUESDAY);
        assertThat(matched(run().repeats(600, 144, 144, 144, 144).felt(7), near, long4, far)
                        .done()
                        .orElseThrow()
                        .plannedFor())
                .isEqualTo(TUESDAY.plusDays(1));
    }

    @Test
    void intervals_of_ones_own_are_judged_by_the_ladder_and_are_no_planned_session() {
        Planned open = planned(TUESDAY, Level.SHORT_REPEATS, paced().repeats(6, 200));

        Matched matched = matched(run().repeats(400, 94, 94, 94, 94, 94).felt(7), open);

        assertThat(matched.done()).isEmpty();
        assertThat(matched.ladder()).contains(new LadderSession(Level.FOUR_HUNDREDS, Verdict.SUCCESS));
    }

    @Test
    void a_tempo_is_found_as_a_lap_or_as_an_even_stretch() {
        Workout tempo = paced().tempo(15, 1);

        Done lap = done(tempo, run().repeats(3508, 900).felt(7));
        Done even = done(tempo, run().even(2000, 3.3).even(840, 3.85).felt(7));
        Done slow = done(tempo, run().repeats(3300, 900).felt(7));
        Done fast = done(tempo, run().repeats(3700, 900).felt(7));

        assertThat(lap.said()).isEqualTo("Tempo on target, effort 7 as planned.");
        assertThat(even.grade()).isEqualTo(Grade.SUCCESS);
        assertThat(slow.said()).startsWith("Tempo 6 % slower than its target");
        assertThat(slow.grade()).isEqualTo(Grade.FAILURE);
        assertThat(fast.grade()).isEqualTo(Grade.FAILURE);
        assertThat(matched(run().even(2400, 3.1).felt(4), planned(TUESDAY, Level.TEMPO, tempo))
                        .done())
                .isEmpty();
    }

    @Test
    void a_progression_shows_in_its_laps_or_in_the_thirds_of_the_run() {
        Workout progression = paced().progression(40);

        assertThat(done(progression, run().thirds(3.1, 3.5, 3.7).felt(6)).grade())
                .isEqualTo(Grade.SUCCESS);
        ARun laps = run().lap(1800, 600, false)
                .lap(2480, 800, false)
                .lap(2900, 800, false)
                .lap(3100, 800, false)
                .lap(900, 300, false);
        assertThat(done(progression, laps.felt(6)).grade()).isEqualTo(Grade.SUCCESS);
        assertThat(matched(run().thirds(3.1, 3.1, 3.2).felt(6), planned(TUESDAY, Level.FAST_TEMPO, progression))
                        .done())
                .isEmpty();
    }

    @Test
    void an_easy_day_is_done_by_an_easy_run_of_most_of_its_time() {
        assertThat(done(paced().easy(40), run().felt(3)).grade()).isEqualTo(Grade.SUCCESS);
        assertThat(done(paced().easy(40), run().felt(3)).said()).isEqualTo("Effort 3 as planned.");
        assertThat(done(paced().easy(40), run().felt(7)).grade()).isEqualTo(Grade.FAILURE);
        assertThat(done(paced().easy(40), run()).grade()).isEqualTo(Grade.UNCLEAR);
        assertThat(done(paced().strides(40, 4), run().strides(4).felt(3)).said())
                .isEqualTo("4 strides, effort 3 as planned.");
        Planned easy = planned(TUESDAY, Level.STRIDES, paced().easy(40));
        assertThat(matched(run().size(3000, 1200).felt(3), easy).done()).isEmpty();
        assertThat(matched(run().repeats(400, 94, 94, 94, 94, 94).felt(3), easy).done())
                .isEmpty();
        assertThat(matched(run().felt(3), planned(TUESDAY.plusDays(1), Level.STRIDES, paced().easy(40)))
                        .done())
                .isEmpty();
    }

    @Test
    void strides_of_another_day_are_known_by_the_strides() {
        Planned tomorrow = planned(TUESDAY.plusDays(1), Level.STRIDES, paced().strides(40, 4));

        assertThat(matched(run().strides(4).felt(3), tomorrow).done()).isPresent();
        assertThat(matched(run().felt(3), tomorrow).done()).isEmpty();
    }

    @Test
    void a_hard_time_trial_gives_a_time_for_the_paces_and_is_a_success_where_one_stands() {
        Planned open = planned(TUESDAY, Level.SHORT_REPEATS, paced().timeTrial(5000));
        List<ARun> hard = Arrays.asList(
                run().lap(4960, 1190, false).lap(900, 300, false), run().size(5060, 1190), run().best(5000, 1190));

        for (ARun run : hard) {
            Matched matched = matched(run.felt(9), open);

            assertThat(matched.result()).contains(trial(TUESDAY, 5000, 1190));
            assertThat(matched.ladder()).contains(new LadderSession(Level.SHORT_REPEATS, Verdict.SUCCESS));
            assertThat(matched.done().orElseThrow().grade()).isEqualTo(Grade.SUCCESS);
            assertThat(matched.done().orElseThrow().said()).isEqualTo("5000 m in 19:50, effort 9.");
        }
    }

    @Test
    void a_time_trial_slower_than_expected_is_an_honest_measure_and_no_step_on_the_ladder() {
        Planned open = planned(TUESDAY, Level.SHORT_REPEATS, paced().timeTrial(5000));

        Matched slow = matched(run().size(5000, 1250).felt(9), open);

        assertThat(slow.result()).contains(trial(TUESDAY, 5000, 1250));
        assertThat(slow.done().orElseThrow().grade()).isEqualTo(Grade.SUCCESS);
        assertThat(slow.ladder()).isEmpty();
    }

    @Test
    void a_time_trial_that_was_not_hard_is_no_benchmark_and_an_easy_run_so_far_no_time_trial() {
        Planned open = planned(TUESDAY, Level.SHORT_REPEATS, paced().timeTrial(5000));

        Matched fast = matched(run().size(5000, 1230), open);
        assertThat(fast.done().orElseThrow().grade()).isEqualTo(Grade.UNCLEAR);
        assertThat(fast.done().orElseThrow().said()).contains("no word on effort, so its time counts");
        assertThat(fast.result()).isEmpty();
        assertThat(matched(run().size(5000, 1230).felt(6), open).result()).isEmpty();
        assertThat(matched(run().best(5000, 1600).felt(3), open).done()).isEmpty();
    }

    @Test
    void a_told_time_counts_whatever_the_watch_says_of_it() {
        Planned open = planned(TUESDAY, Level.SHORT_REPEATS, paced().timeTrial(5000));

        Matched told = matched(run().size(5200, 1300).told(5000, 1215), open);

        assertThat(told.result()).contains(trial(TUESDAY, 5000, 1215));
        assertThat(told.done().orElseThrow().grade()).isEqualTo(Grade.SUCCESS);
        assertThat(matched(run().told(10_000, 2500).felt(9)).ladder()).isEmpty();
    }

    @Test
    void a_race_is_matched_like_a_time_trial() {
        Matched raced =
                matched(run().size(10_080, 2490).felt(10), planned(TUESDAY, Level.SHORT_REPEATS, paced().race(10_000)));

        assertThat(raced.done().orElseThrow().kind()).isEqualTo(Workout.Kind.RACE);
        assertThat(raced.result().orElseThrow().metres()).isEqualTo(10_000);
        assertThat(raced.ladder()).isEmpty();
    }
}
