package freshlegs.streams.session;

import freshlegs.model.fact.Column;

/**
 * The watch's running total by row, in metres, without falls and without leaps: where it grows faster than anyone moves (208 m/s
 * has been seen when the position came back) the pace before the leap carries it on.
 */
final class WatchDistance {
    private final double[] metres;
    private final double rejectedMetres;

    private WatchDistance(double[] metres, double rejectedMetres) {
        this.metres = metres;
        this.rejectedMetres = rejectedMetres;
    }

    static WatchDistance of(Rows rows, Column centimetres, double fastestMetresPerSecond) {
        double[] metres = new double[rows.size()];
        double rejected = 0;
        double pace = 0;
        int last = -1;
        for (int row = 0; row < rows.size(); row++) {
            int sample = rows.sample(row);
            metres[row] = Series.MISSING;
            if (!centimetres.has(sample)) {
                continue;
            }
            double told = centimetres.at(sample) / 100.0;
            if (last < 0) {
                metres[row] = told;
            } else {
                double seconds = rows.second(row) - rows.second(last);
                double grown = Math.max(0, told - centimetres.at(rows.sample(last)) / 100.0);
                boolean leap = grown > seconds * fastestMetresPerSecond;
                double believed = leap ? Math.min(grown, pace * Math.min(seconds, rows.bridgeSeconds())) : grown;
                pace = believed / seconds;
                rejected += grown - believed;
                metres[row] = metres[last] + believed;
            }
            last = row;
        }
        return new WatchDistance(metres, rejected);
    }

    /** Not a number where the row has none. */
    double metres(int row) {
        return metres[row];
    }

    /** How much of the watch's total was leaps. */
    double rejectedMetres() {
        return rejectedMetres;
    }
}
