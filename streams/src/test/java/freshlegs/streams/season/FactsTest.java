package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.Session;
import freshlegs.streams.SomeFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final SomeFacts ann = SomeFacts.of("ann");
    private final Shelf shelf = new TreeShelf();
    private final Facts facts = new Facts(shelf);
    private final Believed believed = new Believed(facts, shelf);

    private DayFacts on(LocalDate date) {
        return believed.way(ann.athlete(), Clocks.EARLIEST, date).on(date, true);
    }

    @Test
    void a_telling_that_is_held_already_touches_nothing() {
        assertThat(facts.add(ann.run(DAY)).days()).containsExactly(DAY);
        assertThat(facts.add(ann.run(DAY)).days()).isEmpty();
    }

    @Test
    void of_two_tellings_of_one_revision_the_later_one_stays_whatever_the_order() {
        Instant early = SomeFacts.nextNoon(DAY);
        Fact first = ann.run(DAY, 10, early, Optional.empty());
        Fact again = ann.run(DAY, 10, early.plusSeconds(60), Optional.empty());

        facts.add(first);
        assertThat(facts.add(again).days()).containsExactly(DAY);
        assertThat(facts.add(first).days()).isEmpty();

        assertThat(on(DAY).sessions()).extracting(Session::ingestedAt).containsExactly(early.plusSeconds(60));
    }

    @Test
    void what_is_left_out_counts_on_no_day_until_it_is_taken_in_again() {
        Session run = ann.run(DAY);
        facts.add(run);

        assertThat(facts.leaveOut(ann.athlete(), run.ref(), true)).contains(DAY);
        assertThat(on(DAY).sessions()).isEmpty();
        assertThat(facts.get(ann.athlete(), run.ref())).contains(run);
        assertThat(facts.leaveOut(ann.athlete(), run.ref(), true)).isEmpty();

        assertThat(facts.leaveOut(ann.athlete(), run.ref(), false)).contains(DAY);
        assertThat(on(DAY).sessions()).containsExactly(run);
    }

    @Test
    void what_is_left_out_can_be_deleted() {
        Session run = ann.run(DAY);
        facts.add(run);
        facts.leaveOut(ann.athlete(), run.ref(), true);

        assertThat(facts.remove(ann.athlete(), FactKind.SESSION, run.factId(), run.revision())
                        .before())
                .contains(run);
        assertThat(facts.get(ann.athlete(), run.ref())).isEmpty();
    }

    @Test
    void the_latest_reading_of_a_day_is_believed() {
        facts.add(ann.restingHeartRate(DAY, 49, 20));
        facts.add(ann.restingHeartRate(DAY, 52, 6));

        assertThat(on(DAY).readings()).containsExactly(ann.restingHeartRate(DAY, 49, 20));
    }

    @Test
    void the_first_day_is_told_all_profiles_up_to_it_and_other_days_their_own() {
        facts.add(ann.profile(DAY, 188));
        facts.add(ann.profile(LocalDate.of(2000, 1, 1), 190));
        facts.add(ann.profile(DAY.plusDays(1), 187));

        assertThat(believed.way(ann.athlete(), DAY, DAY).on(DAY, true).profiles())
                .containsExactly(ann.profile(LocalDate.of(2000, 1, 1), 190), ann.profile(DAY, 188));
        assertThat(on(DAY).profiles()).containsExactly(ann.profile(DAY, 188));
    }

    @Test
    void a_fact_from_a_wrong_clock_is_held_apart_from_all_days() {
        LocalDate longAgo = LocalDate.of(1989, 12, 31);
        Fact run = ann.run(longAgo, 10, SomeFacts.nextNoon(DAY), Optional.empty());

        assertThat(facts.add(run).days()).isEmpty();
        assertThat(facts.get(run.athlete(), run.ref())).contains(run);
        assertThat(on(longAgo).sessions()).isEmpty();
    }

    @Test
    void a_day_may_lie_ahead_of_its_arrival_by_a_day_for_the_sake_of_time_zones() {
        Instant now = Instant.parse("2026-03-02T10:00:00Z");

        assertThat(facts.add(ann.run(DAY.plusDays(1), 10, now, Optional.empty()))
                        .days())
                .isNotEmpty();
        assertThat(facts.add(ann.run(DAY.plusDays(2), 10, now, Optional.empty()))
                        .days())
                .isEmpty();
    }
}
