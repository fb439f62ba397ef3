package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowsTest {
    @Test
    void full_columns_keep_evenly_spaced_rows() {
        Rows rows = new Rows(1, 1000);
        IntStream.range(0, 3500).forEach(rows::add);

        assertThat(rows.isThinned()).isTrue();
        assertThat(rows.size()).isEqualTo(875);
        assertThat(IntStream.range(0, rows.size()).map(row -> rows.at(0, row)))
                .startsWith(0, 4, 8)
                .endsWith(3488, 3492, 3496);
    }

    @Test
    void columns_that_just_fit_stay_whole() {
        Rows rows = new Rows(2, 3000);
        IntStream.range(0, 3000).forEach(i -> rows.add(i, -i));

        assertThat(rows.isThinned()).isFalse();
        assertThat(rows.at(1, 2999)).isEqualTo(-2999);
    }
}
