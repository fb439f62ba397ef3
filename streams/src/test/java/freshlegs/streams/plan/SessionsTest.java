package freshlegs.streams.plan;

import static freshlegs.streams.plan.SomeSessions.paced;
import static freshlegs.streams.plan.SomeSessions.running;
import static freshlegs.streams.plan.SomeSessions.steps;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.plan.Effort;
import freshlegs.model.plan.Extra;
import freshlegs.model.plan.Reminder;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.HeartRange;
import freshlegs.model.plan.Step.PaceRange;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Surface;
import freshlegs.model.plan.Workout;
import freshlegs.model.plan.Workout.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The runner of 5 km in 20:00 has VDOT 49.8, whose full speed is 4.332 m/s. */
class SessionsTest {
    private static PaceRange pace(Workout workout) {
        return running(workout).findFirst().flatMap(Step::pace).orElseThrow();
    }

    private static int recoverySeconds(Workout workout) {
        return steps(workout)
                .filter(step -> step.part() == Part.RECOVER)
                .mapToInt(step -> step.seconds().orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void titles_say_what_is_run() {
        assertThat(SomeSessions.ofEachKind(paced()))
                .extracting(Workout::title)
                .containsExactly(
                        "Easy 40 min",
                        "Long run, 75 min easy",
                        "Easy 40 min with 6 × 20 s strides",
                        "Technical run: 35 min easy with drills and 4 relaxed strides",
                        "15 min controlled tempo",
                        "20 min tempo, half a notch faster (1.5 %)",
                        "8 × 150 m fast and relaxed, full recoveries",
                        "6 × 200 m fast and relaxed, full recoveries",
                        "5 × 400 m at 5K effort, full recoveries",
                        "4 × 600 m at 5K effort, full recoveries",
                        "6 × 500 m quick tempo, full recoveries",
                        "40 min progression run, easy to tempo",
                        "5 km time trial");
        assertThat(paced().race(21_098).title()).isEqualTo("Race: half marathon");
    }

    /** 0.68 to 0.76, 0.90, 0.98, 1.07 of 4.332 m/s; 5 km at 4.167 m/s; reach 3 %, and 6 % under 300 m. */
    @Test
    void paces_are_shares_of_the_speed_at_vdot_with_their_reach() {
        assertThat(pace(paced().easy(40))).isEqualTo(new PaceRange(304, 339));
        assertThat(pace(paced().tempo(15, 1))).isEqualTo(new PaceRange(249, 264));
        assertThat(pace(paced().tempo(15, Sessions.HALF_A_NOTCH))).isEqualTo(new PaceRange(245, 260));
        assertThat(pace(paced().repeats(6, 200))).isEqualTo(new PaceRange(203, 229));
        assertThat(pace(paced().repeats(8, 150))).isEqualTo(new PaceRange(203, 229));
        assertThat(pace(paced().repeats(5, 400))).isEqualTo(new PaceRange(228, 243));
        assertThat(pace(paced().repeats(4, 600))).isEqualTo(new PaceRange(233, 247));
        assertThat(pace(paced().quickTempo(6, 500))).isEqualTo(new PaceRange(248, 256));
        assertThat(pace(paced().timeTrial(5000))).isEqualTo(new PaceRange(233, 247));
    }

    /** 60 to 75 % of the reserve of 140 above 50; 95 to 102 % of 165. */
    @Test
    void heart_rates_are_given_for_easy_running_and_tempo_only() {
        assertThat(running(paced().easy(40)).findFirst().orElseThrow().heartRate())
                .contains(new HeartRange(134, 155));
        assertThat(running(paced().tempo(15, 1)).findFirst().orElseThrow().heartRate())
                .contains(new HeartRange(157, 168));
        assertThat(steps(paced().repeats(6, 200)))
                .allMatch(step -> step.heartRate().isEmpty());
    }

    /** 15 + 5 + 10 min, and 6 times 43.2 s with 150 s of recovery. */
    @Test
    void minutes_and_metres_are_those_of_the_steps() {
        Workout repeats = paced().repeats(6, 200);

        assertThat(repeats.minutes()).isEqualTo(50);
        assertThat(repeats.metres()).isBetween(7840, 7880);
        assertThat(paced().easy(40).minutes()).isEqualTo(40);
        assertThat(paced().strides(40, 6).minutes()).isEqualTo(40);
        assertThat(paced().technical(35).minutes()).isEqualTo(35);
        assertThat(paced().tempo(15, 1).minutes()).isEqualTo(45);
        assertThat(paced().timeTrial(5000).metres()).isBetween(10_030, 10_050);
    }

    @Test
    void recoveries_are_full() {
        assertThat(recoverySeconds(paced().repeats(8, 150))).isEqualTo(120);
        assertThat(recoverySeconds(paced().repeats(6, 200))).isEqualTo(150);
        for (int metres : List.of(400, 500, 600, 800, 1000)) {
            double repeat = metres / paced().speeds().repeating(metres);
            assertThat(recoverySeconds(paced().repeats(4, metres))).isGreaterThanOrEqualTo((int) repeat);
        }
    }

    @Test
    void without_a_benchmark_there_are_no_paces_and_no_metres() {
        for (Workout workout : SomeSessions.ofEachKind(Sessions.byEffort())) {
            assertThat(steps(workout)).allMatch(step -> step.pace().isEmpty());
            assertThat(workout.metres()).isZero();
            assertThat(workout.minutes()).isPositive();
            assertThat(workout.effort()).isNotEqualTo(Effort.NONE);
        }
    }

    @Test
    void hard_is_what_counts_among_the_hard_days() {
        assertThat(SomeSessions.ofEachKind(paced()))
                .filteredOn(Workout::hard)
                .extracting(Workout::kind)
                .containsOnly(Kind.TEMPO, Kind.REPEATS, Kind.PROGRESSION, Kind.TIME_TRIAL);
        assertThat(paced().race(5000).hard()).isTrue();
    }

    @Test
    void around_hard_sessions_one_is_reminded_of_simple_things_and_activated_before() {
        assertThat(paced().repeats(6, 200).reminders())
                .contains(Reminder.SLEEP, Reminder.NAP, Reminder.FUEL_BEFORE, Reminder.FUEL_AFTER, Reminder.DRINK);
        assertThat(paced().repeats(6, 200).extras()).containsExactly(Extra.ACTIVATION);
        assertThat(SomeSessions.ofEachKind(paced()))
                .allMatch(workout -> workout.reminders().contains(Reminder.LOG));
    }

    @Test
    void what_to_think_of_turns_from_week_to_week() {
        assertThat(IntStream.range(0, 4)
                        .mapToObj(week -> paced(week, false).easy(40).focus()))
                .doesNotHaveDuplicates();
    }

    @Test
    void on_hills_effort_and_heart_rate_take_the_place_of_pace() {
        Workout easy = paced(0, true).easy(40);

        assertThat(easy.surface()).isEqualTo(Surface.GENTLY_HILLY);
        assertThat(running(easy))
                .allMatch(step -> step.pace().isEmpty() && step.heartRate().isPresent());
        assertThat(paced(0, true).repeats(6, 200).surface()).isEqualTo(Surface.TRACK);
        assertThat(pace(paced(0, true).repeats(6, 200))).isEqualTo(pace(paced().repeats(6, 200)));
    }

    @Test
    void longer_rests_leave_the_repeats_as_they_are() {
        Workout planned = paced().repeats(5, 400);
        Workout eased = paced().withLongerRests(planned, 1.5);

        assertThat(recoverySeconds(eased)).isEqualTo(225);
        assertThat(running(eased)).containsExactlyElementsOf(running(planned).toList());
        assertThat(eased.minutes()).isBetween(planned.minutes() + 6, planned.minutes() + 7);
    }

    @Test
    void heat_makes_it_shorter_by_effort_and_with_a_drink() {
        Workout hot = paced().inHeat(paced().longRun(75));

        assertThat(hot.title()).isEqualTo("Long run, 60 min easy");
        assertThat(running(hot)).allMatch(step -> step.pace().isEmpty());
        assertThat(hot.reminders()).startsWith(Reminder.DRINK);
        assertThat(paced().inHeat(paced().repeats(5, 400)).title()).startsWith("4 × 400 m");
        assertThat(paced().inHeat(paced().rest())).isEqualTo(paced().rest());
    }

    @Test
    void on_ice_strides_are_left_out_and_hard_running_goes_indoors() {
        assertThat(paced().onIce(paced().strides(40, 6)).title()).isEqualTo("Easy 40 min");
        assertThat(paced().onIce(paced().tempo(15, 1)).surface()).isEqualTo(Surface.INDOORS);
        assertThat(paced().onIce(paced().easy(40)).minutes()).isEqualTo(40);
    }

    @Test
    void a_shorter_key_session_has_fewer_pieces_at_the_same_pace() {
        Workout planned = paced().repeats(6, 200);
        Workout less = paced().shortened(planned, 0.7);

        assertThat(less.title()).isEqualTo("4 × 200 m fast and relaxed, full recoveries");
        assertThat(pace(less)).isEqualTo(pace(planned));
        assertThat(less.minutes()).isEqualTo(43);
        assertThat(paced().shortened(paced().tempo(20, 1), 0.7).title()).isEqualTo("14 min controlled tempo");
        assertThat(paced().shortened(paced().easy(40), 0.8).title()).isEqualTo("Easy 30 min");
        assertThat(paced().shortened(paced().strides(40, 4), 0.5).title())
                .isEqualTo("Easy 20 min with 4 × 20 s strides");
    }

    @Test
    void rest_may_come_with_something_gentle() {
        assertThat(paced().rest(Extra.MOBILITY).extras()).containsExactly(Extra.MOBILITY);
        assertThat(paced().rest().minutes()).isZero();
        assertThat(paced().fittedTo(paced().rest(), 0, 0)).contains(paced().rest());
    }

    @Test
    void a_guessed_maximum_gives_no_heart_rates() {
        assertThat(new Sessions(paced().ability(), Optional.empty(), 0, false)
                        .easy(40)
                        .blocks())
                .allSatisfy(block -> assertThat(block.steps())
                        .allMatch(step -> step.heartRate().isEmpty()));
    }
}
