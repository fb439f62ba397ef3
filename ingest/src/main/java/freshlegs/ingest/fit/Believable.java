package freshlegs.ingest.fit;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Leaves out the few rows that a clock error has thrown far away: what lies more than 30 days from the middle row, as when a
 * watch begins in 1989 and finds the time later. A recording therefore never spans more than 60 days.
 */
final class Believable {
    static final long SPAN_SECONDS = 30L * 24 * 3600;

    private Believable() {}

    /** {@code rows} in the order of time. */
    static int[] rows(int[] rows, IntToLongFunction timeAt) {
        if (rows.length == 0) {
            return rows;
        }
        long middle = timeAt.applyAsLong(rows[rows.length / 2]);
        return Arrays.stream(rows)
                .filter(row -> Math.abs(timeAt.applyAsLong(row) - middle) <= SPAN_SECONDS)
                .toArray();
    }
}
