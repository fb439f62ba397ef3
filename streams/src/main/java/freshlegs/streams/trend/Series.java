package freshlegs.streams.trend;

import freshlegs.model.result.TrendDay;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** One quantity's values of the last 49 days and today; NaN stands for no value. Sums run from the oldest day to the newest. */
final class Series {
    static final int FIRST_DAY_BACK = 49;
    static final int LAST_DAY_BACK = 8;

    private final double[] values = new double[FIRST_DAY_BACK + 1];

    private Series(OptionalDouble today) {
        Arrays.fill(values, Double.NaN);
        values[FIRST_DAY_BACK] = today.orElse(Double.NaN);
    }

    static Series of(PastDays past, OptionalDouble today, Function<TrendDay, OptionalDouble> quantity) {
        Series series = new Series(today);
        for (int back = Math.min(FIRST_DAY_BACK, past.count()); back > 0; back--) {
            series.values[FIRST_DAY_BACK - back] =
                    quantity.apply(past.trend(back)).orElse(Double.NaN);
        }
        return series;
    }

    /** Only values of one source: today's, or the last one's on a day without a value. */
    static Series ofOneSource(
            PastDays past,
            Recovery today,
            Function<Recovery, OptionalDouble> quantity,
            Function<Recovery, String> source) {
        String wanted = source.apply(today);
        for (int back = 1; wanted.isEmpty() && back <= past.count(); back++) {
            wanted = source.apply(past.recovery(back));
        }
        Series series = new Series(quantity.apply(today));
        for (int back = Math.min(FIRST_DAY_BACK, past.count()); back > 0; back--) {
            Recovery night = past.recovery(back);
            if (wanted.equals(source.apply(night))) {
                series.values[FIRST_DAY_BACK - back] = quantity.apply(night).orElse(Double.NaN);
            }
        }
        return series;
    }

    /** The same series on another scale. */
    Series mapped(ToDoubleFunction<Double> scale) {
        Series mapped = new Series(OptionalDouble.empty());
        for (int i = 0; i < values.length; i++) {
            mapped.values[i] = Double.isNaN(values[i]) ? Double.NaN : scale.applyAsDouble(values[i]);
        }
        return mapped;
    }

    OptionalDouble today() {
        double today = values[FIRST_DAY_BACK];
        return Double.isNaN(today) ? OptionalDouble.empty() : OptionalDouble.of(today);
    }

    /** The mean of the values of the {@code span} days that end today; empty with fewer than {@code least} of them. */
    OptionalDouble mean(int span, int least) {
        Moments moments = Moments.of(values, values.length - span, values.length);
        return moments.count() >= least ? OptionalDouble.of(moments.mean()) : OptionalDouble.empty();
    }

    /** Of the days 49 to 8 back, so that what is building up now does not hide itself. */
    Moments usual() {
        return Moments.of(values, 0, values.length - LAST_DAY_BACK);
    }
}
