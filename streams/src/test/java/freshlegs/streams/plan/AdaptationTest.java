package freshlegs.streams.plan;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.Status;
import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.model.fact.Clearance;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Block;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.Prescription.Decided;
import freshlegs.streams.SomeFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What life, weather, a morning's words and a stop make of the plan, and who has the last word. */
class AdaptationTest {
    private static final SomeFacts ANN = SomeFacts.of("ann");
    private static final LocalDate TUESDAY = APlan.MONDAY.plusDays(8);

    /** On the eve of a key session, after a week of easy running. */
    private static APlan evening(Wishes... wishes) {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).jogs(7);
        for (Wishes said : wishes) {
            plan.asked(said);
        }
        return plan.rests(1).asked(Wishes.NONE);
    }

    private static Wishes phase(Phase phase) {
        return Wishes.NONE.with(List.of(ANN.phase(TUESDAY.minusDays(1), TUESDAY.plusDays(2), phase, 0, false)));
    }

    private static Adjustment change(Prescription day) {
        return day.adjustment().orElseThrow();
    }

    @Test
    void who_is_away_has_nothing_to_run_until_coming_back() {
        Prescription day = evening(phase(Phase.AWAY)).tomorrows();

        assertThat(day.prescribed().kind()).isEqualTo(Workout.Kind.REST);
        assertThat(change(day).cause()).isEqualTo(AdjustmentCause.AVAILABILITY);
        assertThat(change(day).until()).contains(TUESDAY.plusDays(2));
        assertThat(evening(phase(Phase.AWAY)).outlook(4).get(3).adjustment()).isEmpty();
    }

    @Test
    void a_busy_time_shortens_by_a_third_to_a_half_and_keeps_the_pace_while_all_is_calm() {
        Prescription day = evening(phase(Phase.BUSY)).tomorrows();

        assertThat(day.planned().title()).startsWith("5 × 400 m");
        assertThat(day.prescribed().title()).startsWith("3 × 400 m");
        assertThat(change(day).kind()).isEqualTo(Adjustment.Kind.SHORTENED);
    }

    @Test
    void a_busy_time_at_a_first_sign_makes_the_hard_session_easy() {
        APlan plan =
                APlan.at(Level.FOUR_HUNDREDS).jogs(7).asked(phase(Phase.BUSY)).status(Status.WATCH);

        assertThat(plan.rests(1).asked(Wishes.NONE).tomorrows().prescribed().kind())
                .isEqualTo(Workout.Kind.EASY);
    }

    @Test
    void on_the_road_effort_takes_the_place_of_pace() {
        Prescription day = evening(phase(Phase.TRAVEL)).tomorrows();

        assertThat(day.prescribed().minutes()).isLessThan(day.planned().minutes());
        assertThat(day.prescribed().blocks()).flatExtracting(Block::steps).allSatisfy(step -> assertThat(step.pace())
                .isEmpty());
    }

    @Test
    void heat_and_ice_adjust_and_do_not_cancel() {
        Prescription hot = evening(phase(Phase.HEAT)).tomorrows();
        Prescription icy = evening(phase(Phase.ICE)).tomorrows();

        assertThat(change(hot).cause()).isEqualTo(AdjustmentCause.WEATHER);
        assertThat(hot.prescribed().kind().isRun()).isTrue();
        assertThat(icy.prescribed().kind().isRun()).isTrue();
        assertThat(icy.prescribed()).isNotEqualTo(icy.planned());
    }

    @Test
    void a_first_sign_lengthens_the_rests_by_half() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).jogs(7).status(Status.WATCH).rests(1);
        Prescription day = plan.tomorrows();

        assertThat(change(day).kind()).isEqualTo(Adjustment.Kind.EASED);
        assertThat(rest(day.prescribed())).isEqualTo(rest(day.planned()) * 3 / 2);
        assertThat(change(day).reason()).contains("3 % slow", "9 of 10");
    }

    private static int rest(Workout workout) {
        return workout.blocks().stream()
                .filter(block -> block.times() > 1)
                .map(Block::steps)
                .flatMap(List::stream)
                .filter(step -> step.part() == Part.RECOVER)
                .map(Step::seconds)
                .mapToInt(seconds -> seconds.orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void after_a_stop_nothing_comes_until_a_person_gives_leave() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS)
                .jogs(7)
                .status(Status.STOP)
                .rests(1)
                .status(Status.GREEN)
                .rests(20);
        assertThat(plan.outlook(30))
                .allSatisfy(day -> assertThat(day.prescribed().kind()).isEqualTo(Workout.Kind.REST));

        Clearance leave = ANN.cleared(plan.tomorrow(), 0);
        plan.asked(new Wishes(
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(leave),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()))
                .rests(1)
                .asked(Wishes.NONE);

        assertThat(plan.outlook(6))
                .allSatisfy(day -> assertThat(day.prescribed().hard()).isFalse());
        assertThat(plan.outlook(6))
                .anySatisfy(day -> assertThat(day.prescribed().kind()).isEqualTo(Workout.Kind.EASY));
    }

    @Test
    void an_illness_is_followed_by_as_many_gentle_days() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS)
                .jogs(7)
                .status(Status.ILLNESS)
                .rests(4)
                .status(Status.GREEN)
                .rests(1);

        assertThat(plan.outlook(3))
                .filteredOn(day -> day.planned().kind().isRun())
                .allSatisfy(day -> {
                    assertThat(change(day).cause()).isEqualTo(AdjustmentCause.ILLNESS);
                    assertThat(day.prescribed().minutes()).isLessThanOrEqualTo(35);
                });
        assertThat(plan.outlook(8).get(7).adjustment()).isEmpty();
    }

    @Test
    void where_the_coach_has_the_first_word_a_change_waits_and_is_eased_at_the_latest_when_the_day_begins() {
        PlanTerms usual = ANN.terms(APlan.MONDAY, 0);
        PlanTerms review = new PlanTerms(
                usual.athlete(),
                usual.localDate(),
                "r",
                usual.ingestedAt(),
                usual.recordedAt(),
                0,
                usual.days(),
                usual.longRun(),
                PlanTerms.Mode.REVIEW_FIRST,
                3,
                false,
                SomeFacts.COACH);
        APlan plan = APlan.at(Level.FOUR_HUNDREDS)
                .asked(new Wishes(
                        Optional.empty(),
                        List.of(),
                        Optional.of(review),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()))
                .jogs(7)
                .asked(Wishes.NONE)
                .status(Status.AMBER)
                .rests(1);

        Prescription ahead = plan.tomorrows();
        assertThat(ahead.proposed()).isTrue();
        assertThat(ahead.prescribed()).isEqualTo(ahead.planned());
        assertThat(change(ahead).instead().kind()).isEqualTo(Workout.Kind.TECHNICAL);

        Prescription begun = plan.rests(1).last().prescription();
        assertThat(begun.proposed()).isFalse();
        assertThat(begun.prescribed().kind()).isEqualTo(Workout.Kind.TECHNICAL);
    }

    @Test
    void nobody_puts_two_hard_days_next_to_each_other() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).jogs(6).rests(1).easyRun(8);
        Prescription seen = plan.tomorrows();
        assertThat(change(seen).cause()).isEqualTo(AdjustmentCause.SPACING);

        Prescription refused = plan.asked(Wishes.of(
                        Optional.empty(),
                        List.of(ANN.decided(
                                seen.date(),
                                change(seen).cause(),
                                change(seen).revision(),
                                PlanDecision.Verdict.KEEP_PLAN,
                                0))))
                .tomorrows();

        assertThat(refused.prescribed().hard()).isFalse();
        assertThat(refused.decisions()).extracting(Decided::standing).containsExactly(Decided.Standing.REFUSED);
        assertThat(refused.decisions().get(0).said()).contains("48 hours");
    }

    @Test
    void what_was_run_a_day_early_is_not_asked_again() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).jogs(7).repeats(5, 400, OptionalInt.of(7));

        Prescription day = plan.tomorrows();

        assertThat(change(day).cause()).isEqualTo(AdjustmentCause.DONE);
        assertThat(day.prescribed().kind()).isEqualTo(Workout.Kind.EASY);
    }

    @Test
    void a_change_says_before_after_until_when_and_what_it_follows_from() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).jogs(7).status(Status.AMBER).rests(1);
        Adjustment change = change(plan.tomorrows());

        assertThat(change.instead()).isEqualTo(plan.tomorrows().prescribed());
        assertThat(change.until()).isPresent();
        assertThat(change.episode()).contains("fatigue.2026-03-09");
        assertThat(change.rules()).isNotEmpty();
        assertThat(change.reason()).contains("comes back when");
    }

    private static Prescription afterSaying(OptionalInt soreness, boolean pain, Set<Symptom> symptoms) {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).jogs(7).rests(1);
        return plan.says(soreness, pain, symptoms, plan.tomorrow().atTime(6, 30))
                .last()
                .prescription();
    }

    @Test
    void marked_soreness_alone_takes_the_hardness_out_of_the_day() {
        Prescription sore = afterSaying(OptionalInt.of(6), false, Set.of());
        Prescription usual = afterSaying(OptionalInt.of(5), false, Set.of());

        assertThat(sore.planned().hard()).isTrue();
        assertThat(sore.prescribed().kind()).isEqualTo(Workout.Kind.TECHNICAL);
        assertThat(change(sore).cause()).isEqualTo(AdjustmentCause.SORENESS);
        assertThat(usual.adjustment()).isEmpty();
    }

    @Test
    void pain_or_a_symptom_told_in_the_morning_holds_the_days_session_at_once() {
        assertThat(afterSaying(OptionalInt.empty(), true, Set.of()).prescribed().kind())
                .isEqualTo(Workout.Kind.REST);
        assertThat(change(afterSaying(OptionalInt.empty(), false, Set.of(Symptom.FEVER)))
                        .cause())
                .isEqualTo(AdjustmentCause.ILLNESS);
        assertThat(change(afterSaying(OptionalInt.empty(), false, Set.of(Symptom.CHEST_PAIN)))
                        .reason())
                .contains("medical advice");
    }

    @Test
    void what_is_said_when_the_day_has_long_passed_does_not_change_it() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).jogs(7).rests(1);
        Prescription late = plan.says(
                        OptionalInt.of(7),
                        false,
                        Set.of(Symptom.FEVER),
                        plan.tomorrow().plusDays(3).atTime(8, 0))
                .last()
                .prescription();

        assertThat(late.adjustment()).isEmpty();
    }

    @Test
    void the_next_cycle_begins_from_the_result_of_the_last_one() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).jogs(7);
        LocalDate raced = plan.tomorrow();
        plan.asked(new Wishes(
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(ANN.benchmark(raced, 5000, 1290, 0)),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()))
                .rests(1)
                .asked(Wishes.NONE)
                .jogs(14);
        plan.asked(new Wishes(
                        Optional.of(ANN.race(plan.tomorrow(), plan.tomorrow().plusDays(180), 5000)),
                        List.of(),
                        Optional.of(ANN.terms(plan.tomorrow(), 0)),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()))
                .rests(1)
                .asked(Wishes.NONE);

        Prescription first = plan.tomorrows();
        assertThat(first.week().orElseThrow().number()).isEqualTo(1);
        assertThat(first.ability().date()).contains(raced);
        assertThat(first.ability().predictedSeconds()).hasValue(1290);
    }

    @Test
    void a_leave_holds_while_the_same_alert_is_still_open_and_ends_with_the_next_warning_sign() {
        APlan plan = APlan.at(Level.FOUR_HUNDREDS).jogs(7).status(Status.STOP).rests(2);
        plan.asked(new Wishes(
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(ANN.cleared(plan.tomorrow(), 0)),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()))
                .rests(1)
                .asked(Wishes.NONE)
                .rests(1);
        assertThat(plan.outlook(6))
                .anySatisfy(day -> assertThat(day.prescribed().kind()).isEqualTo(Workout.Kind.EASY));

        plan.says(
                OptionalInt.empty(),
                false,
                Set.of(Symptom.CHEST_PAIN),
                plan.tomorrow().atTime(6, 30));
        assertThat(plan.outlook(20))
                .allSatisfy(day -> assertThat(day.prescribed().kind()).isEqualTo(Workout.Kind.REST));
    }
}
