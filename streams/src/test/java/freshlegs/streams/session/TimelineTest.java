package freshlegs.streams.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import freshlegs.model.fact.Pause;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void short_gaps_are_bridged_and_long_ones_left_out() {
        assertThat(seconds(Timeline.of(RowsTest.rows(0, 1, 2, 6, 7, 20, 21), List.of())))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 20, 21);
    }

    @Test
    void paused_seconds_are_left_out_even_when_rows_were_written() {
        Timeline timeline = Timeline.of(RowsTest.rows(0, 1, 2, 3, 4, 5, 6), List.of(new Pause(1.6, 3)));

        assertThat(seconds(timeline)).containsExactly(0, 1, 5, 6);
    }

    @Test
    void a_piece_ends_where_more_than_ten_seconds_are_missing() {
        Timeline timeline = Timeline.of(0, 1, 12, 13, 25);

        assertThat(timeline.pieceFirst(3)).isZero();
        assertThat(timeline.pieceEnd(0)).isEqualTo(4);
        assertThat(timeline.pieceFirst(4)).isEqualTo(4);
        assertThat(timeline.pieceEnd(4)).isEqualTo(5);
    }

    @Test
    void a_time_finds_its_cell_or_the_next_one() {
        Timeline timeline = Timeline.of(0, 1, 12);

        assertThat(timeline.cellAt(0)).isZero();
        assertThat(timeline.cellAt(0.4)).isEqualTo(1);
        assertThat(timeline.cellAt(5)).isEqualTo(2);
        assertThat(timeline.cellAt(13)).isEqualTo(3);
    }

    @Test
    void a_watch_that_ran_for_a_week_is_refused() {
        int[] everyHalfMinute = IntStream.range(0, 20_000).map(i -> i * 30).toArray();

        assertThatIllegalArgumentException().isThrownBy(() -> Timeline.of(RowsTest.rows(everyHalfMinute), List.of()));
    }

    private static int[] seconds(Timeline timeline) {
        return IntStream.range(0, timeline.size()).map(timeline::second).toArray();
    }
}
