package freshlegs.streams.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.Sport;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Lap.Intensity;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.SessionDetail;
import freshlegs.model.fact.SessionDetail.DistanceBest;
import freshlegs.model.fact.SessionDetail.EvenStretch;
import freshlegs.model.fact.SessionDetail.HeartRateDrop;
import freshlegs.model.fact.SessionDetail.LapMark;
import freshlegs.model.fact.SessionDetail.Rolling;
import freshlegs.model.fact.SessionDetail.ShortBout;
import freshlegs.model.fact.SessionDetail.TimedBest;
import freshlegs.streams.ARecording;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DetailTest {

    private static SessionDetail of(ARecording recording) {
        return of(recording.build());
    }

    private static SessionDetail of(Recording recording) {
        return SessionAnalysis.of(recording).detail();
    }

    @Test
    void bests_are_the_farthest_in_a_time_and_the_fastest_over_a_distance() {
        SessionDetail detail = of(
                ARecording.of(Sport.RUNNING).run(600, 2.5, 130).run(300, 4, 165).run(600, 2.5, 140));

        assertThat(detail.timedBests())
                .containsExactly(
                        new TimedBest(30, 120),
                        new TimedBest(60, 240),
                        new TimedBest(300, 1200),
                        new TimedBest(600, 1950),
                        new TimedBest(1200, 3450));
        assertThat(detail.distanceBests())
                .contains(new DistanceBest(400, 100), new DistanceBest(800, 200), new DistanceBest(1000, 250))
                .extracting(DistanceBest::metres)
                .containsExactly(400, 800, 1000, 1609, 3000);
        // 1200 m in 300 s, what is missing to a mile and to 3000 m at 2.5 m/s.
        assertThat(detail.distanceBests().get(3).seconds()).isEqualTo(300 + 409.344 / 2.5, within(0.1));
        assertThat(detail.distanceBests().get(4).seconds()).isEqualTo(300 + 1800 / 2.5, within(0.1));
    }

    @Test
    void no_best_crosses_a_pause() {
        SessionDetail detail =
                of(ARecording.of(Sport.RUNNING).run(400, 3, 150).pause(60).run(400, 3, 150));

        assertThat(detail.timedBests()).extracting(TimedBest::seconds).containsExactly(30, 60, 300);
        assertThat(detail.distanceBests()).extracting(DistanceBest::metres).containsExactly(400, 800, 1000);
    }

    @Test
    void seconds_that_a_watch_left_out_still_count_as_time() {
        SessionDetail smart = of(ARecording.of(Sport.RUNNING)
                .run(900, 3, 150)
                .keeping(row -> row.second() % 5 == 0 || row.second() == 899));

        assertThat(smart.timedBests()).contains(new TimedBest(300, 900));
        assertThat(smart.distanceBests().get(0).seconds()).isEqualTo(400 / 3.0, within(0.1));
    }

    @Test
    void a_tempo_is_an_even_stretch_and_so_is_the_jog_before_it() {
        SessionDetail detail = of(ARecording.of(Sport.RUNNING)
                .run(900, 2.8, 135)
                .run(1200, 3.7, 168)
                .run(600, 2.6, 145));

        assertThat(detail.evenStretches()).hasSize(3);
        EvenStretch tempo = detail.evenStretches().get(1);
        assertThat(tempo.startSecond()).isCloseTo(900, within(3));
        assertThat(tempo.seconds()).isCloseTo(1200, within(6));
        assertThat(tempo.metresPerSecond()).isEqualTo(3.7, within(0.01));
        assertThat(tempo.variationPercent()).isLessThan(2);
        assertThat(tempo.heartRateBpm().orElseThrow()).isEqualTo(168, within(1.0));
    }

    @Test
    void eight_minutes_are_found_although_smoothing_blurs_their_edges() {
        assertThat(of(ARecording.of(Sport.RUNNING)
                                .run(300, 2.8, 135)
                                .run(480, 3.7, 168)
                                .run(300, 2.8, 145))
                        .evenStretches())
                .singleElement()
                .satisfies(stretch -> assertThat(stretch.metresPerSecond()).isEqualTo(3.7, within(0.02)));
        assertThat(of(ARecording.of(Sport.RUNNING)
                                .run(300, 2.8, 135)
                                .run(420, 3.7, 168)
                                .run(300, 2.8, 145))
                        .evenStretches())
                .isEmpty();
    }

    @Test
    void a_pace_that_swings_is_no_even_stretch() {
        ARecording swinging = ARecording.of(Sport.RUNNING);
        for (int i = 0; i < 20; i++) {
            swinging.run(60, 2.6, 140).run(60, 3.4, 150);
        }

        assertThat(of(swinging).evenStretches()).isEmpty();
    }

    @Test
    void strides_are_short_fast_bouts_with_their_own_speed() {
        ARecording recording = ARecording.of(Sport.RUNNING).run(1500, 2.8, 135);
        for (int i = 0; i < 5; i++) {
            recording.run(20, 5.2, 150).run(70, 2.5, 140);
        }

        assertThat(of(recording).shortBouts()).hasSize(5).allSatisfy(bout -> {
            assertThat(bout.seconds()).isCloseTo(20, within(2));
            assertThat(bout.metresPerSecond()).isEqualTo(5.2, within(0.2));
        });
        assertThat(of(recording).shortBouts().get(0).startSecond()).isCloseTo(1500, within(2));
        assertThat(of(ARecording.intervals(6, 100, 4, 90, 2.2)).shortBouts())
                .extracting(ShortBout::seconds)
                .isEmpty();
    }

    @Test
    void the_thirds_of_a_progression_grow_faster() {
        SessionDetail detail = of(ARecording.of(Sport.RUNNING)
                .run(800, 2.8, 135)
                .run(800, 3.0, 145)
                .run(800, 3.2, 155));

        assertThat(detail.thirds().orElseThrow().first()).isEqualTo(2.8, within(0.01));
        assertThat(detail.thirds().orElseThrow().second()).isEqualTo(3.0, within(0.01));
        assertThat(detail.thirds().orElseThrow().third()).isEqualTo(3.2, within(0.01));
        assertThat(of(ARecording.of(Sport.RUNNING).run(900, 3, 140)).thirds()).isEmpty();
    }

    @Test
    void a_minute_of_standing_shows_how_the_heart_slows() {
        SessionDetail detail = of(ARecording.of(Sport.RUNNING)
                .run(600, 3.5, 176)
                .rest(60, 176)
                .rest(60, 141)
                .run(300, 3, 150)
                .run(60, 1.2, 130));

        assertThat(detail.heartRateDrops()).singleElement().satisfies(drop -> {
            assertThat(drop.startSecond()).isCloseTo(599, within(3));
            assertThat(drop.bpm()).isEqualTo(176);
            assertThat(drop.dropBpm()).isLessThan(36);
        });
    }

    @Test
    void a_drop_is_seen_while_the_timer_is_paused_if_the_watch_goes_on_recording() {
        ARecording recording = ARecording.of(Sport.RUNNING).run(600, 3.5, 170);
        Recording paused = recording.rest(70, 130).pausedBetween(600, 670).build();

        assertThat(of(paused).heartRateDrops()).containsExactly(new HeartRateDrop(599, 170, 130));
        assertThat(of(ARecording.of(Sport.RUNNING).run(600, 3.5, 170).pause(70).run(60, 3, 140))
                        .heartRateDrops())
                .isEmpty();
    }

    @Test
    void what_the_watch_noted_two_minutes_after_the_end_is_kept() {
        assertThat(of(ARecording.steadyRun().recovered(98)).watchRecoveryBpm()).hasValue(98);
        assertThat(of(ARecording.steadyRun()).watchRecoveryBpm()).isEmpty();
    }

    @Test
    void tired_legs_take_fewer_steps_at_the_same_speed() {
        ARecording recording = ARecording.of(Sport.RUNNING).lap(Intensity.WARMUP, 600, 2.8, 130);
        for (int i = 0; i < 5; i++) {
            recording.lap(Intensity.INTERVAL, 100, 4, 170).lap(Intensity.REST, 90, 1.2, 150);
        }
        int last = 600 + 4 * 190;
        SessionDetail detail = of(
                recording.each(row -> row.second() >= last && row.second() < last + 100 ? row.withCadence(160) : row));

        assertThat(detail.formDrift().orElseThrow().speedPercent()).isZero();
        assertThat(detail.formDrift().orElseThrow().cadencePercent().orElseThrow())
                .isEqualTo(-5.9, within(0.3));
        assertThat(detail.formDrift().orElseThrow().stanceTimePercent()).isEmpty();
    }

    @Test
    void laps_are_kept_with_what_closed_them() {
        ARecording recording = ARecording.of(Sport.RUNNING);
        for (int i = 0; i < 70; i++) {
            recording
                    .lap(new Lap(i * 60, 60, OptionalDouble.of(180), OptionalInt.of(150), Intensity.ACTIVE, true))
                    .run(60, 3, 150);
        }
        SessionDetail detail = of(recording);

        assertThat(detail.laps()).hasSize(LapMarks.MOST);
        assertThat(detail.laps().get(1))
                .isEqualTo(new LapMark(60, 60, OptionalDouble.of(180), OptionalInt.of(150), Intensity.ACTIVE, true));
    }

    @Test
    void the_rolling_curve_is_thinned_and_missing_where_nothing_was_recorded() {
        Rolling hour = of(ARecording.steadyRun()).rolling().orElseThrow();
        assertThat(hour.stepSeconds()).isEqualTo(60);
        assertThat(hour.heartRateBpm().size()).isEqualTo(60);
        assertThat(hour.heartRateBpm().at(30)).isEqualTo(140);
        assertThat(hour.speedCentimetresASecond().at(30)).isEqualTo(300);

        Rolling broken = of(ARecording.of(Sport.RUNNING)
                        .run(300, 3, 150)
                        .pause(300)
                        .run(300, 3, 150))
                .rolling()
                .orElseThrow();
        assertThat(broken.stepSeconds()).isEqualTo(30);
        assertThat(broken.heartRateBpm().has(9)).isTrue();
        assertThat(broken.heartRateBpm().has(12)).isFalse();
        assertThat(broken.heartRateBpm().at(25)).isEqualTo(150);
    }

    @Test
    void other_sports_have_no_detail() {
        assertThat(of(ARecording.of(Sport.CYCLING).run(3600, 9, 130))).isEqualTo(SessionDetail.NONE);
    }
}
