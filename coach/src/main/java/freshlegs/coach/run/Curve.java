package freshlegs.coach.run;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** One quantity over the rows of a run; what is missing is not a number. */
public final class Curve {
    private final double[] values;

    private Curve(double[] values) {
        this.values = values;
    }

    public static Curve of(double... values) {
        return new Curve(values.clone());
    }

    public static Curve of(int size, IntToDoubleFunction quantity) {
        double[] values = new double[size];
        Arrays.setAll(values, quantity);
        return new Curve(values);
    }

    public int size() {
        return values.length;
    }

    public boolean has(int row) {
        return !Double.isNaN(values[row]);
    }

    public double at(int row) {
        return values[row];
    }

    public boolean isEmpty() {
        return Arrays.stream(values).allMatch(Double::isNaN);
    }

    /** The last row whose value is at most {@code value}, of a curve that never falls; -1 before the first. */
    public int lastAtMost(double value) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
