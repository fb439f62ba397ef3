package freshlegs.streams.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.Sport;
import freshlegs.model.fact.Minute;
import freshlegs.streams.ARecording;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinuteWindowsTest {

    @Test
    void each_minute_says_how_it_was_run() {
        List<Minute> minutes = windows(
                ARecording.of(Sport.RUNNING)
                        .run(60, 3, 130)
                        .run(30, 3, 140)
                        .rest(30, 150)
                        .run(20, 4, 150),
                240);

        assertThat(minutes).hasSize(3).extracting(Minute::startSecond).containsExactly(0, 60, 120);
        assertThat(minutes.get(1).movingShare()).isEqualTo(0.5, within(0.02));
        assertThat(minutes.get(1).gradeAdjustedSpeedMetresPerSecond()).isEqualTo(3, within(0.01));
        assertThat(minutes.get(1).heartRateBpm().orElseThrow()).isEqualTo(145, within(0.2));
        assertThat(minutes.get(2).movingShare()).isEqualTo(20 / 60.0, within(0.02));
    }

    @Test
    void variation_is_that_of_the_speed_within_the_minute() {
        List<Minute> minutes =
                windows(ARecording.of(Sport.RUNNING).run(30, 2.7, 130).run(30, 3.3, 130), 240);

        assertThat(minutes.get(0).speedVariationPercent()).isEqualTo(10, within(0.5));
    }

    @Test
    void a_long_day_has_wider_windows() {
        ARecording day = ARecording.of(Sport.RUNNING).run(24 * 3600, 2, 120);

        assertThat(windows(day, 240)).hasSize(240).element(1).returns(360, Minute::startSecond);
        assertThat(windows(day, 100)).hasSize(96).element(1).returns(900, Minute::startSecond);
    }

    @Test
    void hours_of_pause_do_not_widen_them() {
        ARecording interrupted =
                ARecording.of(Sport.RUNNING).run(3600, 3, 140).pause(36_000).run(3600, 3, 140);

        assertThat(windows(interrupted, 240)).hasSize(120).element(60).returns(39_600, Minute::startSecond);
    }

    private static List<Minute> windows(ARecording recording, int most) {
        return MinuteWindows.of(Track.of(recording.build()), most).toList();
    }
}
