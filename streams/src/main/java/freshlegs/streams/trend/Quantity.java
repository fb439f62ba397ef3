package freshlegs.streams.trend;

import static freshlegs.model.Rounding.to;

import freshlegs.model.result.TrendDay.Rolling;
import freshlegs.model.result.TrendDay.Tracked;
import java.util.OptionalDouble;

/**
 * How a quantity is held against the athlete's own usual. A mean over 7 days needs {@code leastOf7} values, one over 28 days
 * four times as many; baseline and band need {@code leastUsual}. The band is {@code width} standard deviations, each at least
 * {@code floor}, around the baseline. HRV is averaged in logarithms and told in milliseconds.
 */
enum Quantity {
    HEART_RATE(1, 1, Quantity.LEAST_RUNS, 0, 1),
    PACE(1, 1, Quantity.LEAST_RUNS, 0, 1),
    EFFORT(1, 1, Quantity.LEAST_RUNS, 0, 1),
    EFFICIENCY(3, 1, Quantity.LEAST_RUNS, 0, 1),
    DECOUPLING(1, 1, Quantity.LEAST_RUNS, 0, 1),
    HEART_RATE_AT_PACE(1, 1, Quantity.LEAST_RUNS, 2, 1),
    RESTING_HEART_RATE(1, 3, Quantity.LEAST_DAYS, 1.5, 1),
    HRV(1, 3, Quantity.LEAST_DAYS, 0.08, 0.5),
    SLEEP(2, 4, Quantity.LEAST_DAYS, 0, 1),
    SUBJECTIVE(2, 3, Quantity.LEAST_DAYS, 0.5, 1),
    LOAD_7D(1, 1, Quantity.LEAST_DAYS, 0, 1),
    DISTANCE_7D(0, 1, Quantity.LEAST_DAYS, 0, 1),
    LONGEST_RUN(0, 1, Quantity.LEAST_DAYS, 0, 1),
    MONOTONY(2, 1, Quantity.LEAST_DAYS, 0, 1),
    STRAIN(0, 1, Quantity.LEAST_DAYS, 0, 1);

    static final int LEAST_DAYS = 14;
    static final int LEAST_RUNS = 8;
    private static final int WEEK = 7;
    private static final int WEEKS = 4;

    private final int decimals;
    private final int leastOf7;
    private final int leastUsual;
    private final double floor;
    private final double width;

    Quantity(int decimals, int leastOf7, int leastUsual, double floor, double width) {
        this.decimals = decimals;
        this.leastOf7 = leastOf7;
        this.leastUsual = leastUsual;
        this.floor = floor;
        this.width = width;
    }

    /** At the precision at which the quantity is published and remembered. */
    OptionalDouble rounded(OptionalDouble value) {
        return to(decimals, value);
    }

    Tracked tracked(Series series) {
        Series scaled = this == HRV ? series.logarithms() : series;
        Moments usual = scaled.usual();
        return new Tracked(
                rounded(series.today()),
                told(scaled.mean(WEEK, leastOf7)),
                told(scaled.mean(WEEKS * WEEK, WEEKS * leastOf7)),
                edge(usual, 0),
                edge(usual, -1),
                edge(usual, +1),
                usual.count());
    }

    Rolling rolling(Series series) {
        Moments usual = series.usual();
        return new Rolling(rounded(series.today()), edge(usual, 0), edge(usual, -1), edge(usual, +1), usual.count());
    }

    /** The baseline, or one side of the band around it. */
    private OptionalDouble edge(Moments usual, int side) {
        return usual.count() < leastUsual
                ? OptionalDouble.empty()
                : told(usual.mean() + side * width * Math.max(floor, usual.deviation()));
    }

    private OptionalDouble told(OptionalDouble scaled) {
        return scaled.isPresent() ? told(scaled.getAsDouble()) : scaled;
    }

    private OptionalDouble told(double scaled) {
        return rounded(OptionalDouble.of(this == HRV ? Math.exp(scaled) : scaled));
    }
}
