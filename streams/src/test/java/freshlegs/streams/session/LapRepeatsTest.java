package freshlegs.streams.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.Sport;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Lap.Intensity;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Repeat;
import freshlegs.streams.ARecording;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LapRepeatsTest {

    @Test
    void interval_laps_count_and_other_active_ones_do_not() {
        List<Repeat> repeats = repeats(ARecording.of(Sport.RUNNING)
                .lap(Intensity.ACTIVE, 600, 2.8, 130)
                .lap(Intensity.REST, 60, 1, 120)
                .lap(Intensity.INTERVAL, 100, 4, 165)
                .lap(Intensity.RECOVERY, 60, 2, 150)
                .lap(Intensity.INTERVAL, 100, 4, 168)
                .lap(Intensity.ACTIVE, 600, 2.8, 140));

        assertThat(repeats).extracting(Repeat::startSecond).containsExactly(660.0, 820.0);
        assertThat(repeats).extracting(Repeat::recoverySeconds).containsExactly(60.0, 0.0);
    }

    @Test
    void a_single_long_interval_between_warm_up_and_cool_down_is_a_tempo() {
        List<Repeat> tempo = repeats(ARecording.of(Sport.RUNNING)
                .lap(Intensity.WARMUP, 600, 2.8, 130)
                .lap(Intensity.INTERVAL, 480, 4, 165)
                .lap(Intensity.COOLDOWN, 600, 2.8, 140));
        List<Repeat> tooShort = repeats(ARecording.of(Sport.RUNNING)
                .lap(Intensity.WARMUP, 600, 2.8, 130)
                .lap(Intensity.INTERVAL, 470, 4, 165)
                .lap(Intensity.COOLDOWN, 600, 2.8, 140));
        List<Repeat> nothingAround = repeats(ARecording.of(Sport.RUNNING).lap(Intensity.INTERVAL, 1800, 3, 150));

        assertThat(tempo).singleElement().satisfies(repeat -> {
            assertThat(repeat.startSecond()).isEqualTo(600);
            assertThat(repeat.durationSeconds()).isEqualTo(480);
        });
        assertThat(tooShort).isEmpty();
        assertThat(nothingAround).isEmpty();
    }

    @Test
    void laps_without_rest_between_them_are_left_to_the_speed() {
        assertThat(repeats(ARecording.of(Sport.RUNNING)
                        .lap(Intensity.ACTIVE, 100, 4, 165)
                        .lap(Intensity.ACTIVE, 60, 2, 150)
                        .lap(Intensity.ACTIVE, 100, 4, 165)))
                .isEmpty();
    }

    @Test
    void laps_of_one_name_are_told_apart_by_their_speed() {
        ARecording recording = ARecording.of(Sport.RUNNING).lap(Intensity.UNKNOWN, 417, 3, 130);
        for (int i = 0; i < 4; i++) {
            recording.lap(Intensity.UNKNOWN, 90, 1.5, 130).lap(Intensity.UNKNOWN, 100, 4 + i * 0.1, 165);
        }
        List<Repeat> repeats = repeats(recording.lap(Intensity.UNKNOWN, 19, 2, 150));

        assertThat(repeats).extracting(Repeat::startSecond).containsExactly(507.0, 697.0, 887.0, 1077.0);
        assertThat(repeats).extracting(Repeat::recoverySeconds).containsExactly(90.0, 90.0, 90.0, 0.0);
    }

    @Test
    void kilometres_by_hand_are_no_repeats() {
        ARecording recording = ARecording.of(Sport.RUNNING);
        for (double speed : new double[] {2.7, 2.9, 2.6, 2.8, 3.0, 2.7}) {
            recording.lap(Intensity.UNKNOWN, 360, speed, 140);
        }
        assertThat(repeats(recording)).isEmpty();
    }

    @Test
    void an_interval_that_the_watch_cut_at_a_kilometre_is_one_repeat() {
        ARecording recording = ARecording.of(Sport.RUNNING).lap(Intensity.WARMUP, 600, 2.8, 130);
        for (int i = 0; i < 3; i++) {
            recording
                    .lap(Intensity.INTERVAL, 300, 3.3, 160)
                    .lap(Intensity.INTERVAL, 120, 3.3, 165)
                    .lap(Intensity.RECOVERY, 120, 2.3, 150);
        }
        assertThat(repeats(recording)).hasSize(3).allSatisfy(repeat -> {
            assertThat(repeat.durationSeconds()).isEqualTo(420);
            assertThat(repeat.distanceMetres()).isEqualTo(1386, within(1e-9));
            assertThat(repeat.recoverySeconds()).isEqualTo(120);
        });
    }

    @Test
    void one_hard_lap_is_no_set() {
        assertThat(repeats(ARecording.of(Sport.RUNNING)
                        .lap(Intensity.WARMUP, 600, 2.8, 130)
                        .lap(Intensity.ACTIVE, 1200, 3.6, 165)
                        .lap(Intensity.RECOVERY, 300, 2, 140)))
                .isEmpty();
    }

    @Test
    void the_few_steps_before_the_stop_button_are_no_repeat() {
        assertThat(repeats(ARecording.of(Sport.RUNNING)
                        .lap(Intensity.ACTIVE, 100, 4, 165)
                        .lap(Intensity.REST, 60, 1, 140)
                        .lap(Intensity.ACTIVE, 100, 4, 165)
                        .lap(Intensity.REST, 60, 1, 140)
                        .lap(Intensity.ACTIVE, 12, 2, 130)))
                .hasSize(2);
    }

    @Test
    void a_ladder_may_end_with_a_short_one() {
        assertThat(repeats(ARecording.of(Sport.RUNNING)
                        .lap(Intensity.ACTIVE, 300, 4, 165)
                        .lap(Intensity.REST, 60, 1, 140)
                        .lap(Intensity.ACTIVE, 60, 5, 165)
                        .lap(Intensity.REST, 60, 1, 140)
                        .lap(Intensity.COOLDOWN, 300, 2, 130)))
                .extracting(Repeat::distanceMetres)
                .containsExactly(1200.0, 300.0);
    }

    @Test
    void the_watch_s_lap_distance_is_preferred_and_the_samples_fill_in() {
        Recording recording = ARecording.of(Sport.RUNNING)
                .lap(lap(0, 100, OptionalDouble.of(400)))
                .run(100, 4.1, 165)
                .lap(Intensity.REST, 60, 1, 150)
                .lap(lap(160, 100, OptionalDouble.empty()))
                .run(100, 4.1, 170)
                .build();

        List<Repeat> repeats = LapRepeats.in(recording.laps(), Track.of(recording));
        assertThat(repeats.get(0).distanceMetres()).isEqualTo(400);
        assertThat(repeats.get(1).distanceMetres()).isEqualTo(410, within(2.0));
        assertThat(repeats.get(1).meanHeartRateBpm().orElseThrow()).isEqualTo(170, within(1.0));
    }

    @Test
    void laps_alone_are_enough() {
        Recording recording = ARecording.of(Sport.RUNNING)
                .lap(Intensity.ACTIVE, 100, 4, 165)
                .lap(Intensity.REST, 60, 1, 150)
                .lap(Intensity.ACTIVE, 100, 4, 170)
                .keeping(row -> false)
                .build();

        assertThat(LapRepeats.in(recording.laps(), Track.of(recording)))
                .extracting(Repeat::meanHeartRateBpm)
                .containsExactly(OptionalDouble.of(165), OptionalDouble.of(170));
    }

    private static Lap lap(int start, int seconds, OptionalDouble metres) {
        return new Lap(start, seconds, metres, OptionalInt.empty(), Intensity.ACTIVE, false);
    }

    private static List<Repeat> repeats(ARecording told) {
        Recording recording = told.build();
        return LapRepeats.in(recording.laps(), Track.of(recording));
    }
}
