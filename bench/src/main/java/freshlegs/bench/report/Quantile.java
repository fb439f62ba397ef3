package freshlegs.bench.report;

import java.util.Arrays;
import java.util.Collection;

/** What at least a share of all numbers does not exceed, and the smallest that is so. */
public final class Quantile {
    private final double[] sorted;

    private Quantile(double[] sorted) {
        this.sorted = sorted;
    }

    public static Quantile in(Collection<Double> numbers) {
        double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Quantile(sorted);
    }

    public double of(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
