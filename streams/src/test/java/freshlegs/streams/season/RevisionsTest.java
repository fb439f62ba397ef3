package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.fact.PlanDecision.Verdict;
import freshlegs.model.fact.Retraction;
import freshlegs.model.fact.Session;
import freshlegs.model.plan.Workout;
import freshlegs.streams.SomeFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Of several tellings of one fact the same one is believed, whatever the kind and in whatever order they came. */
class RevisionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
    private static final SomeFacts ANN = SomeFacts.of("ann");
    private static final String ONE = "0000000000000001";
    private static final String OTHER = "0000000000000002";

    @TestFactory
    List<DynamicTest> the_believed_telling_of_a_day_does_not_depend_on_the_order() {
        Function<Believed, Object> readings = day -> on(day).readings();
        Function<Believed, Object> checkIns = day -> on(day).checkIns();
        Function<Believed, Object> profiles =
                day -> on(day).profiles().stream().reduce((first, second) -> second).stream()
                        .toList();
        Function<Believed, Object> goal =
                day -> on(day).wishes().goal().stream().toList();
        Function<Believed, Object> decisions = day -> on(day).wishes().decisions();
        return List.of(
                kind(
                        "reading",
                        readings,
                        ANN.restingHeartRate(DAY, 48, 20),
                        ANN.restingHeartRate(DAY, 50, 6),
                        ANN.restingHeartRate(DAY, 51, 12)),
                kind(
                        "reading of one moment, by its content",
                        readings,
                        highest(ANN.restingHeartRate(DAY, 50, 6), ANN.restingHeartRate(DAY, 51, 6)),
                        ANN.restingHeartRate(DAY, 50, 6),
                        ANN.restingHeartRate(DAY, 51, 6)),
                kind(
                        "morning check-in",
                        checkIns,
                        highest(ANN.morning(DAY, 2), ANN.morning(DAY, 3), ANN.morning(DAY, 5)),
                        ANN.morning(DAY, 2),
                        ANN.morning(DAY, 3),
                        ANN.morning(DAY, 5)),
                kind(
                        "run check-in",
                        checkIns,
                        highest(ANN.afterRun(DAY, 4), ANN.afterRun(DAY, 9)),
                        ANN.afterRun(DAY, 4),
                        ANN.afterRun(DAY, 9)),
                kind(
                        "profile",
                        profiles,
                        highest(ANN.profile(DAY, 185), ANN.profile(DAY, 190)),
                        ANN.profile(DAY, 185),
                        ANN.profile(DAY, 190)),
                kind(
                        "goal",
                        goal,
                        ANN.race(DAY, DAY.plusDays(40), 10_000, 2),
                        ANN.race(DAY, DAY.plusDays(60), 5_000, 1),
                        ANN.race(DAY, DAY.plusDays(50), 5_000, 0),
                        ANN.race(DAY.minusDays(1), DAY.plusDays(9), 5_000, 9)),
                kind(
                        "decision about the plan",
                        decisions,
                        ANN.decided(DAY, AdjustmentCause.FATIGUE, ONE, Verdict.KEEP_PLAN, 2),
                        ANN.decided(DAY, AdjustmentCause.FATIGUE, OTHER, Verdict.ACCEPT, 1),
                        ANN.decided(DAY, AdjustmentCause.FATIGUE, ONE, Verdict.ACCEPT, 0)),
                kind(
                        "terms of the plan",
                        day -> on(day).wishes().terms().stream().toList(),
                        ANN.terms(DAY, 2),
                        ANN.terms(DAY, 1),
                        ANN.terms(DAY, 0)),
                kind(
                        "benchmark",
                        day -> on(day).wishes().benchmarks(),
                        ANN.benchmark(DAY, 5000, 1320, 1),
                        ANN.benchmark(DAY, 5000, 1350, 0),
                        ANN.benchmark(DAY, 3000, 800, 0)),
                kind(
                        "leave to train again",
                        day -> on(day).wishes().clearance().stream().toList(),
                        ANN.cleared(DAY, 1),
                        ANN.cleared(DAY, 0)),
                kind(
                        "order of a week",
                        day -> on(day).wishes().order().stream().toList(),
                        ANN.ordered(DAY, "2134567", 1),
                        ANN.ordered(DAY, "3214567", 0)),
                kind(
                        "issued session, the first that was told",
                        day -> on(day).wishes().issued().stream().toList(),
                        issuedAt(0),
                        issuedAt(1),
                        issuedAt(2)));
    }

    @Test
    void the_standing_of_a_retraction_does_not_depend_on_the_order() {
        Session run = ANN.run(DAY);
        List<Retraction> tellings = List.of(
                ANN.retracted(run),
                ANN.retracted(run, Optional.empty(), 1, true),
                ANN.retracted(run, Optional.empty(), 2, false),
                ANN.retracted(run, Optional.empty(), 3, true));
        for (List<Retraction> order : permutations(tellings)) {
            Retractions retractions = new Retractions(new TreeShelf());
            List<Integer> covered = new ArrayList<>();
            for (Retraction telling : order) {
                retractions.add(telling);
                if (retractions.cover(run.athlete(), run.ref())) {
                    covered.add(telling.edit());
                }
            }
            assertThat(retractions.cover(run.athlete(), run.ref()))
                    .as("%s", covered)
                    .isFalse();
        }
    }

    @Test
    void a_decision_about_a_file_does_not_depend_on_the_order() {
        Instant at = Instant.parse("2026-03-12T10:00:00Z");
        List<FileDecision> tellings = List.of(
                ANN.decided("f", FileDecision.Verdict.UNDO, at),
                ANN.decided("f", FileDecision.Verdict.KEEP, at.plusSeconds(60)),
                ANN.decided("f", FileDecision.Verdict.SPLIT, at.minusSeconds(60)));
        Set<Object> believed = new HashSet<>();
        for (List<FileDecision> order : permutations(tellings)) {
            Decisions decisions = new Decisions(new TreeShelf());
            order.forEach(decisions::add);
            believed.add(decisions.about(ANN.file("f").with()).orElseThrow());
        }
        assertThat(believed).containsExactly(tellings.get(1));
    }

    @Test
    void a_delivery_told_again_keeps_its_last_arrival_and_a_closed_day_has_one_telling() {
        Instant last = SomeFacts.nextNoon(DAY);
        for (List<Instant> order : permutations(List.of(last, last.minusSeconds(1), last.minusSeconds(2)))) {
            Deliveries deliveries = new Deliveries(new TreeShelf());
            order.forEach(at -> deliveries.add(ANN.delivery("f", at, ANN.run(DAY))));

            assertThat(deliveries.get(ANN.athlete(), "f").orElseThrow().ingestedAt())
                    .isEqualTo(last);
        }
        assertThat(ANN.closed(DAY).revision()).isEqualTo("0");
    }

    /** Told so many hours after the day began. */
    private static IssuedSession issuedAt(int hour) {
        IssuedSession first = ANN.issued(DAY, Workout.plain(Workout.Kind.EASY, "Easy " + hour, 30, false));
        Instant told = first.recordedAt().plus(Duration.ofHours(hour));
        return new IssuedSession(
                first.athlete(),
                DAY,
                first.revision(),
                told,
                told,
                first.level(),
                first.levelName(),
                first.planned(),
                first.adjustment());
    }

    private static DynamicTest kind(String name, Function<Believed, Object> ask, Fact winner, Fact... others) {
        return DynamicTest.dynamicTest(name, () -> {
            Set<Fact> tellings = new HashSet<>(Set.of(others));
            tellings.add(winner);
            for (List<Fact> order : permutations(List.copyOf(tellings))) {
                Shelf shelf = new TreeShelf();
                Facts facts = new Facts(shelf);
                order.forEach(facts::add);
                assertThat(ask.apply(new Believed(facts, shelf)))
                        .as("%s", order)
                        .isEqualTo(List.of(winner));
            }
        });
    }

    private static Fact highest(Fact... tellings) {
        return List.of(tellings).stream().max(Facts.BELIEF).orElseThrow();
    }

    private static DayFacts on(Believed believed) {
        return believed.way(ANN.athlete(), Clocks.EARLIEST, DAY).on(DAY, true);
    }

    private static <T> List<List<T>> permutations(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (T first : all) {
            List<T> rest = all.stream().filter(each -> !each.equals(first)).collect(Collectors.toList());
            for (List<T> order : permutations(rest)) {
                List<T> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }
}
