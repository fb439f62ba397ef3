package freshlegs.streams.session;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Column;
import freshlegs.model.fact.Samples;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void of_one_second_the_last_row_counts_and_time_never_goes_back() {
        Rows rows = rows(-1, 0, 1, 1, 0, 2);

        assertThat(rows.size()).isEqualTo(3);
        assertThat(new int[] {rows.second(0), rows.second(1), rows.second(2)}).containsExactly(0, 1, 2);
        assertThat(new int[] {rows.sample(0), rows.sample(1), rows.sample(2)}).containsExactly(1, 3, 5);
    }

    @Test
    void a_row_a_second_bridges_five_missing_seconds() {
        assertThat(rows(0, 1, 2, 3, 60).bridgeSeconds()).isEqualTo(6);
    }

    @Test
    void smart_recording_bridges_three_usual_intervals_but_never_more_than_half_a_minute() {
        assertThat(rows(0, 4, 8, 12).bridgeSeconds()).isEqualTo(12);
        assertThat(rows(0, 15, 30, 45).bridgeSeconds()).isEqualTo(30);
        assertThat(rows(0, Integer.MAX_VALUE).bridgeSeconds()).isEqualTo(30);
    }

    static Rows rows(int... seconds) {
        Column missing = Column.missing(seconds.length);
        return Rows.of(new Samples(
                Column.of(seconds), missing, missing, missing, missing, missing, missing, missing, missing, missing));
    }
}
