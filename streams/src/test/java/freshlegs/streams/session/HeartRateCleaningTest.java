package freshlegs.streams.session;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Sport;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.streams.ARecording;
import freshlegs.streams.ARecording.Row;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class HeartRateCleaningTest {

    @Test
    void what_no_heart_does_is_no_heart_rate() {
        assertThat(HeartRateCleaning.valid(29)).isNaN();
        assertThat(HeartRateCleaning.valid(30)).isEqualTo(30);
        assertThat(HeartRateCleaning.valid(230)).isEqualTo(230);
        assertThat(HeartRateCleaning.valid(231)).isNaN();
        assertThat(HeartRateCleaning.valid(NaN)).isNaN();
    }

    @Test
    void five_missing_seconds_are_bridged_and_six_are_not() {
        Series five = heartRate(row -> row.second() >= 100 && row.second() < 105 ? row.withBpm(NaN) : row);
        Series six = heartRate(row -> row.second() >= 100 && row.second() < 106 ? row.withBpm(NaN) : row);

        assertThat(five.known()).isEqualTo(600);
        assertThat(six.known()).isEqualTo(594);
    }

    @Test
    void a_single_wrong_beat_is_smoothed_away() {
        Series bpm = heartRate(row -> row.second() == 100 ? row.withBpm(220) : row);

        assertThat(bpm.known()).isEqualTo(600);
        assertThat(bpm.at(100)).isEqualTo(140);
    }

    @Test
    void a_burst_between_two_leaps_is_missing() {
        Series bpm = heartRate(row -> row.second() >= 100 && row.second() < 120 ? row.withBpm(220) : row);

        assertThat(bpm.has(98)).isTrue();
        assertThat(bpm.has(100)).isFalse();
        assertThat(bpm.has(110)).isFalse();
        assertThat(bpm.has(119)).isFalse();
        assertThat(bpm.has(122)).isTrue();
    }

    @Test
    void fifteen_beats_in_a_second_are_just_possible() {
        Timeline timeline = Timeline.of(0, 1, 2, 3);

        assertThat(HeartRateCleaning.withoutLeaps(timeline, Series.of(100, 115, 130, 145))
                        .known())
                .isEqualTo(4);
        assertThat(HeartRateCleaning.withoutLeaps(timeline, Series.of(100, 100, 116, 116))
                        .known())
                .isEqualTo(2);
    }

    @Test
    void a_heart_rate_that_stands_still_while_the_speed_changes_is_stuck() {
        ARecording changing = ARecording.of(Sport.RUNNING);
        for (int i = 0; i < 5; i++) {
            changing.run(30, 2.5, 150).run(30, 4, 150);
        }
        ARecording beating = ARecording.of(Sport.RUNNING);
        for (int i = 0; i < 5; i++) {
            beating.run(30, 2.5, 150).run(30, 4, 151);
        }

        assertThat(Track.of(changing.build()).heartRate().known()).isZero();
        assertThat(Track.of(beating.build()).heartRate().known()).isEqualTo(300);
    }

    @Test
    void a_heart_rate_that_stands_still_at_an_even_speed_is_believed() {
        assertThat(heartRate(row -> row).known()).isEqualTo(600);
    }

    @Test
    void agreement_with_the_steps_is_believed_when_it_is_no_higher_than_elsewhere() {
        Series bpm = Track.of(ARecording.of(Sport.RUNNING)
                        .heartRateFrom(HeartRateSource.WRIST)
                        .run(600, 3.5, 164)
                        .run(600, 3.5, 170)
                        .build())
                .heartRate();

        assertThat(bpm.known()).isEqualTo(1200);
    }

    @Test
    void agreement_with_the_steps_for_half_an_hour_is_not_believed() {
        Series bpm = Track.of(ARecording.of(Sport.RUNNING)
                        .heartRateFrom(HeartRateSource.WRIST)
                        .run(300, 3, 130)
                        .run(2400, 3.5, 170)
                        .build())
                .heartRate();

        assertThat(bpm.known()).isBetween(270, 320);
    }

    @Test
    void agreement_with_the_steps_now_and_then_is_believed_however_often() {
        ARecording marathon = ARecording.of(Sport.RUNNING).heartRateFrom(HeartRateSource.WRIST);
        for (int i = 0; i < 5; i++) {
            marathon.run(700, 3.5, 169).run(300, 3.5, 163);
        }

        assertThat(Track.of(marathon.build()).heartRate().known()).isEqualTo(5000);
    }

    @Test
    void walking_pace_steps_are_not_compared() {
        Series bpm = Track.of(ARecording.of(Sport.RUNNING)
                        .heartRateFrom(HeartRateSource.WRIST)
                        .run(2400, 1.5, 110)
                        .build())
                .heartRate();

        assertThat(bpm.known()).isEqualTo(2400);
    }

    private static Series heartRate(UnaryOperator<Row> change) {
        return Track.of(ARecording.of(Sport.RUNNING)
                        .run(600, 3, 140)
                        .each(change)
                        .build())
                .heartRate();
    }
}
