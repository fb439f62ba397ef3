package freshlegs.ingest.fit;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Which of a part's sessions a moment belongs to: the one that began last before it, or the first. */
final class Stretches {
    private final long[] starts;

    private Stretches(long[] starts) {
        this.starts = starts;
    }

    /** The sessions in the order of their starts. */
    static Stretches of(List<SessionSummary> sessions) {
        return new Stretches(sessions.stream()
                .mapToLong(session -> session.start().orElse(0))
                .toArray());
    }

    int indexOf(long time) {
        int index = 0;
        while (index + 1 < starts.length && starts[index + 1] <= time) {
            index++;
        }
        return index;
    }

    long endOf(int index) {
        return index + 1 < starts.length ? starts[index + 1] : Long.MAX_VALUE;
    }

    /** The rows of each session; {@code rows} are in the order of time and stay so. */
    int[][] split(int[] rows, IntToLongFunction timeAt) {
        int[][] split = new int[starts.length][];
        int from = 0;
        for (int i = 0; i < starts.length; i++) {
            int to = from;
            while (to < rows.length && indexOf(timeAt.applyAsLong(rows[to])) == i) {
                to++;
            }
            split[i] = Arrays.copyOfRange(rows, from, to);
            from = to;
        }
        return split;
    }
}
