package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.FileDecision.Verdict;
import freshlegs.model.fact.Format;
import freshlegs.model.fact.Session;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.FileOutcome.Copy;
import freshlegs.model.result.FileOutcome.Outcome;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.TestedTopology;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Copies of runs on their way through the season, and what people decide about them. */
class CopiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant DECIDED = Instant.parse("2026-03-10T12:00:00Z");

    private final TestedTopology topology = TestedTopology.start();
    private final SomeFacts ann = SomeFacts.of("ann");
    private final ACopy copy = ACopy.of(ann.athlete());
    private final Session watch = copy.session();
    private final Session phone =
            copy.from("2026-03-02T06:30:20Z").as(Format.GPX).heart(0).session();

    @AfterEach
    void close() {
        topology.close();
    }

    private void decide(String target, Verdict verdict, int minute) {
        topology.take(ann.decided(target, verdict, DECIDED.plusSeconds(60L * minute)))
                .settle();
    }

    private FileOutcome outcome(String file) {
        return topology.told(Topics.FILE_OUTCOME, RecordKey.of(ann.athlete(), file))
                .orElseThrow();
    }

    private Copy copyOf(String file) {
        assertThat(outcome(file).copies()).hasSize(1);
        return outcome(file).copies().get(0);
    }

    private int runsOn(LocalDate date) {
        return topology.told(Topics.TREND, RecordKey.of(ann.athlete(), date))
                .orElseThrow()
                .running()
                .runs();
    }

    private void takeBoth() {
        topology.take(phone, ann.file("phone").with(phone))
                .take(watch, ann.file("watch").with(watch))
                .settle();
    }

    private static Map<String, SortedMap<String, String>> told(TestedTopology topology, boolean outcomes) {
        return topology.all().entrySet().stream()
                .filter(topic -> outcomes || !topic.getKey().equals(Topics.FILE_OUTCOME))
                .collect(Collectors.toMap(topic -> topic.getKey().name(), topic -> new TreeMap<>(topic.getValue())));
    }

    @Test
    void a_run_on_two_devices_counts_once_and_says_why() {
        takeBoth();

        assertThat(runsOn(DAY)).isEqualTo(1);
        assertThat(copyOf("watch").kept()).isTrue();
        assertThat(copyOf("watch").why()).isEqualTo("the richest of 2 copies: FIT with heart rate");
        assertThat(copyOf("watch").heartRateQuality()).hasValue(0.88);
        assertThat(copyOf("phone").kept()).isFalse();
        assertThat(copyOf("phone").group()).isEqualTo(watch.factId());
        assertThat(copyOf("phone").why()).isEqualTo("an alternative: watch.fit is the watch's own FIT");
        assertThat(copyOf("phone").heartRateQuality()).isEmpty();
        assertThat(outcome("phone").outcome()).isEqualTo(Outcome.IMPORTED);
    }

    @Test
    void a_copy_that_names_another_day_leaves_no_run_there() {
        Session late = copy.from("2026-03-02T23:50:00Z").session();
        Session early = copy.from("2026-03-03T00:00:00Z").as(Format.TCX).session();
        topology.take(early, late).settle();

        assertThat(runsOn(DAY)).isEqualTo(1);
        assertThat(topology.told(Topics.TREND)).hasSize(1);

        topology.delete(late).settle();
        assertThat(topology.told(Topics.TREND).keySet()).containsExactly("ann/2026-03-03");
    }

    @Test
    void a_salvaged_half_gives_way_to_the_whole() {
        Session half = copy.minutes(30).heart(30).salvaged().named("1").session();
        Session whole = copy.named("1").session();
        topology.take(half, ann.file("half").salvaged("it ends early", 50).with(half))
                .settle();
        assertThat(copyOf("half").kept()).isTrue();

        topology.take(whole, ann.file("whole").with(whole)).settle();
        assertThat(copyOf("half").kept()).isFalse();
        assertThat(copyOf("half").why()).isEqualTo("another version of the same file: whole.fit is whole");
        assertThat(outcome("half").reason().orElseThrow())
                .startsWith("salvaged: it ends early; 50 % was read; another");
    }

    @Test
    void tcx_gives_way_to_fit() {
        Session tcx = copy.from("2026-03-02T06:30:01Z").as(Format.TCX).session();
        topology.take(tcx, ann.file("tcx").with(tcx)).settle();
        topology.take(watch, ann.file("watch").with(watch)).settle();

        assertThat(copyOf("tcx").kept()).isFalse();
        assertThat(runsOn(DAY)).isEqualTo(1);
    }

    @Test
    void the_legs_of_one_file_are_never_copies_of_one_another() {
        Session whole = copy.minutes(120).sport(Sport.OTHER).session();
        Session leg = copy.minutes(70).from("2026-03-02T07:00:00Z").session();
        topology.take(whole, leg, ann.file("a").with(whole, leg)).settle();

        assertThat(outcome("a").copies()).hasSize(2).allMatch(Copy::kept);
    }

    @Test
    void two_athletes_who_run_together_are_two() {
        Session bobs = ACopy.of(AthleteId.of("bob")).session();
        topology.take(watch, bobs).settle();

        assertThat(topology.told(Topics.TREND)).hasSize(2);
    }

    @Test
    void two_runs_an_hour_apart_both_count() {
        topology.take(watch, copy.from("2026-03-02T08:30:00Z").session()).settle();

        assertThat(runsOn(DAY)).isEqualTo(2);
    }

    @Test
    void a_person_may_keep_the_poorer_copy_and_change_their_mind() {
        takeBoth();
        var before = told(topology, true);

        decide("phone", Verdict.KEEP, 1);
        assertThat(copyOf("phone").kept()).isTrue();
        assertThat(copyOf("phone").why()).isEqualTo("kept by decision");
        assertThat(copyOf("watch").why()).isEqualTo("an alternative: phone.fit is kept by decision");
        assertThat(outcome("phone").decision()).isEqualTo(Verdict.KEEP);
        assertThat(runsOn(DAY)).isEqualTo(1);

        decide("watch", Verdict.KEEP, 2);
        assertThat(copyOf("watch").kept()).isTrue();

        decide("watch", Verdict.NONE, 3);
        assertThat(copyOf("phone").kept()).isTrue();

        decide("phone", Verdict.NONE, 4);
        assertThat(told(topology, true)).isEqualTo(before);
    }

    @Test
    void a_person_may_say_that_it_is_a_run_of_its_own() {
        takeBoth();
        var before = told(topology, true);

        decide("watch", Verdict.SPLIT, 1);
        assertThat(runsOn(DAY)).isEqualTo(2);
        assertThat(copyOf("watch").why()).isEqualTo("a run of its own by decision");
        assertThat(copyOf("phone").kept()).isTrue();

        decide("watch", Verdict.NONE, 2);
        assertThat(told(topology, true)).isEqualTo(before);
    }

    @Test
    void what_is_taken_back_is_as_if_it_had_never_come_until_that_is_taken_back() {
        takeBoth();
        var before = told(topology, true);

        decide("watch", Verdict.UNDO, 1);
        assertThat(copyOf("watch").kept()).isFalse();
        assertThat(outcome("watch").reason()).contains("taken back on 2026-03-10");
        assertThat(copyOf("phone").why()).isEqualTo("the only copy");
        decide("phone", Verdict.UNDO, 2);
        assertThat(topology.told(Topics.TREND)).isEmpty();
        assertThat(topology.told(Topics.PRESCRIPTION)).isEmpty();

        decide("phone", Verdict.NONE, 3);
        decide("watch", Verdict.NONE, 4);
        assertThat(told(topology, true)).isEqualTo(before);
    }

    @Test
    void a_deleted_decision_never_was() {
        Fact reading = ann.restingHeartRate(DAY, 50, 6);
        topology.take(reading, ann.file("a").with(reading)).settle();
        var before = told(topology, true);
        FileDecision undo = ann.decided("a", Verdict.UNDO, DECIDED);

        topology.take(undo).settle();
        assertThat(topology.told(Topics.TREND)).isEmpty();

        topology.delete(undo).settle();
        assertThat(told(topology, true)).isEqualTo(before);
    }

    @Test
    void readings_and_check_ins_of_a_file_that_was_taken_back_do_not_count() {
        Fact fever = ann.morning(DAY.plusDays(1), 3, Set.of(CheckIn.Symptom.FEVER));
        Fact reading = ann.restingHeartRate(DAY.plusDays(40), 50, 6);
        topology.take(watch).settle();
        var before = told(topology, false);

        topology.take(fever, reading, ann.file("a").with(fever, reading)).settle();
        assertThat(topology.told(Topics.TREND)).hasSize(41);

        decide("a", Verdict.UNDO, 1);
        assertThat(told(topology, false)).isEqualTo(before);
    }

    @Test
    void an_archive_that_is_taken_back_takes_its_files_along_but_not_what_also_came_another_way() {
        Session other = copy.from("2026-02-10T06:30:00Z").session();
        Fact night = ann.restingHeartRate(LocalDate.of(2026, 2, 11), 50, 6);
        Instant later = Instant.parse("2026-01-02T12:00:00Z");
        topology.take(
                        watch,
                        other,
                        night,
                        phone,
                        ann.file("zip").with(),
                        ann.file("z1").in("zip").bytes("w").with(watch),
                        ann.file("z2").in("zip").with(other, night),
                        ann.file("z3").in("zip").with(phone),
                        ann.file("own").at(later).bytes("w").with(watch))
                .settle();
        assertThat(outcome("own").outcome()).isEqualTo(Outcome.DUPLICATE);

        decide("zip", Verdict.UNDO, 1);

        assertThat(outcome("own").outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(copyOf("own").kept()).isTrue();
        assertThat(outcome("z2").decision()).isEqualTo(Verdict.UNDO);
        try (TestedTopology without = TestedTopology.start()) {
            without.take(watch).settle();
            assertThat(told(topology, false)).isEqualTo(told(without, false));
        }
    }

    @Test
    void a_decision_waits_for_its_file_and_one_about_nothing_is_harmless() {
        decide("watch", Verdict.UNDO, 1);
        decide("nothing", Verdict.KEEP, 1);
        takeBoth();

        assertThat(copyOf("watch").kept()).isFalse();
        assertThat(topology.deadLetters()).isEmpty();
    }

    @Test
    void a_thousand_tellings_of_one_run_are_one_run() {
        for (int i = 0; i < 1000; i++) {
            topology.take(watch, ann.file("f" + i).bytes("same").with(watch));
        }
        topology.settle();

        assertThat(runsOn(DAY)).isEqualTo(1);
        assertThat(topology.told(Topics.FILE_OUTCOME)).hasSize(1000);
    }

    @Test
    void runs_from_a_wrong_clock_are_only_told_apart_by_name() {
        Session one = copy.from("1989-12-31T00:00:00Z").session();
        Session longer = copy.from("1989-12-31T00:10:00Z").minutes(80).session();
        topology.take(one, longer, ann.file("a").with(one), ann.file("b").with(longer))
                .settle();

        assertThat(copyOf("a").kept()).isTrue();
        assertThat(copyOf("b").kept()).isTrue();
        assertThat(List.<Topic<?>>of(Topics.TREND))
                .allMatch(topic -> topology.told(topic).isEmpty());
    }
}
