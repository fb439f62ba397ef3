package freshlegs.ingest.fit;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Leaves out the few rows that a clock error has thrown far away: what lies more than 30 days from the middle row, as when a
 * watch begins in 1989 and finds the time later, and fewer than a tenth of the rows that lie beyond a gap of more than a day.
 * No other row moves. A recording therefore never spans more than 60 days.
 */
final class Believable {
    static final long SPAN_SECONDS = 30L * 24 * 3600;
    private static final long LONGEST_GAP_SECONDS = 24 * 3600;
    private static final int FEW = 10;

    private Believable() {}

    /** {@code rows} in the order of time. */
    static int[] rows(int[] rows, IntToLongFunction timeAt) {
        if (rows.length == 0) {
            return rows;
        }
        long middle = timeAt.applyAsLong(rows[rows.length / 2]);
        int[] near = Arrays.stream(rows)
                .filter(row -> Math.abs(timeAt.applyAsLong(row) - middle) <= SPAN_SECONDS)
                .toArray();
        return together(near, timeAt);
    }

    private static int[] together(int[] rows, IntToLongFunction timeAt) {
        int from = 0;
        int to = rows.length;
        for (int i = 1; i < rows.length; i++) {
            boolean apart = timeAt.applyAsLong(rows[i]) - timeAt.applyAsLong(rows[i - 1]) > LONGEST_GAP_SECONDS;
            if (apart && isFew(i, rows.length)) {
                from = i;
            } else if (apart && isFew(rows.length - i, rows.length)) {
                to = Math.min(to, i);
            }
        }
        return Arrays.copyOfRange(rows, from, to);
    }

    private static boolean isFew(int some, int all) {
        return (long) some * FEW < all;
    }
}
