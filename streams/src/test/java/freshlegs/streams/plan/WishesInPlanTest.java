package freshlegs.streams.plan;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.Status;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanDecision.Verdict;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.Prescription.Decided;
import freshlegs.streams.SomeFacts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WishesInPlanTest {
    private static final SomeFacts ANN = SomeFacts.of("ann");
    private static final OptionalInt EFFORT_7 = OptionalInt.of(7);

    private static APlan warned() {
        return APlan.at(Level.FOUR_HUNDREDS).status(Status.AMBER).rests(1);
    }

    private static PlanDecision answer(Prescription seen, Verdict verdict) {
        Adjustment adjustment = seen.adjustment().orElseThrow();
        return ANN.decided(seen.date(), adjustment.cause(), adjustment.revision(), verdict, 0);
    }

    private static Prescription answered(APlan plan, PlanDecision... decisions) {
        return plan.asked(Wishes.of(Optional.empty(), List.of(decisions))).quality();
    }

    @Test
    void a_coach_may_keep_a_hard_session_in_a_warning() {
        Prescription seen = warned().quality();

        Prescription kept = answered(warned(), answer(seen, Verdict.KEEP_PLAN));

        assertThat(kept.prescribed()).isEqualTo(seen.planned());
        assertThat(kept.adjustment()).isEqualTo(seen.adjustment());
        assertThat(kept.decisions()).extracting(Decided::said).containsExactly("Kept as planned by the coach");
    }

    @Test
    void an_accepted_adjustment_stays_and_says_so() {
        Prescription seen = warned().quality();

        Prescription accepted = answered(warned(), answer(seen, Verdict.ACCEPT));

        assertThat(accepted.prescribed()).isEqualTo(seen.prescribed());
        assertThat(accepted.decisions()).extracting(Decided::standing).containsExactly(Decided.Standing.IN_FORCE);
    }

    @Test
    void a_change_gives_the_workout_that_was_named() {
        Prescription changed = answered(warned(), answer(warned().quality(), Verdict.CHANGE));

        assertThat(changed.prescribed().kind()).isEqualTo(Workout.Kind.EASY);
        assertThat(changed.decisions()).extracting(Decided::said).containsExactly("Changed to easy by the coach");
    }

    @Test
    void a_decision_about_an_adjustment_that_has_changed_since_is_inert() {
        PlanDecision kept = answer(warned().quality(), Verdict.KEEP_PLAN);
        APlan worse = APlan.at(Level.FOUR_HUNDREDS).status(Status.RED).rests(1);

        Prescription now = answered(worse, kept);

        assertThat(now.prescribed()).isNotEqualTo(now.planned());
        assertThat(now.decisions())
                .extracting(Decided::said)
                .containsExactly("Kept as planned by the coach, without effect: the adjustment has changed since");
    }

    @Test
    void illness_and_a_stop_are_not_overruled() {
        for (Status status : List.of(Status.ILLNESS, Status.STOP)) {
            APlan plan = APlan.at(Level.FOUR_HUNDREDS).status(status).rests(1);
            Prescription seen = plan.quality();

            for (Verdict verdict : List.of(Verdict.KEEP_PLAN, Verdict.CHANGE)) {
                Prescription refused = answered(plan, answer(seen, verdict));

                assertThat(refused.prescribed()).isEqualTo(Sessions.byEffort().rest());
                assertThat(refused.decisions()).extracting(Decided::standing).containsExactly(Decided.Standing.REFUSED);
            }
        }
    }

    @Test
    void the_words_and_numbers_of_the_reason_do_not_make_another_adjustment() {
        Prescription one = warned().quality();
        Prescription other = APlan.at(Level.FOUR_HUNDREDS)
                .status(Status.AMBER)
                .feeling(1.2)
                .rests(1)
                .quality();

        assertThat(other.adjustment().orElseThrow().revision())
                .isEqualTo(one.adjustment().orElseThrow().revision());
        assertThat(one.adjustment().orElseThrow().cause()).isEqualTo(AdjustmentCause.FATIGUE);
    }

    @Test
    void no_new_level_is_earned_within_ten_days_of_a_race() {
        assertThat(levelAfterTwoSuccesses(10)).isEqualTo(Level.FOUR_HUNDREDS.rung());
        assertThat(levelAfterTwoSuccesses(11)).isEqualTo(Level.SIX_HUNDREDS.rung());
    }

    /** The second success lies this many days before the race. */
    private static int levelAfterTwoSuccesses(int daysBeforeTheRace) {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).repeats(5, 400, EFFORT_7).rests(13);
        var race = ANN.race(plan.tomorrow(), plan.tomorrow().plusDays(daysBeforeTheRace), 5000);
        return plan.asked(Wishes.of(Optional.of(race), List.of()))
                .repeats(5, 400, EFFORT_7)
                .standing()
                .level();
    }
}
