package freshlegs.streams.session;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.Sport;
import freshlegs.streams.ARecording;
import org.junit.jupiter.api.Test;

class DecouplingTest {

    @Test
    void it_is_the_loss_of_speed_per_heart_beat() {
        assertThat(Decoupling.percent(3.0 / 140, 2.95 / 147)).isEqualTo(6.349, within(5e-4));
        assertThat(Decoupling.percent(3.0 / 140, 3.0 / 150)).isEqualTo(6.667, within(5e-4));
    }

    @Test
    void the_halves_are_of_moving_time_after_ten_minutes() {
        Track track = Track.of(ARecording.of(Sport.RUNNING)
                .run(600, 2.5, 120)
                .run(1200, 3.0, 140)
                .rest(200, 120)
                .run(1200, 2.95, 147)
                .build());

        assertThat(Decoupling.of(track).orElseThrow()).isEqualTo(6.35, within(0.1));
    }

    @Test
    void less_than_forty_minutes_of_moving_say_nothing() {
        assertThat(Decoupling.of(
                        Track.of(ARecording.of(Sport.RUNNING).run(2399, 3, 140).build())))
                .isEmpty();
        assertThat(Decoupling.of(
                        Track.of(ARecording.of(Sport.RUNNING).run(2400, 3, 140).build())))
                .hasValue(0);
    }

    @Test
    void a_half_without_heart_rate_says_nothing() {
        ARecording recording = ARecording.steadyRun().each(row -> row.second() > 2700 ? row.withBpm(NaN) : row);

        assertThat(Decoupling.of(Track.of(recording.build()))).isEmpty();
    }
}
