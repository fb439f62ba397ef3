package freshlegs.streams.session;

import freshlegs.model.fact.Column;
import freshlegs.model.fact.Histogram;

/** Counts the seconds that a quantity spent in each bin. */
final class Histograms {
    private static final int TENTHS_PER_CELL = 10;

    private Histograms() {}

    /** Heart rate by beat per minute, to the nearest one. */
    static Histogram perBpm(Series bpm) {
        return of(Series.of(bpm.size(), cell -> Math.rint(bpm.at(cell))), 1);
    }

    /** Speed in metres a second, by ten centimetres a second. */
    static Histogram perTenCentimetresASecond(Series metresPerSecond) {
        return of(Series.of(metresPerSecond.size(), cell -> metresPerSecond.at(cell) * 100), 10);
    }

    static Histogram of(Series series, int width) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (int cell = 0; cell < series.size(); cell++) {
            if (series.has(cell)) {
                lowest = Math.min(lowest, bin(series.at(cell), width));
                highest = Math.max(highest, bin(series.at(cell), width));
            }
        }
        if (lowest > highest) {
            return Histogram.empty(width);
        }
        int[] tenths = new int[highest - lowest + 1];
        for (int cell = 0; cell < series.size(); cell++) {
            if (series.has(cell)) {
                tenths[bin(series.at(cell), width) - lowest] += TENTHS_PER_CELL;
            }
        }
        return new Histogram(lowest * width, width, Column.of(tenths));
    }

    private static int bin(double quantity, int width) {
        return (int) Math.floor(quantity / width);
    }
}
