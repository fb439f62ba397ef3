package freshlegs.streams.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.result.TrendDay.Rolling;
import freshlegs.model.result.TrendDay.Tracked;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Baselines, bands and means, worked by hand. */
class UsualTest {

    @Test
    void the_deviation_is_the_sample_one() {
        double[] oneToFourteen = new double[14];
        for (int i = 0; i < 14; i++) {
            oneToFourteen[i] = i + 1;
        }

        Moments moments = Moments.of(oneToFourteen, 0, 14);

        assertThat(moments.mean()).isEqualTo(7.5);
        assertThat(moments.deviation()).isCloseTo(Math.sqrt(17.5), within(1e-12));
        assertThat(Moments.of(new double[] {Double.NaN, 3}, 0, 2)).isEqualTo(new Moments(1, 3, 0));
    }

    @Test
    void the_band_is_a_deviation_wide_on_either_side_and_never_under_the_floor() {
        assertThat(Quantity.RESTING_HEART_RATE.tracked(days(8, 14, 50, 50)))
                .satisfies(steady -> assertThat(steady.low()).hasValue(48.5))
                .satisfies(steady -> assertThat(steady.high()).hasValue(51.5));

        Tracked restless = Quantity.RESTING_HEART_RATE.tracked(days(8, 14, 47, 53));

        assertThat(restless.baseline()).hasValue(50);
        assertThat(restless.high()).as("50 + sqrt(14 * 9 / 13)").hasValue(53.1);
        assertThat(restless.days()).isEqualTo(14);
    }

    @Test
    void hrv_is_averaged_in_logarithms_and_its_band_is_half_a_deviation_wide() {
        double high = 50 * Math.exp(0.2);

        Tracked hrv = Quantity.HRV.tracked(days(8, 14, 50, high));

        assertThat(hrv.baseline()).as("50 * exp(0.1)").hasValue(55.3);
        assertThat(hrv.low()).as("50 * exp(0.1 - 0.5 * 0.10377)").hasValue(52.5);
        assertThat(hrv.high()).as("50 * exp(0.1 + 0.5 * 0.10377)").hasValue(58.2);
    }

    @Test
    void a_steady_hrv_keeps_a_band_of_four_per_cent() {
        Tracked hrv = Quantity.HRV.tracked(days(8, 20, 100, 100));

        assertThat(hrv.low()).as("100 * exp(-0.04)").hasValue(96.1);
        assertThat(hrv.high()).as("100 * exp(0.04)").hasValue(104.1);
    }

    @Test
    void the_last_seven_days_do_not_hide_themselves() {
        Series series = days(8, 42, 50, 50);
        for (int back = 0; back < 8; back++) {
            series.put(back, OptionalDouble.of(70));
        }

        Tracked tracked = Quantity.RESTING_HEART_RATE.tracked(series);

        assertThat(tracked.baseline()).hasValue(50);
        assertThat(tracked.days()).isEqualTo(42);
        assertThat(tracked.mean7d()).hasValue(70);
    }

    @Test
    void the_eighth_day_back_is_in_and_so_is_the_forty_ninth() {
        Series series = new Series(OptionalDouble.empty());
        series.put(8, OptionalDouble.of(1));
        series.put(49, OptionalDouble.of(1));
        series.put(7, OptionalDouble.of(1));

        assertThat(Quantity.SLEEP.tracked(series).days()).isEqualTo(2);
    }

    @Test
    void under_fourteen_days_nothing_is_usual_but_the_days_are_counted() {
        Tracked thirteen = Quantity.SUBJECTIVE.tracked(days(8, 13, 2, 3));

        assertThat(thirteen.baseline()).isEmpty();
        assertThat(thirteen.low()).isEmpty();
        assertThat(thirteen.high()).isEmpty();
        assertThat(thirteen.days()).isEqualTo(13);
        assertThat(Quantity.SUBJECTIVE.tracked(days(8, 14, 2, 3)).baseline()).hasValue(2.5);
    }

    @Test
    void runs_need_eight_of_them() {
        assertThat(Quantity.EFFICIENCY.tracked(days(8, 7, 1.3, 1.4)).baseline()).isEmpty();
        assertThat(Quantity.EFFICIENCY.tracked(days(8, 8, 1.3, 1.4)).baseline()).hasValue(1.35);
    }

    @Test
    void hrv_has_no_mean_of_seven_days_under_three_nights() {
        assertThat(Quantity.HRV.tracked(days(0, 2, 50, 50)).mean7d()).isEmpty();
        assertThat(Quantity.HRV.tracked(days(0, 3, 40, 90)).mean7d())
                .as("third root of 90 * 40 * 40")
                .hasValue(52.4);
    }

    @Test
    void four_weeks_need_four_times_as_many_values_as_one() {
        assertThat(Quantity.RESTING_HEART_RATE.tracked(days(0, 11, 50, 50)).mean28d())
                .isEmpty();
        assertThat(Quantity.RESTING_HEART_RATE.tracked(days(0, 12, 50, 50)).mean28d())
                .hasValue(50);
    }

    @Test
    void of_nothing_nothing_is_known_and_nothing_is_zero() {
        OptionalDouble none = OptionalDouble.empty();
        for (Quantity quantity : Quantity.values()) {
            assertThat(quantity.tracked(new Series(none)))
                    .isEqualTo(new Tracked(none, none, none, none, none, none, 0));
            assertThat(quantity.rolling(new Series(none))).isEqualTo(new Rolling(none, none, none, none, 0));
        }
    }

    /** {@code count} days from {@code firstBack} backwards, in turn {@code one} and {@code other} from the oldest on. */
    private static Series days(int firstBack, int count, double one, double other) {
        Series series = new Series(OptionalDouble.empty());
        for (int i = 0; i < count; i++) {
            series.put(firstBack + count - 1 - i, OptionalDouble.of(i % 2 == 0 ? one : other));
        }
        return series;
    }
}
