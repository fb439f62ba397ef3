package freshlegs.streams.session;

import freshlegs.model.fact.Column;
import freshlegs.model.fact.Samples;
import java.util.Arrays;

/**
 * The samples in rising time, those of one second as one row: some watches write heart rate and position apart, and of two values
 * the later one counts. Samples that go back in time are left out.
 */
final class Rows {
    /** Values this far apart are joined by a straight line: a gap of five missing seconds. */
    static final int SHORTEST_BRIDGE_SECONDS = 6;

    static final int LONGEST_BRIDGE_SECONDS = 30;
    private static final int BRIDGED_INTERVALS = 3;

    private final Column clock;
    private final int[] seconds;
    private final int[] firstSample;
    private final int[] lastSample;

    private Rows(Column clock, int[] seconds, int[] firstSample, int[] lastSample) {
        this.clock = clock;
        this.seconds = seconds;
        this.firstSample = firstSample;
        this.lastSample = lastSample;
    }

    static Rows of(Samples samples) {
        Column clock = samples.secondsFromStart();
        int[] seconds = new int[samples.size()];
        int[] firstSample = new int[samples.size()];
        int[] lastSample = new int[samples.size()];
        int used = 0;
        for (int sample = 0; sample < samples.size(); sample++) {
            int second = clock.at(sample);
            if (second < 0 || (used > 0 && second < seconds[used - 1])) {
                continue;
            }
            if (used == 0 || second > seconds[used - 1]) {
                firstSample[used] = sample;
                used++;
            }
            seconds[used - 1] = second;
            lastSample[used - 1] = sample;
        }
        return new Rows(
                clock, Arrays.copyOf(seconds, used), Arrays.copyOf(firstSample, used), Arrays.copyOf(lastSample, used));
    }

    int size() {
        return seconds.length;
    }

    int second(int row) {
        return seconds[row];
    }

    /** A quantity in its column's unit, not a number where the row has none. */
    double at(Column column, int row) {
        for (int sample = lastSample[row]; sample >= firstSample[row]; sample--) {
            if (column.has(sample) && clock.at(sample) == seconds[row]) {
                return column.at(sample);
            }
        }
        return Series.MISSING;
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
