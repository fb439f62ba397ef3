package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.model.result.StatusDay;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topics;
import freshlegs.streams.SameInAnyOrder;
import freshlegs.streams.SameWhenRepeated;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.TestedTopology;
import freshlegs.streams.season.ATrainingBlock.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hard blocks, tapers and weeks away on their way through the season. */
class PlannedPhasesTest {
    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static final int TIRED_FROM = 80;
    private static final Effect TIRED_WITHOUT_SLOWING = new Effect(1.8, 1.5, 1.2, 1.2, 0);

    private final TestedTopology topology = TestedTopology.start();
    private final SomeFacts ann = SomeFacts.of("ann");

    @AfterEach
    void close() {
        topology.close();
    }

    private List<Integer> daysSaying(String words) {
        return IntStream.range(0, 40)
                .filter(day -> status(DAY.plusDays(day)).stream()
                        .flatMap(status -> status.context().stream())
                        .anyMatch(context -> context.startsWith(words)))
                .boxed()
                .toList();
    }

    private Optional<StatusDay> status(LocalDate date) {
        return topology.told(Topics.STATUS, RecordKey.of(ann.athlete(), date));
    }

    private static List<Integer> days(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    private PlannedPhase phase(int from, int to, Phase phase, int edit, boolean cancelled) {
        return ann.phase(DAY.plusDays(from), DAY.plusDays(to), phase, edit, cancelled);
    }

    private List<Fact> someWeeks() {
        return IntStream.range(0, 40)
                .mapToObj(day -> day % 2 == 0 ? (Fact) ann.run(DAY.plusDays(day)) : ann.morning(DAY.plusDays(day), 3))
                .toList();
    }

    @Test
    void a_phase_reaches_every_day_of_its_range_and_an_edit_frees_those_that_it_leaves() {
        topology.take(someWeeks()).settle();
        topology.take(phase(5, 25, Phase.TAPER, 0, false)).settle();
        assertThat(daysSaying("Planned taper until 2026-03-27")).isEqualTo(days(5, 25));

        topology.take(phase(5, 12, Phase.TAPER, 1, false)).settle();
        assertThat(daysSaying("Planned taper until 2026-03-27")).isEmpty();
        assertThat(daysSaying("Planned taper until 2026-03-14")).isEqualTo(days(5, 12));

        topology.take(phase(5, 12, Phase.TAPER, 2, true)).settle();
        assertThat(daysSaying("Planned")).isEmpty();
    }

    @Test
    void a_phase_that_is_taken_back_is_as_if_it_had_not_come_until_that_is_lifted() {
        PlannedPhase away = phase(5, 9, Phase.AWAY, 0, false);
        topology.take(someWeeks()).take(away, ann.retracted(away)).settle();
        assertThat(daysSaying("Away")).isEmpty();

        topology.take(ann.retracted(away, Optional.empty(), 1, true)).settle();
        assertThat(daysSaying("Away as planned until 2026-03-11")).isEqualTo(days(5, 9));
    }

    @Test
    void a_phase_planned_before_the_season_or_for_days_to_come_holds_when_its_days_are_there() {
        topology.take(phase(-4, 3, Phase.AWAY, 0, false), phase(30, 34, Phase.BLOCK, 0, false), ann.run(DAY))
                .settle();
        assertThat(daysSaying("Away as planned")).isEqualTo(days(0, 0));

        topology.take(someWeeks()).settle();
        assertThat(daysSaying("Away as planned")).isEqualTo(days(0, 3));
        assertThat(daysSaying("Planned hard block")).isEqualTo(days(30, 37));
    }

    @Test
    void the_order_of_arrival_and_repetition_change_nothing() {
        List<Fact> facts = new ArrayList<>(someWeeks());
        PlannedPhase lifted = phase(28, 33, Phase.AWAY, 0, false);
        facts.add(phase(-4, 3, Phase.AWAY, 0, false));
        facts.add(phase(5, 25, Phase.BLOCK, 0, false));
        facts.add(phase(5, 12, Phase.TAPER, 1, false));
        facts.add(phase(9, 20, Phase.BLOCK, 0, false));
        facts.add(phase(9, 20, Phase.BLOCK, 1, true));
        facts.add(lifted);
        facts.add(ann.retracted(lifted));

        SameInAnyOrder.holdsFor(facts, 10, 20260303);
        SameWhenRepeated.holdsFor(facts, 20260303);
    }

    @Test
    void tired_without_slowing_in_a_planned_hard_block_is_watched_and_called_planned() {
        List<SeasonDay> unplanned = fold(Optional.empty(), TIRED_WITHOUT_SLOWING);
        List<SeasonDay> planned = fold(Optional.of(Phase.BLOCK), TIRED_WITHOUT_SLOWING);

        assertThat(unplanned).extracting(day -> day.status().status()).contains(Status.AMBER);
        assertThat(planned).extracting(day -> day.status().status()).doesNotContain(Status.AMBER, Status.RED);
        assertThat(planned)
                .filteredOn(day -> day.status().status() == Status.WATCH)
                .extracting(day -> day.status().why().toLowerCase(Locale.ROOT))
                .anyMatch(why -> why.contains("planned hard block until"));
    }

    @Test
    void slower_as_well_in_a_planned_hard_block_is_an_alert() {
        assertThat(fold(Optional.of(Phase.BLOCK), Effect.SEVERE))
                .extracting(day -> day.status().status())
                .contains(Status.AMBER);
    }

    private static List<SeasonDay> fold(Optional<Phase> phase, Effect effect) {
        List<DayFacts> days = ATrainingBlock.of(11)
                .days(TIRED_FROM + 21)
                .with(effect, TIRED_FROM)
                .facts();
        LocalDate first = days.get(TIRED_FROM).date();
        List<DayFacts> all = new ArrayList<>(days);
        phase.map(one -> SomeFacts.of("ann").phase(first, first.plusDays(20), one, 0, false))
                .ifPresent(one -> all.set(TIRED_FROM, planning(days.get(TIRED_FROM), one)));
        return ATrainingBlock.fold(all).subList(TIRED_FROM, all.size());
    }

    private static DayFacts planning(DayFacts day, PlannedPhase phase) {
        return new DayFacts(
                day.athlete(),
                day.date(),
                day.profiles(),
                day.sessions(),
                day.readings(),
                day.checkIns(),
                day.heardOfLater(),
                day.wishes().with(List.of(phase)));
    }
}
