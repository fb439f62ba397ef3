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
        return believed.on(ann.athlete(), date, false, true);
    }

    /** The same run as another watch dated it. */
    private static Session dated(Session run, LocalDate date) {
        return new Session(
                run.athlete(),
                run.factId(),
                "other",
                run.ingestedAt(),
                run.start(),
                date,
                run.sport(),
                run.subSport(),
                run.device(),
                run.heartRateSource(),
                run.source(),
                run.watchProfile(),
                run.recordingRank() + 1,
                run.problem(),
                run.timerSeconds(),
                run.elapsedSeconds(),
                run.movingSeconds(),
                run.distanceMetres(),
                run.workoutRpe(),
                run.workoutFeel(),
                run.heartRate(),
                run.pace(),
                run.decouplingPercent(),
                run.minutes(),
                run.repeats(),
                run.repeatSource());
    }

    @Test
    void a_telling_that_is_held_already_touches_nothing() {
        assertThat(facts.add(ann.run(DAY))).containsExactly(DAY);
        assertThat(facts.add(ann.run(DAY))).isEmpty();
    }

    @Test
    void of_two_tellings_of_one_revision_the_earlier_one_stays_whatever_the_order() {
        Instant early = SomeFacts.nextNoon(DAY);
        Fact first = ann.run(DAY, 10, early, Optional.empty());
        Fact again = ann.run(DAY, 10, early.plusSeconds(60), Optional.empty());

        facts.add(again);
        assertThat(facts.add(first)).containsExactly(DAY);
        assertThat(facts.add(again)).isEmpty();

        assertThat(on(DAY).sessions()).extracting(Session::ingestedAt).containsExactly(early);
    }

    @Test
    void the_richest_copy_is_believed() {
        facts.add(ann.run(DAY, 3600));
        facts.add(ann.run(DAY, 100));

        assertThat(on(DAY).sessions()).extracting(Session::recordingRank).containsExactly(3600L);
    }

    @Test
    void a_better_copy_that_names_another_day_takes_the_run_with_it() {
        Session run = ann.run(DAY);
        Session elsewhere = dated(run, DAY.plusDays(1));
        facts.add(run);

        assertThat(facts.add(elsewhere)).containsExactlyInAnyOrder(DAY, DAY.plusDays(1));

        assertThat(on(DAY).sessions()).isEmpty();
        assertThat(on(DAY.plusDays(1)).sessions()).containsExactly(elsewhere);
    }

    @Test
    void a_deleted_better_copy_gives_the_run_back_to_the_other() {
        Session run = ann.run(DAY);
        Session elsewhere = dated(run, DAY.plusDays(1));
        facts.add(run);
        facts.add(elsewhere);

        assertThat(facts.remove(ann.athlete(), FactKind.SESSION, elsewhere.factId(), elsewhere.revision()))
                .containsExactlyInAnyOrder(DAY, DAY.plusDays(1));

        assertThat(on(DAY).sessions()).containsExactly(run);
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

        assertThat(believed.on(ann.athlete(), DAY, true, true).profiles())
                .containsExactly(ann.profile(LocalDate.of(2000, 1, 1), 190), ann.profile(DAY, 188));
        assertThat(on(DAY).profiles()).containsExactly(ann.profile(DAY, 188));
    }

    @Test
    void a_fact_from_a_wrong_clock_is_held_apart_from_all_days() {
        LocalDate longAgo = LocalDate.of(1989, 12, 31);
        Fact run = ann.run(longAgo, 10, SomeFacts.nextNoon(DAY), Optional.empty());

        assertThat(facts.add(run)).isEmpty();
        assertThat(facts.get(run.athlete(), run.kind(), longAgo, run.factId(), run.revision()))
                .contains(run);
        assertThat(on(longAgo).sessions()).isEmpty();
    }

    @Test
    void a_day_may_lie_ahead_of_its_arrival_by_a_day_for_the_sake_of_time_zones() {
        Instant now = Instant.parse("2026-03-02T10:00:00Z");

        assertThat(facts.add(ann.run(DAY.plusDays(1), 10, now, Optional.empty())))
                .isNotEmpty();
        assertThat(facts.add(ann.run(DAY.plusDays(2), 10, now, Optional.empty())))
                .isEmpty();
    }
}
