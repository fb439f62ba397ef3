package freshlegs.streams.session;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Column;
import freshlegs.model.fact.Histogram;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void a_mean_is_over_what_is_known() {
        assertThat(Series.of(1, NaN, 3).mean()).hasValue(2);
        assertThat(Series.missing(3).mean()).isEmpty();
    }

    @Test
    void variation_is_the_standard_deviation_over_the_mean() {
        assertThat(Series.of(2, 4, NaN).variation(0, 3).orElseThrow()).isEqualTo(1 / 3.0);
        assertThat(Series.of(2, NaN).variation(0, 2)).isEmpty();
        assertThat(Series.of(0, 0).variation(0, 2)).isEmpty();
    }

    @Test
    void values_are_joined_by_straight_lines_over_short_gaps_only() {
        Rows rows = RowsTest.rows(0, 1, 2, 3, 4, 20);
        double[] bpm = {100, NaN, NaN, 106, NaN, 120};
        Timeline timeline = Timeline.of(rows, List.of());
        Series series = Resampling.of(timeline, rows, row -> bpm[row]);

        assertThat(series.size()).isEqualTo(6);
        assertThat(series.at(1)).isEqualTo(102);
        assertThat(series.at(3)).isEqualTo(106);
        assertThat(series.has(4)).isFalse();
        assertThat(series.at(5)).isEqualTo(120);
    }

    @Test
    void a_running_median_ignores_what_is_missing_and_stays_in_its_piece() {
        Timeline timeline = Timeline.of(0, 1, 2, 30, 31);
        Series smooth = Smoothing.median(timeline, Series.of(1, 9, 2, 50, NaN), 3);

        assertThat(smooth.at(0)).isEqualTo(5);
        assertThat(smooth.at(1)).isEqualTo(2);
        assertThat(smooth.at(2)).isEqualTo(5.5);
        assertThat(smooth.at(3)).isEqualTo(50);
        assertThat(smooth.has(4)).isFalse();
    }

    @Test
    void a_running_mean_ignores_what_is_missing_and_stays_in_its_piece() {
        Timeline timeline = Timeline.of(0, 1, 2, 30);
        Series smooth = Smoothing.mean(timeline, Series.of(1, NaN, 5, 50), 5);

        assertThat(smooth.at(0)).isEqualTo(3);
        assertThat(smooth.has(1)).isFalse();
        assertThat(smooth.at(3)).isEqualTo(50);
    }

    @Test
    void a_histogram_begins_at_its_lowest_and_ends_at_its_highest_bin() {
        assertThat(Histograms.perBpm(Series.of(139.5, 140, 142, NaN)))
                .isEqualTo(new Histogram(140, 1, Column.of(20, 0, 10)));
        assertThat(Histograms.perTenCentimetresASecond(Series.of(2.99, 3.0, 3.09)))
                .isEqualTo(new Histogram(290, 10, Column.of(10, 20)));
        assertThat(Histograms.perBpm(Series.missing(4))).isEqualTo(Histogram.empty(1));
    }
}
