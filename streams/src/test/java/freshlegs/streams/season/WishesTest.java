package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanDecision.Verdict;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.Prescription.Decided;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topics;
import freshlegs.streams.SameInAnyOrder;
import freshlegs.streams.SameWhenRepeated;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.TestedTopology;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Goals and decisions on their way through the season. */
class WishesTest {
    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final TestedTopology topology = TestedTopology.start();
    private final SomeFacts ann = SomeFacts.of("ann");

    @AfterEach
    void close() {
        topology.close();
    }

    private Prescription on(LocalDate date) {
        return topology.told(Topics.PRESCRIPTION, RecordKey.of(ann.athlete(), date))
                .orElseThrow();
    }

    private Optional<LocalDate> aimedAt(LocalDate date) {
        return on(date).aim().map(Prescription.Aim::date);
    }

    @Test
    void the_goal_stands_on_every_day_from_the_one_on_which_it_was_stated_to_the_race() {
        LocalDate race = DAY.plusDays(12);
        topology.take(ann.run(DAY), ann.run(DAY.plusDays(4)), ann.race(DAY.plusDays(2), race, 5000))
                .settle();

        assertThat(on(DAY.plusDays(1)).aim()).isEmpty();
        assertThat(aimedAt(DAY.plusDays(2))).contains(race);
        assertThat(aimedAt(DAY.plusDays(4))).contains(race);
        assertThat(aimedAt(race)).contains(race);
        assertThat(on(race.plusDays(1)).aim()).isEmpty();
    }

    @Test
    void a_goal_stated_for_a_later_day_replaces_the_one_before() {
        topology.take(
                        ann.run(DAY),
                        ann.run(DAY.plusDays(6)),
                        ann.race(DAY.plusDays(4), DAY.plusDays(60), 10_000),
                        ann.race(DAY, DAY.plusDays(40), 5000))
                .settle();

        assertThat(aimedAt(DAY.plusDays(3))).contains(DAY.plusDays(40));
        assertThat(aimedAt(DAY.plusDays(4))).contains(DAY.plusDays(60));
    }

    @Test
    void a_goal_stated_before_the_season_began_holds_from_its_first_day() {
        topology.take(ann.race(DAY.minusDays(30), DAY.plusDays(40), 5000), ann.run(DAY))
                .settle();

        assertThat(aimedAt(DAY)).contains(DAY.plusDays(40));
    }

    @Test
    void a_goal_stated_after_the_last_known_day_stands_on_the_days_ahead() {
        topology.take(ann.run(DAY), ann.race(DAY.plusDays(1), DAY.plusDays(40), 5000))
                .settle();

        assertThat(topology.told(Topics.TREND)).hasSize(1);
        assertThat(aimedAt(DAY.plusDays(1))).contains(DAY.plusDays(40));
    }

    @Test
    void a_goal_that_a_wrong_clock_states_for_2036_changes_nothing_but_a_race_in_2036_may_be_aimed_at() {
        LocalDate far = LocalDate.of(2036, 1, 1);
        Goal stated = new Goal(
                ann.athlete(),
                far,
                "r",
                SomeFacts.nextNoon(DAY),
                SomeFacts.nextNoon(DAY),
                0,
                Goal.Event.RACE,
                5000,
                far,
                OptionalInt.empty());
        topology.take(ann.run(DAY), stated).settle();
        assertThat(on(DAY.plusDays(1)).aim()).isEmpty();

        topology.take(ann.race(DAY, far, 42_195)).settle();
        assertThat(aimedAt(DAY)).contains(far);
    }

    @Test
    void an_adjustment_is_answered_on_its_day_before_and_after_that_day_has_come() {
        topology.take(ill()).settle();
        LocalDate tuesday = nextAdjusted();
        topology.take(decided(tuesday, Verdict.ACCEPT)).settle();

        assertThat(on(tuesday).decisions()).extracting(Decided::said).containsExactly("Accepted by the coach");

        topology.take(ann.closed(tuesday)).settle();
        assertThat(on(tuesday).decisions()).hasSize(1);
    }

    @Test
    void nobody_overrules_a_rest_for_illness() {
        topology.take(ill()).settle();
        LocalDate adjusted = nextAdjusted();
        Prescription before = on(adjusted);

        topology.take(decided(adjusted, Verdict.KEEP_PLAN)).settle();

        assertThat(on(adjusted).prescribed()).isEqualTo(before.prescribed());
        assertThat(on(adjusted).decisions()).extracting(Decided::standing).containsExactly(Decided.Standing.REFUSED);
    }

    @Test
    void a_decision_about_an_adjustment_that_late_data_removes_is_inert_and_shown() {
        List<Fact> ill = ill();
        topology.take(ill).settle();
        LocalDate adjusted = nextAdjusted();
        topology.take(decided(adjusted, Verdict.ACCEPT)).settle();

        topology.delete(ill.get(2)).settle();

        assertThat(on(adjusted).adjustment()).isEmpty();
        assertThat(on(adjusted).decisions()).singleElement().satisfies(shown -> {
            assertThat(shown.standing()).isEqualTo(Decided.Standing.INERT);
            assertThat(shown.said())
                    .isEqualTo("Accepted by the coach, without effect: the adjustment that it answers is gone");
        });
    }

    @Test
    void a_decision_about_a_day_that_nobody_can_have_seen_yet_changes_nothing() {
        LocalDate far = DAY.plusDays(40);
        Instant now = DAY.atTime(20, 0).toInstant(ZoneOffset.UTC);
        PlanDecision early = new PlanDecision(
                ann.athlete(),
                far,
                AdjustmentCause.FATIGUE,
                "0000000000000001",
                "r",
                now,
                now,
                0,
                Verdict.ACCEPT,
                Optional.empty(),
                Optional.empty(),
                SomeFacts.COACH);
        topology.take(ann.run(DAY), ann.run(far), early).settle();

        assertThat(on(far).decisions()).isEmpty();
    }

    @Test
    void the_order_of_arrival_and_repetition_change_nothing() {
        topology.take(ill()).settle();
        LocalDate adjusted = nextAdjusted();
        List<Fact> facts = new ArrayList<>(ill());
        facts.add(decided(adjusted, Verdict.KEEP_PLAN));
        facts.add(ann.decided(adjusted, AdjustmentCause.FATIGUE, "0000000000000001", Verdict.CHANGE, 1));
        facts.add(ann.race(DAY, DAY.plusDays(30), 5000));
        facts.add(ann.race(DAY, DAY.plusDays(31), 5000, 1));
        facts.add(ann.race(DAY.plusDays(3), DAY.plusDays(9), 5000));

        SameInAnyOrder.holdsFor(facts, 10, 20260302);
        SameWhenRepeated.holdsFor(facts, 20260302);
    }

    private List<Fact> ill() {
        return List.of(
                ann.run(DAY), ann.run(DAY.plusDays(1)), ann.morning(DAY.plusDays(2), 4, Set.of(CheckIn.Symptom.FEVER)));
    }

    private LocalDate nextAdjusted() {
        LocalDate date = DAY.plusDays(3);
        while (on(date).adjustment().isEmpty()) {
            date = date.plusDays(1);
        }
        return date;
    }

    private PlanDecision decided(LocalDate date, Verdict verdict) {
        Adjustment seen = on(date).adjustment().orElseThrow();
        return ann.decided(date, seen.cause(), seen.revision(), verdict, 0);
    }
}
