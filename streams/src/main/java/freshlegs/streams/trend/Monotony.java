package freshlegs.streams.trend;

import java.util.Arrays;

/**
 * How alike seven daily effort loads are: their mean over their population standard deviation, at most {@value #HIGHEST},
 * rest days counted as zero; strain is the week's sum times monotony (Foster 1998).
 */
final class Monotony {
    static final int DAYS = 7;
    private static final double HIGHEST = 10;

    private Monotony() {}

    /** Of up to seven daily loads; missing ones count as zero. */
    static double of(double... dailyLoads) {
        double[] week = Arrays.copyOf(dailyLoads, DAYS);
        double mean = Arrays.stream(week).sum() / DAYS;
        if (mean == 0) {
            return 0;
        }
        double squares =
                Arrays.stream(week).map(load -> (load - mean) * (load - mean)).sum();
        double deviation = Math.sqrt(squares / DAYS);
        return deviation == 0 ? HIGHEST : Math.min(HIGHEST, mean / deviation);
    }

    static double strain(double... dailyLoads) {
        return Arrays.stream(dailyLoads).sum() * of(dailyLoads);
    }
}
