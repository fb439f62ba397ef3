package freshlegs.streams.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.Sex;
import freshlegs.model.Sport;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Lap.Intensity;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.SessionDetail.FormDrift;
import freshlegs.model.fact.SessionDetail.Thirds;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.ActivityAnalysis.Kind;
import freshlegs.model.result.ActivityAnalysis.Repeats;
import freshlegs.streams.ARecording;
import freshlegs.streams.load.TrainingLoad;
import freshlegs.streams.session.SessionAnalysis;
import freshlegs.streams.trend.HeartRateAtPace;
import freshlegs.streams.trend.SteadySegments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An athlete with resting 50, maximal 190, threshold 170 and 4:30 a kilometre (3.70 m/s). */
class ActivitiesTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private static ActivityAnalysis of(ARecording recording) {
        return of(recording, OptionalInt.empty());
    }

    private static ActivityAnalysis of(ARecording recording, OptionalInt effort) {
        Session session = SessionAnalysis.of(recording.build());
        List<Session> sessions = List.of(session);
        TrainingLoad load = TrainingLoad.of(
                List.of(),
                session.localDate(),
                List.of(profile(session)),
                sessions,
                effort.isPresent() ? List.of(told(session, effort)) : List.of(),
                OptionalDouble.empty());
        List<ActivityAnalysis> analyses = Activities.of(
                sessions,
                load,
                SteadySegments.of(sessions, load.body()),
                Optional.of(new HeartRateAtPace(4.25, 0, 3, 12)));
        assertThat(analyses).hasSize(1);
        return analyses.get(0);
    }

    @Test
    void an_easy_hour_is_easy_and_has_its_numbers() {
        ActivityAnalysis easy = of(ARecording.steadyRun(), OptionalInt.of(3));

        assertThat(easy.kind()).isEqualTo(Kind.EASY);
        assertThat(easy.hard()).isFalse();
        assertThat(easy.hardReasons()).isEmpty();
        assertThat(easy.effortDoubtful()).isFalse();
        assertThat(easy.loadBasis()).isEqualTo("heart-rate");
        assertThat(easy.load()).isEqualTo(easy.heartRateScore().orElseThrow());
        // An hour in the bin from 3.0 to 3.1 m/s with a threshold of 3.70 m/s.
        assertThat(easy.paceScore().orElseThrow()).isEqualTo(100 * Math.pow(3.05 / (1000 / 270.0), 2), within(0.1));
        assertThat(easy.effortLoad()).hasValue(180);
        // x = 90 / 140 of the reserve for 60 min: 60 x 0.64 e^(1.92 x).
        assertThat(easy.trimp().orElseThrow()).isEqualTo(84.8, within(0.1));
        assertThat(easy.zoneMinutes()).containsExactly(0.0, 0.0, 60.0, 0.0, 0.0);
        assertThat(easy.edwards()).hasValue(180);
        assertThat(easy.efficiency().orElseThrow()).isEqualTo(1.286, within(0.001));
        assertThat(easy.beatsPerKilometre()).hasValue(778);
        assertThat(easy.decouplingPercent()).hasValue(0);
        assertThat(easy.heartRateAtPaceResidualBpm()).hasValue(4.3);
        assertThat(easy.peaks().over5min().heartRateBpm()).hasValue(140);
        assertThat(easy.peaks().over20min().paceSecondsPerKilometre()).hasValue(333.3);
        assertThat(easy.peaks().over30s().effortPercent()).hasValue(81);
        assertThat(easy.timedBests()).hasSize(7);
    }

    @Test
    void twenty_minutes_at_threshold_are_a_tempo() {
        ActivityAnalysis tempo = of(tempo(3.7, 168));

        assertThat(tempo.kind()).isEqualTo(Kind.TEMPO);
        assertThat(of(tempo(3.45, 160)).kind()).isNotEqualTo(Kind.TEMPO);
    }

    @Test
    void eight_minutes_above_threshold_heart_rate_or_pace_are_hard() {
        assertThat(of(tempo(3.5, 176)).hardReasons()).containsExactly("minutes-above-threshold-heart-rate");
        assertThat(of(tempo(3.9, 160)).hardReasons()).containsExactly("minutes-above-threshold-pace");
        assertThat(of(tempo(3.9, 160).subSport("trail")).hardReasons()).isEmpty();
    }

    @Test
    void a_hard_run_of_no_known_kind_is_just_hard() {
        ActivityAnalysis race = of(ARecording.of(Sport.RUNNING).run(1200, 4.2, 180));

        assertThat(race.kind()).isEqualTo(Kind.HARD);
        assertThat(race.hard()).isTrue();
    }

    @Test
    void effort_of_seven_is_hard_and_doubtful_beside_a_quiet_heart() {
        ActivityAnalysis told = of(ARecording.steadyRun(), OptionalInt.of(8));

        assertThat(told.hardReasons()).containsExactly("effort");
        assertThat(told.effortDoubtful()).isTrue();
        // An hour at threshold answers to effort 7, half of it to 3.5; never below 1 nor above 10.
        assertThat(EffortCheck.fromHeart(100, 60)).isEqualTo(7, within(0.01));
        assertThat(EffortCheck.fromHeart(50, 60)).isEqualTo(3.5, within(0.01));
        assertThat(EffortCheck.fromHeart(300, 60)).isEqualTo(10);
    }

    @Test
    void fast_repeats_are_hard_and_their_fade_is_told() {
        ARecording recording = ARecording.of(Sport.RUNNING).lap(Intensity.WARMUP, 600, 2.8, 130);
        int[] seconds = {90, 92, 94, 97, 100};
        for (int lap : seconds) {
            recording.lap(Intensity.INTERVAL, lap, 400.0 / lap, 170).lap(Intensity.REST, 90, 1.2, 150);
        }
        ActivityAnalysis analysis = of(recording);

        assertThat(analysis.kind()).isEqualTo(Kind.REPEATS);
        assertThat(analysis.hardReasons()).containsExactly("repeats");
        Repeats repeats = analysis.repeats().orElseThrow();
        assertThat(repeats.count()).isEqualTo(5);
        assertThat(repeats.meanMetres()).isEqualTo(400);
        // Mean 94.6, best 90; slope 2.5 s a repeat; the last against 91.
        assertThat(repeats.decrementPercent()).hasValue(5.1);
        assertThat(repeats.slopePercent()).hasValue(2.6);
        assertThat(repeats.lastPercent()).hasValue(9.9);
        assertThat(repeats.faded()).isTrue();
        assertThat(repeats.formCue()).isFalse();
    }

    @Test
    void slow_bouts_of_walking_and_jogging_are_no_hard_set() {
        ActivityAnalysis analysis = of(ARecording.intervals(6, 120, 2.6, 90, 1.5));

        assertThat(analysis.hard()).isFalse();
    }

    @Test
    void strides_leave_an_easy_run_easy() {
        ActivityAnalysis analysis = of(strides(5.0));

        assertThat(analysis.kind()).isEqualTo(Kind.STRIDES);
        assertThat(analysis.hard()).isFalse();
        assertThat(of(strides(3.9)).kind()).isEqualTo(Kind.EASY);
    }

    @Test
    void a_run_that_ends_faster_third_by_third_and_not_slowly_is_a_progression() {
        assertThat(thirds(new Thirds(3.1, 3.3, 3.55)).kind()).isEqualTo(Kind.PROGRESSION);
        assertThat(thirds(new Thirds(2.7, 2.9, 3.1)).kind()).isEqualTo(Kind.EASY);
    }

    @Test
    void a_third_that_is_hardly_faster_makes_no_progression() {
        Pacing threshold = new Pacing(SessionAnalysis.of(ARecording.steadyRun().build()), OptionalDouble.of(3.7));
        Pacing unknown = new Pacing(threshold.session(), OptionalDouble.empty());

        assertThat(Kinds.isProgression(new Thirds(3.3, 3.5, 3.6), threshold)).isTrue();
        assertThat(Kinds.isProgression(new Thirds(3.0, 3.55, 3.6), threshold)).isFalse();
        assertThat(Kinds.isProgression(new Thirds(3.35, 3.4, 3.6), threshold)).isFalse();
        assertThat(Kinds.isProgression(new Thirds(3.4, 3.47, 3.56), threshold)).isFalse();
        assertThat(Kinds.isProgression(new Thirds(3.5, 3.4, 3.7), threshold)).isFalse();
        assertThat(Kinds.isProgression(new Thirds(3.0, 3.2, 3.45), threshold)).isFalse();
        assertThat(Kinds.isProgression(new Thirds(3.3, 3.5, 3.6), unknown)).isFalse();
    }

    private static ActivityAnalysis thirds(Thirds speeds) {
        return of(ARecording.of(Sport.RUNNING)
                .run(900, speeds.first(), 135)
                .run(900, speeds.second(), 145)
                .run(900, speeds.third(), 155));
    }

    @Test
    void the_heart_slows_down_after_a_hard_end_only() {
        assertThat(of(ARecording.of(Sport.RUNNING).run(900, 3.5, 170).rest(90, 130))
                        .heartRateRecovery60sBpm())
                .hasValue(40);
        assertThat(of(ARecording.of(Sport.RUNNING).run(900, 3.0, 150).rest(90, 120))
                        .heartRateRecovery60sBpm())
                .isEmpty();
        assertThat(of(ARecording.steadyRun().recovered(101)).heartRateAfter2minBpm())
                .hasValue(101);
    }

    @Test
    void form_is_a_cue_only_at_equal_speed() {
        OptionalDouble none = OptionalDouble.empty();
        assertThat(RepeatSet.isCue(new FormDrift(1, OptionalDouble.of(-3.2), none)))
                .isTrue();
        assertThat(RepeatSet.isCue(new FormDrift(-1, none, OptionalDouble.of(4.5))))
                .isTrue();
        assertThat(RepeatSet.isCue(new FormDrift(-4, OptionalDouble.of(-3.2), none)))
                .isFalse();
        assertThat(RepeatSet.isCue(new FormDrift(0, OptionalDouble.of(-2), OptionalDouble.of(2))))
                .isFalse();
    }

    @Test
    void where_positioning_is_poor_nothing_is_said_of_pace() {
        ActivityAnalysis poor = of(tempo(3.7, 168).each(row -> row.withAccuracy(40)));

        assertThat(poor.kind()).isEqualTo(Kind.EASY);
        assertThat(poor.timedBests()).isEmpty();
        assertThat(poor.peaks().over5min().effortPercent()).isEmpty();
        assertThat(poor.paceScore()).isEmpty();
    }

    @Test
    void other_sports_have_their_load_alone() {
        ActivityAnalysis ride = of(ARecording.of(Sport.CYCLING).run(3600, 9, 130));

        assertThat(ride.kind()).isEqualTo(Kind.OTHER);
        assertThat(ride.trimp()).isPresent();
        assertThat(ride.efficiency()).isEmpty();
        assertThat(ride.distanceBests()).isEmpty();
    }

    private static ARecording tempo(double metresPerSecond, double bpm) {
        return ARecording.of(Sport.RUNNING)
                .run(900, 2.8, 135)
                .run(1200, metresPerSecond, bpm)
                .run(900, 2.6, 140);
    }

    private static ARecording strides(double metresPerSecond) {
        ARecording recording = ARecording.of(Sport.RUNNING).run(1800, 2.8, 135);
        for (int i = 0; i < 5; i++) {
            recording.run(20, metresPerSecond, 150).run(80, 2.6, 140);
        }
        return recording.run(300, 2.8, 135);
    }

    private static Profile profile(Session session) {
        return new Profile(
                session.athlete(),
                session.localDate(),
                "r",
                NOON,
                NOON,
                Optional.empty(),
                Optional.of(Sex.MALE),
                OptionalInt.empty(),
                OptionalInt.of(50),
                OptionalInt.of(190),
                OptionalInt.of(170),
                OptionalInt.of(270));
    }

    private static CheckIn told(Session session, OptionalInt effort) {
        return new CheckIn.AfterRun(
                session.athlete(),
                session.localDate(),
                1,
                "c",
                NOON,
                NOON,
                effort,
                OptionalInt.empty(),
                Optional.empty(),
                Set.of());
    }
}
