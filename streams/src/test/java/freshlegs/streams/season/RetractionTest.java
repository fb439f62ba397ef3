package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.PlanDecision.Verdict;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Retraction;
import freshlegs.model.fact.Session;
import freshlegs.model.result.TrendDay;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.SameInAnyOrder;
import freshlegs.streams.SameWhenRepeated;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.TestedTopology;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetractionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final TestedTopology topology = TestedTopology.start();
    private final SomeFacts ann = SomeFacts.of("ann");

    @AfterEach
    void close() {
        topology.close();
    }

    private TrendDay trend(LocalDate date) {
        return topology.told(Topics.TREND, RecordKey.of(ann.athlete(), date)).orElseThrow();
    }

    private static Map<Topic<?>, SortedMap<String, String>> toldOf(List<? extends Fact> facts) {
        try (TestedTopology other = TestedTopology.start()) {
            return other.take(facts).settle().all();
        }
    }

    /** Every kind of fact that can be taken back, on a day of a season. */
    private List<Fact> retractable() {
        return List.of(
                ann.run(DAY.plusDays(2)),
                ann.restingHeartRate(DAY.plusDays(2), 50, 6),
                ann.morning(DAY.plusDays(2), 3, Set.of(CheckIn.Symptom.FEVER)),
                ann.afterRun(DAY, 7),
                ann.profile(DAY, 188),
                ann.closed(DAY.plusDays(6)),
                ann.race(DAY.plusDays(2), DAY.plusDays(9), 5000),
                ann.decided(DAY.plusDays(2), AdjustmentCause.FATIGUE, "0000000000000001", Verdict.ACCEPT, 0));
    }

    private List<Fact> rest() {
        return List.of(ann.profile(Profile.SINCE_EVER, 190), ann.run(DAY), ann.run(DAY.plusDays(4)));
    }

    @Test
    void what_is_retracted_is_as_if_it_had_never_come_whichever_came_first() {
        var without = toldOf(rest());
        for (Fact fact : retractable()) {
            List<Fact> with = new ArrayList<>(rest());
            with.add(fact);
            if (fact.kind() != FactKind.PROFILE) { // what it says shows only where heart rates were measured
                assertThat(toldOf(with)).as("%s matters", fact.kind()).isNotEqualTo(without);
            }

            with.add(ann.retracted(fact));
            assertThat(toldOf(with)).as("%s, then retracted", fact.kind()).isEqualTo(without);

            List<Fact> before = new ArrayList<>(List.of(ann.retracted(fact)));
            before.addAll(rest());
            before.add(fact);
            assertThat(toldOf(before)).as("retracted, then %s", fact.kind()).isEqualTo(without);
        }
    }

    @Test
    void a_lifted_retraction_brings_everything_back() {
        for (Fact fact : retractable()) {
            List<Fact> with = new ArrayList<>(rest());
            with.add(fact);
            var expected = toldOf(with);

            with.add(ann.retracted(fact, Optional.empty(), 1, true));
            with.add(ann.retracted(fact));

            assertThat(toldOf(with)).as("%s", fact.kind()).isEqualTo(expected);
        }
    }

    @Test
    void a_retracted_fact_stays_away_when_it_is_delivered_again_or_told_anew() {
        topology.take(ann.run(DAY), ann.restingHeartRate(DAY, 50, 6)).settle();

        topology.take(ann.retracted(ann.restingHeartRate(DAY, 50, 6))).settle();
        topology.take(ann.restingHeartRate(DAY, 50, 6), ann.restingHeartRate(DAY, 53, 8))
                .settle();

        assertThat(trend(DAY).recovery().restingHeartRateBpm().value()).isEmpty();
    }

    @Test
    void one_revision_can_be_retracted_alone() {
        Fact wrong = ann.restingHeartRate(DAY, 93, 20);
        topology.take(ann.run(DAY), ann.restingHeartRate(DAY, 50, 6), wrong).settle();
        assertThat(trend(DAY).recovery().restingHeartRateBpm().value()).hasValue(93);

        topology.take(ann.retracted(wrong, Optional.of(wrong.revision()), 0, false))
                .settle();

        assertThat(trend(DAY).recovery().restingHeartRateBpm().value()).hasValue(50);
    }

    @Test
    void a_retracted_run_leaves_its_day_to_the_others_and_its_files_say_so() {
        Session run = ann.run(DAY.plusDays(1));
        topology.take(ann.run(DAY), run, ann.delivery("f", SomeFacts.nextNoon(DAY), run), ann.run(DAY.plusDays(2)))
                .settle();

        topology.take(ann.retracted(run)).settle();

        assertThat(trend(DAY.plusDays(1)).kind()).isEqualTo(TrendDay.Kind.REST);
        assertThat(topology.told(Topics.FILE_OUTCOME, RecordKey.of(ann.athlete(), "f"))
                        .orElseThrow()
                        .copies())
                .allMatch(copy -> !copy.kept() && copy.why().equals("taken back"));
    }

    @Test
    void a_retraction_that_is_deleted_is_gone() {
        Retraction retraction = ann.retracted(ann.run(DAY.plusDays(1)));
        topology.take(ann.run(DAY), ann.run(DAY.plusDays(1)), retraction).settle();
        assertThat(topology.told(Topics.TREND)).hasSize(1);

        topology.delete(retraction).settle();

        assertThat(topology.told(Topics.TREND)).hasSize(2);
    }

    @Test
    void retractions_of_one_athlete_touch_nobody_else() {
        SomeFacts bob = SomeFacts.of("bob");
        topology.take(ann.run(DAY), bob.run(DAY), ann.retracted(ann.run(DAY))).settle();

        assertThat(topology.told(Topics.TREND).keySet()).containsExactly("bob/" + DAY);
    }

    @Test
    void the_order_of_arrival_and_repetition_change_nothing() {
        List<Fact> facts = new ArrayList<>(rest());
        for (Fact fact : retractable()) {
            facts.add(fact);
            facts.add(ann.retracted(fact, Optional.empty(), facts.size() % 3, facts.size() % 2 == 0));
            facts.add(ann.retracted(fact, Optional.of(fact.revision()), 0, facts.size() % 4 == 0));
        }
        facts.add(ann.run(DAY.plusDays(2), 4000));
        facts.add(ann.restingHeartRate(DAY.plusDays(2), 52, 9));

        SameInAnyOrder.holdsFor(facts, 20, 20260310);
        SameWhenRepeated.holdsFor(facts, 20260310);
    }
}
