package freshlegs.streams.trend;

import java.util.Arrays;
import java.util.OptionalDouble;

/** One quantity's values of the last 49 days and today; NaN stands for no value. Sums run from the oldest day to the newest. */
final class Series {
    static final int FIRST_DAY_BACK = 49;
    static final int LAST_DAY_BACK = 8;

    private final double[] values = new double[FIRST_DAY_BACK + 1];

    Series(OptionalDouble today) {
        Arrays.fill(values, Double.NaN);
        put(0, today);
    }

    /** {@code back} is 0 for today, 1 for yesterday. */
    void put(int back, OptionalDouble value) {
        values[FIRST_DAY_BACK - back] = value.orElse(Double.NaN);
    }

    OptionalDouble today() {
        double today = values[FIRST_DAY_BACK];
        return Double.isNaN(today) ? OptionalDouble.empty() : OptionalDouble.of(today);
    }

    Series logarithms() {
        Series logarithms = new Series(OptionalDouble.empty());
        for (int i = 0; i < values.length; i++) {
            logarithms.values[i] = Double.isNaN(values[i]) ? Double.NaN : Math.log(values[i]);
        }
        return logarithms;
    }

    /** The mean of the values of the {@code span} days that end today; empty with fewer than {@code least} of them. */
    OptionalDouble mean(int span, int least) {
        double sum = 0;
        int count = 0;
        for (int i = values.length - span; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                count++;
            }
        }
        return count >= least ? OptionalDouble.of(sum / count) : OptionalDouble.empty();
    }

    /** Of the days 49 to 8 back, so that what is building up now does not hide itself. */
    Moments usual() {
        return Moments.of(values, 0, values.length - LAST_DAY_BACK);
    }
}
