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
        double toldBefore = Series.MISSING;
        int last = -1;
        for (int row = 0; row < rows.size(); row++) {
            double told = rows.at(centimetres, row) / 100;
            metres[row] = Series.MISSING;
            if (Double.isNaN(told)) {
                continue;
            }
            if (last < 0) {
                metres[row] = told;
            } else {
                double seconds = rows.second(row) - rows.second(last);
                double grown = Math.max(0, told - toldBefore);
                boolean leap = grown > seconds * fastestMetresPerSecond;
                double believed = leap ? pace * Math.min(seconds, rows.bridgeSeconds()) : grown;
                pace = believed / seconds;
                rejected += grown - believed;
                metres[row] = metres[last] + believed;
            }
            toldBefore = told;
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
