package freshlegs.streams.session;

import freshlegs.model.fact.Samples;
import java.util.Arrays;

/** The samples that can be used: one for each second, the last one told, in rising time. */
final class Rows {
    /** Values this far apart are joined by a straight line: a gap of five missing seconds. */
    static final int SHORTEST_BRIDGE_SECONDS = 6;

    static final int LONGEST_BRIDGE_SECONDS = 30;
    private static final int BRIDGED_INTERVALS = 3;

    private final int[] seconds;
    private final int[] samples;

    private Rows(int[] seconds, int[] samples) {
        this.seconds = seconds;
        this.samples = samples;
    }

    static Rows of(Samples samples) {
        int[] seconds = new int[samples.size()];
        int[] indices = new int[samples.size()];
        int used = 0;
        for (int i = 0; i < samples.size(); i++) {
            int second = samples.secondsFromStart().at(i);
            if (second < 0 || (used > 0 && second < seconds[used - 1])) {
                continue;
            }
            if (used == 0 || second > seconds[used - 1]) {
                used++;
            }
            seconds[used - 1] = second;
            indices[used - 1] = i;
        }
        return new Rows(Arrays.copyOf(seconds, used), Arrays.copyOf(indices, used));
    }

    int size() {
        return seconds.length;
    }

    int second(int row) {
        return seconds[row];
    }

    /** The index of the row among the recording's samples. */
    int sample(int row) {
        return samples[row];
    }

    /**
     * Up to how many seconds apart two values belong together: three usual intervals of the recording (smart recording writes
     * only changes), at least 6 s and at most 30 s.
     */
    int bridgeSeconds() {
        if (size() < 2) {
            return SHORTEST_BRIDGE_SECONDS;
        }
        int[] intervals = new int[size() - 1];
        for (int row = 1; row < size(); row++) {
            intervals[row - 1] = seconds[row] - seconds[row - 1];
        }
        Arrays.sort(intervals);
        int usual = Math.min(intervals[intervals.length / 2], LONGEST_BRIDGE_SECONDS);
        return Math.max(SHORTEST_BRIDGE_SECONDS, Math.min(LONGEST_BRIDGE_SECONDS, BRIDGED_INTERVALS * usual));
    }
}
