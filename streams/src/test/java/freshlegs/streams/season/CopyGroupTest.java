package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.fact.Format;
import freshlegs.model.fact.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What counts as a copy, and which one is kept. */
class CopyGroupTest {
    private final ACopy run = ACopy.of(AthleteId.of("ann"));

    private static List<CopyGroup> groups(ACopy... copies) {
        return CopyGroup.of(Stream.of(copies).map(CopyGroupTest::entrant).toList());
    }

    private static Entrant entrant(ACopy copy) {
        return new Entrant(Candidate.of(copy.session()), List.of(), Optional.empty());
    }

    private static ACopy kept(List<ACopy> copies, CopyGroup group) {
        return copies.stream()
                .filter(copy -> copy.session()
                        .revision()
                        .equals(group.leader().candidate().revision()))
                .findFirst()
                .orElseThrow();
    }

    private static ACopy keptOf(ACopy... copies) {
        List<CopyGroup> groups = groups(copies);
        assertThat(groups).hasSize(1);
        return kept(List.of(copies), groups.get(0));
    }

    @Test
    void a_run_on_two_watches_is_one_run() {
        ACopy phone = run.from("2026-03-02T06:30:12Z").as(Format.GPX).heart(0);

        assertThat(keptOf(run, phone)).isEqualTo(run);
        assertThat(keptOf(phone, run)).isEqualTo(run);
    }

    @Test
    void a_walk_on_one_watch_can_be_the_run_of_another_but_not_its_ride() {
        assertThat(groups(run, run.from("2026-03-02T06:31:00Z").sport(Sport.WALKING)))
                .hasSize(1);
        assertThat(groups(run, run.from("2026-03-02T06:31:00Z").sport(Sport.CYCLING)))
                .hasSize(2);
    }

    @Test
    void a_sport_without_a_name_can_be_any_but_a_day_of_tracking_swallows_no_run() {
        ACopy nameless = run.from("2026-03-02T06:31:00Z").sport(Sport.OTHER);

        assertThat(groups(run, nameless)).hasSize(1);
        assertThat(groups(run, nameless.minutes(600))).hasSize(2);
    }

    @Test
    void versions_of_one_file_are_one_whatever_sport_they_say() {
        ACopy watch = run.named("123");

        assertThat(groups(watch, watch.from("2026-03-02T06:31:00Z").sport(Sport.CYCLING)))
                .hasSize(1);
        assertThat(groups(
                        watch,
                        watch.from("2026-03-02T06:31:00Z").sport(Sport.CYCLING).named("124")))
                .hasSize(2);
    }

    @Test
    void versions_of_one_file_must_share_their_time_because_some_makes_give_every_file_one_name() {
        assertThat(groups(run.named("1"), run.named("1").from("2026-03-02T18:30:00Z")))
                .hasSize(2);
    }

    @Test
    void two_runs_an_hour_apart_are_two() {
        assertThat(groups(run, run.from("2026-03-02T08:30:00Z"))).hasSize(2);
        assertThat(groups(run.named("1"), run.named("1").from("2026-03-02T08:30:00Z")))
                .hasSize(2);
    }

    @Test
    void half_of_the_shorter_one_must_be_shared() {
        assertThat(groups(run, run.minutes(20).from("2026-03-02T07:20:00Z"))).hasSize(1);
        assertThat(groups(run, run.minutes(20).from("2026-03-02T07:20:01Z"))).hasSize(2);
    }

    @Test
    void a_recording_without_a_length_is_taken_for_a_second() {
        assertThat(groups(run, run.minutes(0).from("2026-03-02T06:45:00Z"))).hasSize(1);
        assertThat(groups(run, run.minutes(0).from("2026-03-02T07:30:00Z"))).hasSize(2);
    }

    @Test
    void copies_start_within_a_day() {
        ACopy endless = run.minutes(6000);

        assertThat(groups(endless, run.from("2026-03-03T06:30:00Z"))).hasSize(1);
        assertThat(groups(endless, run.from("2026-03-03T06:30:01Z"))).hasSize(2);
    }

    @Test
    void the_richest_is_kept_by_format_wholeness_heart_rate_and_samples_in_this_order() {
        ACopy gpx = run.as(Format.GPX).samples(9000);
        ACopy tcx = run.as(Format.TCX).heart(0);
        ACopy half = run.salvaged();
        ACopy bare = run.heart(0).samples(99_000);
        ACopy some = run.heart(10).samples(100);
        ACopy more = run.heart(10).samples(101);

        assertThat(keptOf(gpx, tcx)).isEqualTo(tcx);
        assertThat(keptOf(gpx, half, tcx)).isEqualTo(half);
        assertThat(keptOf(half, bare)).isEqualTo(bare);
        assertThat(keptOf(some, bare)).isEqualTo(some);
        assertThat(keptOf(some, more)).isEqualTo(more);
    }

    @Test
    void what_could_not_be_analysed_is_kept_last() {
        assertThat(keptOf(run.unreadable(), run.as(Format.GPX))).isEqualTo(run.as(Format.GPX));
    }

    @Test
    void the_shorter_run_of_two_that_overlap_a_third_stays_with_its_own_leader() {
        Session first = run.minutes(60).samples(5000).session();
        List<CopyGroup> groups = groups(
                run.minutes(60).samples(5000),
                run.from("2026-03-02T07:00:00Z").minutes(60).samples(4000),
                run.from("2026-03-02T07:30:00Z").minutes(60).samples(3000));

        assertThat(groups).hasSize(2);
        assertThat(groups.get(0).leader().candidate().revision()).isEqualTo(first.revision());
        assertThat(groups.get(1).alternatives()).isEmpty();
    }
}
