package freshlegs.streams.session;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.Sport;
import freshlegs.streams.ARecording;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GradientTest {

    @Test
    void a_hill_is_as_steep_as_it_is() {
        Series grade = Track.of(ARecording.of(Sport.RUNNING)
                        .run(120, 3, 140)
                        .grade(8)
                        .run(120, 3, 160)
                        .grade(-8)
                        .run(120, 3, 150)
                        .build())
                .grade();

        assertThat(grade.at(60)).isEqualTo(0, within(0.2));
        assertThat(grade.at(180)).isEqualTo(8, within(0.3));
        assertThat(grade.at(300)).isEqualTo(-8, within(0.3));
    }

    @Test
    void a_single_wrong_altitude_makes_no_hill() {
        Series grade = Track.of(ARecording.of(Sport.RUNNING)
                        .run(120, 3, 140)
                        .each(row -> row.second() == 60 ? row.withAltitude(300) : row)
                        .build())
                .grade();

        assertThat(grade.at(55)).isZero();
        assertThat(grade.at(65)).isZero();
    }

    @Test
    void a_cliff_is_clamped() {
        Series grade = Track.of(ARecording.of(Sport.RUNNING)
                        .run(120, 3, 140)
                        .grade(90)
                        .run(120, 3, 140)
                        .build())
                .grade();

        assertThat(grade.at(200)).isEqualTo(30);
    }

    @Test
    void altitude_that_trembles_by_half_a_metre_makes_less_than_two_percent() {
        Random random = new Random(7);
        Series grade = Track.of(ARecording.of(Sport.RUNNING)
                        .run(1200, 3, 140)
                        .each(row -> row.withAltitude(100 + random.nextGaussian() * 0.5))
                        .build())
                .grade();

        for (int cell = 20; cell < 1180; cell++) {
            assertThat(grade.at(cell)).isEqualTo(0, within(2.0));
        }
    }

    @Test
    void whoever_stands_has_no_grade() {
        Series grade =
                Track.of(ARecording.of(Sport.RUNNING).rest(300, 100).build()).grade();

        assertThat(grade.known()).isZero();
    }

    @Test
    void without_altitude_there_is_no_grade_and_the_speed_stays_what_it_is() {
        Track track = Track.of(ARecording.of(Sport.RUNNING)
                .run(300, 3, 140)
                .each(row -> row.withAltitude(NaN))
                .build());

        assertThat(track.grade().known()).isZero();
        assertThat(track.gradeAdjusted().at(100)).isEqualTo(3);
    }
}
