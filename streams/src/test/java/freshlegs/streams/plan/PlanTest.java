package freshlegs.streams.plan;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.json.Json;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final OptionalInt EFFORT_7 = OptionalInt.of(7);
    private static final OptionalInt EFFORT_9 = OptionalInt.of(9);

    private static Adjustment.Kind kindOf(Prescription prescription) {
        return prescription.adjustment().orElseThrow().kind();
    }

    @Test
    void a_calm_athlete_keeps_the_hard_session() {
        Prescription quality = APlan.at(Level.FOUR_HUNDREDS).quality();

        assertThat(quality.adjustment()).isEmpty();
        assertThat(quality.prescribed()).isEqualTo(quality.planned());
        assertThat(quality.planned().title()).isEqualTo("5 × 400 m at 5K effort, full recoveries");
        assertThat(quality.planned().hard()).isTrue();
    }

    @Test
    void a_week_has_one_hard_day_a_long_run_and_two_days_of_rest() {
        List<Workout> week = APlan.at(Level.FOUR_HUNDREDS).outlook(7).stream()
                .map(Prescription::planned)
                .toList();

        assertThat(week).filteredOn(Workout::hard).hasSize(1);
        assertThat(week).filteredOn(w -> w.kind() == Workout.Kind.LONG).hasSize(1);
        assertThat(week).filteredOn(w -> w.kind() == Workout.Kind.REST).hasSize(2);
    }

    @Test
    void a_warning_swaps_the_hard_session_for_a_technical_run_and_says_why_and_what_brings_it_back() {
        Prescription quality =
                APlan.at(Level.FOUR_HUNDREDS).status(Status.AMBER).rests(1).quality();

        assertThat(kindOf(quality)).isEqualTo(Adjustment.Kind.SWAPPED);
        assertThat(quality.prescribed().kind()).isEqualTo(Workout.Kind.TECHNICAL);
        assertThat(quality.prescribed().minutes()).isBetween(30, 40);
        assertThat(quality.adjustment().orElseThrow().reason())
                .startsWith("Resting heart rate and mood are off.")
                .contains("comes back when");
    }

    @Test
    void a_warning_takes_a_fifth_off_the_long_run() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).status(Status.AMBER).rests(6);

        assertThat(kindOf(plan.tomorrows())).isEqualTo(Adjustment.Kind.SHORTENED);
        assertThat(plan.tomorrows().planned().minutes()).isEqualTo(65);
        assertThat(plan.tomorrows().prescribed().minutes()).isEqualTo(50);
    }

    @Test
    void strides_stay_in_a_warning_only_while_the_athlete_feels_well_enough() {
        APlan well = APlan.at(Level.STRIDES).status(Status.AMBER).feeling(1.2).rests(1);
        APlan poorly = APlan.at(Level.STRIDES).status(Status.AMBER).feeling(1.6).rests(1);

        assertThat(well.quality().planned().kind()).isEqualTo(Workout.Kind.EASY);
        assertThat(APlan.at(Level.TEMPO)
                        .status(Status.AMBER)
                        .feeling(1.2)
                        .rests(1)
                        .quality()
                        .prescribed()
                        .kind())
                .isEqualTo(Workout.Kind.STRIDES);
        assertThat(poorly.quality().prescribed().kind()).isEqualTo(Workout.Kind.EASY);
    }

    @Test
    void a_warning_of_a_week_takes_all_hard_running_and_two_fifths_of_the_rest() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).status(Status.AMBER).rests(8);

        assertThat(plan.quality().prescribed().kind()).isEqualTo(Workout.Kind.EASY);
        assertThat(plan.standing().level()).isEqualTo(Level.SHORT_REPEATS.rung());
    }

    @Test
    void a_strong_warning_rests_two_days_and_then_halves_the_easy_runs() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).status(Status.RED).rests(1);
        assertThat(kindOf(plan.tomorrows())).isEqualTo(Adjustment.Kind.DROPPED);

        assertThat(plan.rests(5).tomorrows().prescribed().minutes())
                .isEqualTo((int) Math.round(plan.tomorrows().planned().minutes() * 0.5 / 5) * 5);
        assertThat(plan.standing().level()).isEqualTo(Level.TEMPO.rung());
    }

    @Test
    void illness_and_a_stop_drop_everything() {
        for (Status status : List.of(Status.ILLNESS, Status.STOP)) {
            Prescription quality =
                    APlan.at(Level.FOUR_HUNDREDS).status(status).rests(1).quality();

            assertThat(kindOf(quality)).isEqualTo(Adjustment.Kind.DROPPED);
            assertThat(quality.prescribed().kind()).isEqualTo(Workout.Kind.REST);
        }
    }

    @Test
    void an_unknown_state_leaves_the_plan_as_it_is() {
        Prescription quality =
                APlan.at(Level.FOUR_HUNDREDS).status(Status.UNKNOWN).rests(1).quality();

        assertThat(quality.adjustment()).isEmpty();
    }

    @Test
    void a_day_follows_from_the_day_before_and_not_from_itself() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).rests(1);
        Prescription tuesday = plan.tomorrows();

        plan.status(Status.AMBER).rests(1);

        assertThat(plan.last().prescription()).isEqualTo(tuesday);
    }

    @Test
    void a_hard_day_less_than_72_hours_back_swaps_the_hard_session() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).jogs(5).rests(1).repeats(4, 200, EFFORT_7);

        assertThat(plan.quality().date()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(kindOf(plan.quality())).isEqualTo(Adjustment.Kind.SWAPPED);
    }

    @Test
    void two_successes_a_fortnight_apart_earn_the_next_rung() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).repeats(5, 400, EFFORT_7).rests(6);
        plan.repeats(5, 400, EFFORT_7).rests(6);
        assertThat(plan.standing().level()).isEqualTo(Level.FOUR_HUNDREDS.rung());

        plan.repeats(5, 400, EFFORT_7);
        assertThat(plan.standing().level()).isEqualTo(Level.SIX_HUNDREDS.rung());
    }

    @Test
    void an_athlete_who_already_runs_repeats_is_placed_on_their_rung() {
        APlan plan = APlan.at(Level.BASE).repeats(5, 400, EFFORT_7).rests(13).repeats(5, 400, EFFORT_7);

        assertThat(plan.standing().level()).isEqualTo(Level.FOUR_HUNDREDS.rung());
    }

    @Test
    void steady_running_alone_leads_from_the_base_to_strides() {
        APlan plan = APlan.at(Level.BASE).easyRun(3).rests(13).easyRun(3);

        assertThat(plan.standing().level()).isEqualTo(Level.STRIDES.rung());
    }

    @Test
    void one_failure_repeats_the_rung_and_two_in_a_row_cost_one() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).repeats(5, 400, EFFORT_9).rests(6);
        assertThat(plan.standing().level()).isEqualTo(Level.FOUR_HUNDREDS.rung());

        plan.repeats(5, 400, EFFORT_9);
        assertThat(plan.standing().level()).isEqualTo(Level.SHORT_REPEATS.rung());
    }

    @Test
    void repeats_that_fade_are_a_failure_however_easy_they_felt() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).repeats(5, 400, EFFORT_7, 90, 92, 95, 99, 104);

        assertThat(plan.standing().failuresInARow()).isEqualTo(1);
    }

    @Test
    void without_a_word_on_effort_nothing_is_earned_or_lost() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS)
                .repeats(5, 400, OptionalInt.empty())
                .rests(13)
                .repeats(5, 400, OptionalInt.empty());

        assertThat(plan.standing().successes()).isEmpty();
        assertThat(plan.standing().level()).isEqualTo(Level.FOUR_HUNDREDS.rung());
    }

    @Test
    void who_is_known_by_effort_and_quality_alone_climbs_by_them() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS)
                .status(Status.UNKNOWN)
                .repeats(5, 400, EFFORT_7)
                .rests(13)
                .repeats(5, 400, EFFORT_7);

        assertThat(plan.standing().level()).isEqualTo(Level.SIX_HUNDREDS.rung());
    }

    @Test
    void nothing_is_earned_at_a_first_sign() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS)
                .status(Status.WATCH)
                .repeats(5, 400, EFFORT_7)
                .rests(13)
                .repeats(5, 400, EFFORT_7);

        assertThat(plan.standing().level()).isEqualTo(Level.FOUR_HUNDREDS.rung());
    }

    @Test
    void after_a_warning_the_way_back_begins_a_rung_lower_with_fewer_repeats() {
        APlan plan = APlan.at(Level.SIX_HUNDREDS)
                .status(Status.AMBER)
                .jogs(3)
                .status(Status.GREEN)
                .jogs(8);

        assertThat(plan.quality().planned().title()).isEqualTo("4 × 400 m at 5K effort, full recoveries");

        plan.repeats(4, 400, EFFORT_7).jogs(6);
        assertThat(plan.quality().planned().title()).startsWith("4 × 600 m");
    }

    @Test
    void the_hard_session_waits_72_hours_after_a_warning_has_cleared() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS)
                .status(Status.AMBER)
                .rests(6)
                .status(Status.GREEN)
                .rests(1);

        assertThat(plan.quality().adjustment()).isPresent();
        assertThat(plan.rests(7).quality().adjustment()).isEmpty();
    }

    @Test
    void a_day_of_the_plan_survives_its_way_through_the_store() {
        PlanDay day = APlan.at(Level.FOUR_HUNDREDS)
                .repeats(5, 400, EFFORT_7)
                .status(Status.AMBER)
                .rests(2)
                .last();

        assertThat(Json.read(Json.write(day), PlanDay.class)).isEqualTo(day);
    }
}
