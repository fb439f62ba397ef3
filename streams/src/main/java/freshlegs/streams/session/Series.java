package freshlegs.streams.session;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** One quantity over the cells of a timeline, missing where nothing is known of it. */
final class Series {
    static final double MISSING = Double.NaN;

    private final double[] values;

    private Series(double[] values) {
        this.values = values;
    }

    static Series of(double... values) {
        return new Series(values.clone());
    }

    static Series of(int size, IntToDoubleFunction quantity) {
        double[] values = new double[size];
        Arrays.setAll(values, quantity);
        return new Series(values);
    }

    static Series missing(int size) {
        return of(size, cell -> MISSING);
    }

    int size() {
        return values.length;
    }

    boolean has(int cell) {
        return !Double.isNaN(values[cell]);
    }

    /** The quantity, {@link #MISSING} (not a number) where it is not known. */
    double at(int cell) {
        return values[cell];
    }

    double at(int cell, double otherwise) {
        return has(cell) ? values[cell] : otherwise;
    }

    int known() {
        int known = 0;
        for (int cell = 0; cell < size(); cell++) {
            known += has(cell) ? 1 : 0;
        }
        return known;
    }

    /** The same, missing wherever {@code kept} does not hold. */
    Series where(IntPredicate kept) {
        return of(size(), cell -> kept.test(cell) ? values[cell] : MISSING);
    }

    /** The mean of what is known from {@code from} (inclusive) to {@code to} (exclusive). */
    OptionalDouble mean(int from, int to) {
        double sum = 0;
        int count = 0;
        for (int cell = from; cell < to; cell++) {
            if (has(cell)) {
                sum += values[cell];
                count++;
            }
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    OptionalDouble mean() {
        return mean(0, size());
    }

    /** Standard deviation over mean of what is known in a range, 0 to 1 and above; empty below two values or a mean of zero. */
    OptionalDouble variation(int from, int to) {
        OptionalDouble mean = mean(from, to);
        double squares = 0;
        int count = 0;
        for (int cell = from; cell < to; cell++) {
            if (has(cell)) {
                double deviation = values[cell] - mean.orElseThrow();
                squares += deviation * deviation;
                count++;
            }
        }
        if (count < 2 || mean.orElseThrow() <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.sqrt(squares / count) / mean.orElseThrow());
    }
}
