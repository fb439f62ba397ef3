package freshlegs.streams.session;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Rows at any interval become cells of one second: a straight line between neighbouring known values that lie close enough
 * together ({@link Rows#bridgeSeconds}), missing in longer gaps.
 */
final class Resampling {
    private Resampling() {}

    /** {@code quantity} gives a row's value, not a number where the row has none. */
    static Series of(Timeline timeline, Rows rows, IntToDoubleFunction quantity) {
        int bridge = rows.bridgeSeconds();
        double[] cells = new double[timeline.size()];
        Arrays.fill(cells, Series.MISSING);
        int cell = 0;
        int row = nextKnown(rows, quantity, 0);
        while (row < rows.size()) {
            int next = nextKnown(rows, quantity, row + 1);
            int from = rows.second(row);
            int interval = next < rows.size() ? rows.second(next) - from : 1;
            boolean joined = next < rows.size() && interval <= bridge;
            double start = quantity.applyAsDouble(row);
            double rise = joined ? (quantity.applyAsDouble(next) - start) / interval : 0;
            int until = joined ? from + interval : from + 1;
            for (; cell < cells.length && timeline.second(cell) < until; cell++) {
                int into = timeline.second(cell) - from;
                cells[cell] = into < 0 ? Series.MISSING : start + rise * into;
            }
            row = next;
        }
        return Series.of(cells);
    }

    private static int nextKnown(Rows rows, IntToDoubleFunction quantity, int from) {
        int row = from;
        while (row < rows.size() && Double.isNaN(quantity.applyAsDouble(row))) {
            row++;
        }
        return row;
    }
}
