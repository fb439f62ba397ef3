package freshlegs.streams.session;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.streams.ARecording;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MotionTest {

    @Test
    void without_a_speed_the_distance_gives_it() {
        Motion motion = Track.of(ARecording.of(Sport.RUNNING)
                        .run(60, 3, 140)
                        .run(60, 4, 150)
                        .each(row -> row.withSpeed(NaN))
                        .build())
                .motion();

        assertThat(motion.speed().at(30)).isEqualTo(3, within(1e-9));
        assertThat(motion.speed().at(90)).isEqualTo(4, within(1e-9));
        assertThat(motion.movingSeconds()).isEqualTo(120);
    }

    @Test
    void without_a_distance_the_speed_gives_it() {
        Motion motion = Track.of(ARecording.of(Sport.RUNNING)
                        .run(100, 3, 140)
                        .each(row -> row.withDistance(NaN))
                        .build())
                .motion();

        assertThat(motion.totalMetres()).isEqualTo(300, within(1e-9));
        assertThat(motion.metres(10, 20)).isEqualTo(30, within(1e-9));
    }

    @Test
    void a_speed_that_nobody_runs_is_replaced_by_its_neighbours() {
        Motion motion = Track.of(ARecording.of(Sport.RUNNING)
                        .run(60, 3, 140)
                        .each(row -> row.second() == 30 ? row.withSpeed(208) : row)
                        .build())
                .motion();

        assertThat(motion.speed().at(30)).isEqualTo(3, within(1e-9));
    }

    @Test
    void standing_is_not_moving() {
        Motion motion = Track.of(ARecording.of(Sport.RUNNING)
                        .run(60, 3, 140)
                        .rest(30, 120)
                        .run(60, 0.7, 110)
                        .build())
                .motion();

        assertThat(motion.movingSeconds()).isBetween(58, 62);
    }

    @Test
    void a_leap_of_the_total_goes_on_at_the_pace_before_it() {
        Rows rows = RowsTest.rows(0, 1, 2, 3);
        WatchDistance watch = WatchDistance.of(rows, Column.of(0, 300, 21_100, 21_400), 12);

        assertThat(watch.metres(2)).isEqualTo(6);
        assertThat(watch.metres(3)).isEqualTo(9);
        assertThat(watch.rejectedMetres()).isEqualTo(205);
    }

    @Test
    void a_total_that_falls_is_taken_as_standing() {
        Rows rows = RowsTest.rows(0, 1, 2);
        WatchDistance watch = WatchDistance.of(rows, Column.of(1000, 900, 1200), 12);

        assertThat(watch.metres(1)).isEqualTo(10);
        assertThat(watch.metres(2)).isEqualTo(13);
    }

    @Test
    void the_watch_s_total_is_believed_unless_it_holds_the_leaps() {
        ARecording leaping = ARecording.of(Sport.RUNNING)
                .run(1000, 3, 140)
                .each(row -> row.second() < 500 ? row : row.withDistance(row.distance() + 400));
        Motion motion = Track.of(leaping.build()).motion();

        assertThat(motion.rejectedMetres()).isEqualTo(400, within(3.0));
        assertThat(Distance.of(leaping.build(OptionalDouble.of(3400)), motion)).isEqualTo(3000, within(5.0));
        assertThat(Distance.of(leaping.build(OptionalDouble.of(3010)), motion)).isEqualTo(3010);
        assertThat(Distance.of(leaping.build(OptionalDouble.empty()), motion)).isEqualTo(3000, within(5.0));
    }

    @Test
    void a_speed_that_contradicts_the_distance_is_not_used() {
        Motion motion = Track.of(ARecording.of(Sport.RUNNING)
                        .run(600, 3.3, 140)
                        .each(row -> row.withSpeed(row.speed() * 0.6))
                        .build())
                .motion();

        assertThat(motion.speed().at(300)).isEqualTo(3.3, within(0.01));
    }

    @Test
    void the_drive_home_is_no_run() {
        Motion motion = Track.of(ARecording.of(Sport.RUNNING)
                        .run(1000, 3, 140)
                        .rest(60, 100)
                        .run(10, 7, 95)
                        .run(90, 11, 90)
                        .build())
                .motion();

        assertThat(motion.movingSeconds()).isBetween(997, 1003);
        assertThat(motion.totalMetres()).isEqualTo(3000, within(15.0));
        assertThat(motion.rejectedMetres()).isEqualTo(1060, within(20.0));
    }

    @Test
    void a_sprint_is_no_drive() {
        Motion motion = Track.of(ARecording.of(Sport.RUNNING)
                        .run(300, 3, 140)
                        .run(20, 9.5, 170)
                        .run(300, 2, 140)
                        .build())
                .motion();

        assertThat(motion.speed().known()).isEqualTo(620);
        assertThat(motion.rejectedMetres()).isZero();
    }
}
