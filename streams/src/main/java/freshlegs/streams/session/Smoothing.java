package freshlegs.streams.session;

import java.util.Arrays;

/** Centred running medians and means over an odd number of cells; they ignore missing cells and never cross a gap. */
final class Smoothing {
    private Smoothing() {}

    static Series median(Timeline timeline, Series series, int width) {
        double[] window = new double[width];
        return Series.of(series.size(), cell -> {
            if (!series.has(cell)) {
                return Series.MISSING;
            }
            int used = 0;
            for (int other = first(timeline, cell, width); other < end(timeline, cell, width); other++) {
                if (series.has(other)) {
                    window[used++] = series.at(other);
                }
            }
            return median(window, used);
        });
    }

    static Series mean(Timeline timeline, Series series, int width) {
        return Series.of(series.size(), cell -> {
            if (!series.has(cell)) {
                return Series.MISSING;
            }
            return series.mean(first(timeline, cell, width), end(timeline, cell, width))
                    .orElseThrow();
        });
    }

    /** The median of the first {@code count} values, which are sorted on the way. */
    static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        return (values[(count - 1) / 2] + values[count / 2]) / 2;
    }

    private static int first(Timeline timeline, int cell, int width) {
        return Math.max(timeline.pieceFirst(cell), cell - width / 2);
    }

    private static int end(Timeline timeline, int cell, int width) {
        return Math.min(timeline.pieceEnd(cell), cell + width / 2 + 1);
    }
}
