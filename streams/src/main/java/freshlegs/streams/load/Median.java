package freshlegs.streams.load;

import java.util.Arrays;

/** The middle of some numbers, the mean of the two middle ones when their count is even. */
public final class Median {
    private Median() {}

    public static double of(double... numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("no median of nothing");
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
