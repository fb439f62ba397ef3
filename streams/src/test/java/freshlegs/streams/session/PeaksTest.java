package freshlegs.streams.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeaksTest {

    @Test
    void the_highest_half_minute_is_found_wherever_it_lies() {
        Timeline timeline = seconds(0, 100);
        Series bpm = Series.of(100, cell -> cell >= 20 && cell < 50 ? 160 : 130);

        assertThat(Peaks.highest(timeline, bpm, 30)).hasValue(160);
        assertThat(Peaks.highest(timeline, bpm, 60)).hasValue(145);
        assertThat(Peaks.highest(timeline, bpm, 101)).isEmpty();
    }

    @Test
    void it_never_crosses_a_gap_of_more_than_ten_seconds() {
        int[] apart = IntStream.concat(IntStream.range(0, 20), IntStream.range(31, 51))
                .toArray();
        int[] close = IntStream.concat(IntStream.range(0, 20), IntStream.range(30, 50))
                .toArray();
        Series bpm = Series.of(40, cell -> 150);

        assertThat(Peaks.highest(Timeline.of(apart), bpm, 30)).isEmpty();
        assertThat(Peaks.highest(Timeline.of(close), bpm, 30)).hasValue(150);
    }

    @Test
    void it_knows_nine_tenths_of_its_seconds() {
        Timeline timeline = seconds(0, 30);

        assertThat(Peaks.highest(timeline, Series.of(30, cell -> cell < 3 ? Series.MISSING : 150), 30))
                .hasValue(150);
        assertThat(Peaks.highest(timeline, Series.of(30, cell -> cell < 4 ? Series.MISSING : 150), 30))
                .isEmpty();
    }

    private static Timeline seconds(int from, int to) {
        return Timeline.of(IntStream.range(from, to).toArray());
    }
}
