package freshlegs.streams.session;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Column;
import freshlegs.model.fact.Samples;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void samples_of_one_second_complete_each_other_and_time_never_goes_back() {
        Rows rows = rows(-1, 0, 1, 1, 0, 2);

        assertThat(rows.size()).isEqualTo(3);
        assertThat(new int[] {rows.second(0), rows.second(1), rows.second(2)}).containsExactly(0, 1, 2);
        Column told = Column.of(9, 10, 11, Column.MISSING, 9, Column.MISSING);
        assertThat(rows.at(told, 0)).isEqualTo(10);
        assertThat(rows.at(told, 1)).isEqualTo(11);
        assertThat(rows.at(told, 2)).isNaN();
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
