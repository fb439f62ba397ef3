package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Session;
import freshlegs.model.json.Json;
import freshlegs.model.result.Episode;
import freshlegs.model.result.TrendDay;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topics;
import freshlegs.streams.NobodyToldTwice;
import freshlegs.streams.SameAfterCrash;
import freshlegs.streams.SameInAnyOrder;
import freshlegs.streams.SameOnRebuild;
import freshlegs.streams.SameWhenRepeated;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.TestedTopology;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeasonStageTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final TestedTopology topology = TestedTopology.start();
    private final SomeFacts ann = SomeFacts.of("ann");

    @AfterEach
    void close() {
        topology.close();
    }

    private TrendDay.Kind kindOn(LocalDate date) {
        return topology.told(Topics.TREND, RecordKey.of(ann.athlete(), date))
                .orElseThrow()
                .kind();
    }

    @Test
    void every_day_from_the_first_to_the_last_has_its_trend_status_and_prescription() {
        topology.take(ann.run(DAY), ann.run(DAY.plusDays(9))).settle();

        assertThat(topology.told(Topics.TREND)).hasSize(10);
        assertThat(topology.told(Topics.STATUS)).hasSize(10);
        assertThat(topology.told(Topics.PRESCRIPTION)).hasSize(10 + 14);
    }

    @Test
    void a_live_run_is_told_at_the_next_turn() {
        topology.take(ann.run(DAY)).turn();

        assertThat(kindOn(DAY)).isEqualTo(TrendDay.Kind.TRAINED);
    }

    @Test
    void days_without_a_sync_are_missing_until_the_watch_is_heard_of_again() {
        topology.take(ann.run(DAY), ann.closed(DAY.plusDays(3))).settle();
        assertThat(kindOn(DAY.plusDays(2))).isEqualTo(TrendDay.Kind.MISSING);

        topology.take(ann.run(DAY.plusDays(5))).settle();
        assertThat(kindOn(DAY.plusDays(2))).isEqualTo(TrendDay.Kind.REST);
    }

    @Test
    void a_late_run_changes_its_own_day_and_nothing_is_told_of_days_that_stay() {
        topology.take(ann.run(DAY), ann.run(DAY.plusDays(100))).settle();

        topology.take(ann.run(DAY.plusDays(50))).settle();

        assertThat(kindOn(DAY.plusDays(50))).isEqualTo(TrendDay.Kind.TRAINED);
        assertThat(topology.told(Topics.TREND)).hasSize(101);
    }

    @Test
    void a_late_run_in_the_midst_of_a_long_rest_changes_its_day_although_the_days_before_it_stay() {
        topology.take(ann.run(DAY), ann.run(DAY.plusDays(400))).settle();

        topology.take(ann.run(DAY.plusDays(200))).settle();

        assertThat(kindOn(DAY.plusDays(200))).isEqualTo(TrendDay.Kind.TRAINED);
    }

    @Test
    void days_before_the_watch_was_first_heard_of_turn_to_rest_when_it_is() {
        topology.take(ann.morning(DAY, 2), ann.morning(DAY.plusDays(1), 2)).settle();
        assertThat(kindOn(DAY)).isEqualTo(TrendDay.Kind.MISSING);

        topology.take(ann.run(DAY.plusDays(1))).settle();
        assertThat(kindOn(DAY)).isEqualTo(TrendDay.Kind.REST);

        topology.delete(ann.run(DAY.plusDays(1))).settle();
        assertThat(kindOn(DAY)).isEqualTo(TrendDay.Kind.MISSING);
    }

    @Test
    void the_days_ahead_come_back_when_a_long_history_is_taken_back_before_it_is_folded() {
        topology.take(ann.run(DAY)).settle();
        topology.take(ann.run(DAY.plusDays(5)), ann.run(DAY.plusDays(400)));
        while (topology.told(Topics.TREND).size() == 1) {
            topology.turn();
        }
        assertThat(topology.told(Topics.TREND)).hasSizeLessThan(300);

        topology.delete(ann.run(DAY.plusDays(5)))
                .delete(ann.run(DAY.plusDays(400)))
                .settle();

        assertThat(topology.told(Topics.TREND)).hasSize(1);
        assertThat(topology.told(Topics.PRESCRIPTION)).hasSize(15);
    }

    @Test
    void a_deleted_run_takes_its_days_back() {
        topology.take(ann.run(DAY), ann.run(DAY.plusDays(3))).settle();

        topology.delete(ann.run(DAY.plusDays(3))).settle();

        assertThat(topology.told(Topics.TREND)).hasSize(1);
        assertThat(topology.told(Topics.STATUS)).hasSize(1);
        assertThat(topology.told(Topics.PRESCRIPTION)).hasSize(15);
    }

    @Test
    void an_activity_is_analysed_and_its_analysis_goes_when_it_goes() {
        Session run = ann.run(DAY);
        String key = RecordKey.of(ann.athlete(), DAY + "/" + run.factId() + "/" + run.revision());
        topology.take(run, ann.run(DAY.plusDays(1))).settle();
        assertThat(topology.told(Topics.ACTIVITY)).hasSize(2).containsKey(key);
        assertThat(topology.told(Topics.ACTIVITY, key).orElseThrow().loadBasis())
                .isEqualTo("imputed");

        topology.delete(run).settle();
        assertThat(topology.told(Topics.ACTIVITY)).hasSize(1).doesNotContainKey(key);
    }

    @Test
    void an_analysis_is_told_again_only_when_it_says_something_new() {
        topology.take(ann.run(DAY), ann.run(DAY.plusDays(1))).settle();
        String told = topology.told(Topics.ACTIVITY).toString();
        topology.take(ann.morning(DAY, 6)).settle();
        assertThat(topology.told(Topics.ACTIVITY)).hasToString(told);
        assertThat(topology.toldTwice()).isEmpty();

        topology.take(ann.afterRun(DAY, 8)).settle();
        assertThat(topology.told(Topics.ACTIVITY).toString()).isNotEqualTo(told);
    }

    @Test
    void when_all_is_deleted_nothing_is_left() {
        topology.take(ann.run(DAY), ann.closed(DAY)).settle();

        topology.delete(ann.run(DAY)).delete(ann.closed(DAY)).settle();

        assertThat(topology.told(Topics.TREND)).isEmpty();
        assertThat(topology.told(Topics.PRESCRIPTION)).isEmpty();
        assertThat(topology.told(Topics.ACTIVITY)).isEmpty();
    }

    @Test
    void a_run_from_a_wrong_clock_takes_part_in_nothing() {
        Instant now = SomeFacts.nextNoon(DAY);
        topology.take(
                        ann.run(DAY),
                        ann.run(LocalDate.of(1989, 12, 31), 10, now, Optional.empty()),
                        ann.run(LocalDate.of(2036, 1, 1), 10, now, Optional.empty()))
                .settle();

        assertThat(topology.told(Topics.TREND)).hasSize(1);
    }

    @Test
    void an_episode_is_told_as_it_last_stood_and_taken_back_when_its_cause_is_gone() {
        Fact fever = ann.morning(DAY.plusDays(2), 3, Set.of(CheckIn.Symptom.FEVER));
        topology.take(ann.run(DAY), fever, ann.run(DAY.plusDays(3))).settle();
        assertThat(topology.told(Topics.EPISODE)).hasSize(1);
        Episode episode =
                Json.read(topology.told(Topics.EPISODE).values().iterator().next(), Episode.class);
        assertThat(episode.cause()).isEqualTo(Episode.Cause.ILLNESS);
        assertThat(episode.lastDay()).isEqualTo(DAY.plusDays(3));

        topology.delete(fever).settle();
        assertThat(topology.told(Topics.EPISODE)).isEmpty();
    }

    @Test
    void two_athletes_do_not_touch_each_other() {
        SomeFacts bob = SomeFacts.of("ann-b");
        topology.take(ann.run(DAY), bob.run(DAY.plusDays(400))).settle();

        assertThat(topology.told(Topics.TREND).keySet()).containsExactly("ann-b/2027-04-06", "ann/2026-03-02");
    }

    @Test
    void a_long_history_is_folded_turn_by_turn_to_its_end() {
        List<Fact> years = new ArrayList<>();
        for (int day = 0; day < 900; day += 5) {
            years.add(ann.run(DAY.minusDays(day)));
        }
        topology.take(years).settle();

        assertThat(topology.told(Topics.TREND)).hasSize(896);
    }

    @Test
    void the_order_of_arrival_changes_nothing() {
        SameInAnyOrder.holdsFor(aSeason(), 3, 20260302);
    }

    @Test
    void telling_it_again_changes_nothing() {
        SameWhenRepeated.holdsFor(aSeason(), 20260302);
    }

    @Test
    void what_was_left_to_do_before_a_restart_is_done_after_it_without_another_fact() {
        TestedTopology ended =
                TestedTopology.start().take(ann.run(DAY), SomeFacts.of("zoe").run(DAY));

        try (TestedTopology restarted = ended.crash(SomeFacts.nextNoon(DAY)).settle()) {
            assertThat(restarted.told(Topics.TREND)).containsOnlyKeys("ann/2026-03-02", "zoe/2026-03-02");
        }
    }

    @Test
    void a_crash_in_the_midst_changes_nothing() {
        SameAfterCrash.holdsFor(aSeason(), 3, 20260302);
    }

    @Test
    void a_rebuild_from_the_facts_changes_nothing() {
        SameOnRebuild.holdsFor(aSeason(), 20260302);
    }

    @Test
    void nothing_is_told_twice() {
        NobodyToldTwice.holdsFor(aSeason(), 20260302);
    }

    @Test
    void a_record_that_cannot_be_read_does_not_stop_the_rest() {
        topology.raw(Topics.SESSION, "ann/session/x/y", Optional.of("{not json".getBytes(StandardCharsets.UTF_8)))
                .take(ann.run(DAY))
                .settle();

        assertThat(topology.told(Topics.TREND)).hasSize(1);
    }

    @Test
    void a_record_under_a_key_that_is_not_its_own_goes_to_the_dead_letters() {
        topology.raw(Topics.SESSION, "bob/session/x/y", Optional.of(Json.write(ann.run(DAY))))
                .raw(Topics.READING, "no key at all", Optional.empty())
                .take(ann.run(DAY))
                .settle();

        assertThat(topology.deadLetters()).hasSize(2);
        assertThat(topology.told(Topics.TREND)).hasSize(1);
    }

    private List<Fact> aSeason() {
        List<Fact> facts = new ArrayList<>();
        facts.add(ann.profile(LocalDate.of(2000, 1, 1), 190));
        facts.add(ann.profile(DAY.plusDays(40), 188));
        for (int day = 0; day < 75; day += 3) {
            LocalDate date = DAY.plusDays(day);
            facts.add(ann.run(date));
            facts.add(ann.restingHeartRate(date, 50, 6));
            facts.add(ann.morning(date, 2, day == 30 ? Set.of(CheckIn.Symptom.FEVER) : Set.of()));
            facts.add(ann.afterRun(date, 5));
            facts.add(ann.delivery("file-" + day, SomeFacts.nextNoon(date), ann.run(date)));
            if (day % 9 == 0) {
                facts.add(ann.run(date, 4000));
                facts.add(ann.restingHeartRate(date, 52, 8));
                facts.add(ann.delivery(
                        "copy-" + day,
                        SomeFacts.nextNoon(date).plusSeconds(60),
                        ann.run(date, 4000),
                        ann.restingHeartRate(date, 52, 8)));
            }
            facts.add(ann.closed(date));
        }
        return facts;
    }
}
