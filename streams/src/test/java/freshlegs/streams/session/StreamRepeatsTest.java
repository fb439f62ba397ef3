package freshlegs.streams.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.Sport;
import freshlegs.model.fact.Repeat;
import freshlegs.streams.ARecording;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamRepeatsTest {

    @ParameterizedTest
    @CsvSource({
        "4, 20, 5.5, 60, 2.5, 110",
        "8, 40, 5.0, 90, 1.5, 200",
        "10, 90, 4.44, 90, 2.3, 400",
        "6, 160, 3.75, 120, 2.3, 600",
        "5, 240, 4.17, 180, 0.0, 1000",
        "3, 600, 3.9, 90, 2.7, 2340"
    })
    void the_usual_sessions_are_seen(
            int count, int seconds, double speed, int restSeconds, double restSpeed, double metres) {
        List<Repeat> repeats = repeats(ARecording.intervals(count, seconds, speed, restSeconds, restSpeed));

        assertThat(repeats).hasSize(count).allSatisfy(repeat -> {
            assertThat(repeat.distanceMetres()).isEqualTo(metres, within(metres * 0.03));
            assertThat(repeat.durationSeconds()).isEqualTo(seconds, within(4.0));
        });
        assertThat(repeats.get(0).recoverySeconds()).isEqualTo(restSeconds, within(5.0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noisy_repeats_are_still_seen(long seed) {
        List<Repeat> repeats = repeats(noisy(ARecording.intervals(8, 96, 4.2, 90, 2.2), seed, 0.04));

        assertThat(repeats).hasSize(8).allSatisfy(repeat -> assertThat(repeat.durationSeconds())
                .isEqualTo(96, within(6.0)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void an_easy_run_has_none(long seed) {
        assertThat(repeats(noisy(ARecording.steadyRun(), seed, 0.06))).isEmpty();
    }

    @Test
    void a_run_that_stops_at_traffic_lights_has_none() {
        ARecording recording = ARecording.of(Sport.RUNNING);
        for (int i = 0; i < 8; i++) {
            recording.run(400 + 37 * i, 3, 140).rest(25, 120);
        }
        assertThat(repeats(noisy(recording, 3, 0.04))).isEmpty();
    }

    @Test
    void a_long_run_with_walks_at_the_drinks_has_none() {
        ARecording recording = ARecording.of(Sport.RUNNING);
        for (int i = 0; i < 5; i++) {
            recording.run(1500, 3, 140).run(40, 1.4, 125);
        }
        assertThat(repeats(recording)).isEmpty();
    }

    @Test
    void two_fast_stretches_are_not_repeats() {
        assertThat(repeats(ARecording.intervals(2, 300, 4, 120, 2.3))).isEmpty();
    }

    @Test
    void a_tempo_run_is_not_repeats() {
        assertThat(repeats(ARecording.of(Sport.RUNNING)
                        .run(900, 2.8, 135)
                        .run(1200, 3.8, 165)
                        .run(600, 2.7, 140)))
                .isEmpty();
    }

    @Test
    void a_slack_in_the_middle_does_not_cut_a_repeat() {
        ARecording recording = ARecording.of(Sport.RUNNING).run(600, 2.6, 135);
        for (int i = 0; i < 4; i++) {
            recording.run(60, 4, 165).run(8, 2.6, 165).run(60, 4, 170).run(90, 2.2, 140);
        }
        assertThat(repeats(recording)).hasSize(4).allSatisfy(repeat -> assertThat(repeat.durationSeconds())
                .isEqualTo(128, within(3.0)));
    }

    @Test
    void pauses_of_the_timer_can_be_the_recoveries() {
        ARecording recording = ARecording.of(Sport.RUNNING).run(600, 2.6, 135);
        for (int i = 0; i < 5; i++) {
            recording.run(100, 4, 165).pause(90);
        }
        List<Repeat> repeats = repeats(recording.run(300, 2.6, 140));

        assertThat(repeats).hasSize(5);
        assertThat(repeats.get(1).recoverySeconds()).isEqualTo(90, within(1.0));
    }

    @Test
    void the_split_lies_between_two_speeds() {
        OtsuSplit split = OtsuSplit.of(Series.of(100, cell -> cell < 60 ? 2.25 : 4.05));

        assertThat(split.metresPerSecond()).isEqualTo(3.15, within(0.1));
        assertThat(split.slowMean()).isEqualTo(2.25, within(1e-9));
        assertThat(split.fastMean()).isEqualTo(4.05, within(1e-9));
        assertThat(split.separation()).isEqualTo(0.8, within(1e-9));
        assertThat(split.clarity()).isEqualTo(1, within(1e-9));
        assertThat(OtsuSplit.of(Series.missing(10)).separation()).isZero();
    }

    @Test
    void an_even_spread_of_speeds_is_less_clear_than_two() {
        OtsuSplit split = OtsuSplit.of(Series.of(1000, cell -> 2 + cell / 500.0));

        assertThat(split.clarity()).isEqualTo(0.75, within(0.01));
    }

    @Test
    void bouts_of_the_same_length_look_planned_and_others_do_not() {
        assertThat(isPlanned(60, 61, 59)).isTrue();
        assertThat(isPlanned(54, 52, 31, 31)).isTrue();
        assertThat(isPlanned(40, 29, 31, 43, 88)).isFalse();
        assertThat(isPlanned(170, 75, 184, 43, 180, 372, 400)).isFalse();
    }

    private static boolean isPlanned(int... lengths) {
        Timeline timeline = Timeline.of(IntStream.range(0, 2000).toArray());
        List<Bout> bouts = IntStream.of(lengths)
                .mapToObj(length -> new Bout(100, 100 + length))
                .toList();
        return Regularity.isPlanned(bouts, timeline);
    }

    @Test
    void a_walk_with_some_running_is_not_repeats() {
        ARecording recording = ARecording.of(Sport.RUNNING);
        for (int seconds : new int[] {170, 75, 184, 43, 240, 372, 400, 120}) {
            recording.run(seconds, 2.9, 140).run(seconds / 2 + 40, 1.3, 115);
        }
        assertThat(repeats(recording)).isEmpty();
    }

    @Test
    void work_begins_after_eight_fast_seconds_and_ends_after_five_slow_ones() {
        Timeline timeline = Timeline.of(IntStream.range(0, 60).toArray());
        Series speed = Series.of(60, cell -> {
            boolean surge = cell >= 5 && cell < 12;
            boolean work = cell >= 20 && cell < 40 && (cell < 30 || cell >= 34);
            return surge || work ? 4 : 2;
        });

        assertThat(new Hysteresis(2.8, 3.2).bouts(timeline, speed)).containsExactly(new Bout(20, 40));
    }

    private static ARecording noisy(ARecording recording, long seed, double share) {
        Random random = new Random(seed);
        double[] drift = {0};
        return recording.each(row -> {
            drift[0] = 0.8 * drift[0] + 0.6 * random.nextGaussian();
            return row.withSpeed(Math.max(0, row.speed() * (1 + share * drift[0])));
        });
    }

    private static List<Repeat> repeats(ARecording recording) {
        return StreamRepeats.in(Track.of(recording.build()));
    }
}
