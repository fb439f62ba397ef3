package freshlegs.streams.session;

import freshlegs.model.Rounding;
import java.util.OptionalDouble;

/**
 * The highest mean over a stretch of recorded time. The cells are seconds, so a mean over cells is a mean over time. A stretch
 * never crosses a gap of more than 10 s and knows at least nine tenths of its seconds.
 */
record Peaks(OptionalDouble over30s, OptionalDouble over5min, OptionalDouble over20min) {
    private static final double LEAST_KNOWN_SHARE = 0.9;

    static Peaks of(Timeline timeline, Series series, int decimals) {
        return new Peaks(
                Rounding.to(decimals, highest(timeline, series, 30)),
                Rounding.to(decimals, highest(timeline, series, 300)),
                Rounding.to(decimals, highest(timeline, series, 1200)));
    }

    static OptionalDouble highest(Timeline timeline, Series series, int seconds) {
        double best = Double.NEGATIVE_INFINITY;
        Series means = means(timeline, series, seconds);
        for (int cell = 0; cell < means.size(); cell++) {
            best = Math.max(best, means.at(cell, Double.NEGATIVE_INFINITY));
        }
        return best == Double.NEGATIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(best);
    }

    /** The mean of the {@code seconds} that end with each cell, missing where the stretch is not whole or knows too little. */
    static Series means(Timeline timeline, Series series, int seconds) {
        double[] means = new double[series.size()];
        double sum = 0;
        int known = 0;
        for (int cell = 0; cell < series.size(); cell++) {
            sum += series.at(cell, 0);
            known += series.has(cell) ? 1 : 0;
            int leaving = cell - seconds;
            if (leaving >= 0) {
                sum -= series.at(leaving, 0);
                known -= series.has(leaving) ? 1 : 0;
            }
            boolean whole = leaving + 1 >= timeline.pieceFirst(cell);
            means[cell] = whole && known >= seconds * LEAST_KNOWN_SHARE ? sum / known : Series.MISSING;
        }
        return Series.of(means);
    }
}
