package freshlegs.streams.session;

import java.util.BitSet;

/**
 * A sensor that is stuck: the same heart rate for {@value #SHORTEST_SECONDS} s and more while the speed (mean of 9 s, so that
 * positioning noise does not count) varies by more than {@value #LARGEST_SPEED_VARIATION} of its mean.
 */
final class FlatLine {
    static final int SHORTEST_SECONDS = 60;
    static final double LARGEST_SPEED_VARIATION = 0.05;
    private static final int SPEED_SECONDS = 9;

    private FlatLine() {}

    static BitSet in(Series bpm, Motion motion) {
        Timeline timeline = motion.timeline();
        Series speed = Smoothing.mean(timeline, motion.speed(), SPEED_SECONDS);
        BitSet flat = new BitSet();
        int first = 0;
        for (int cell = 1; cell <= bpm.size(); cell++) {
            if (cell < bpm.size() && bpm.at(cell) == bpm.at(first)) {
                continue;
            }
            if (bpm.has(first) && isStuck(timeline, speed, first, cell)) {
                flat.set(first, cell);
            }
            first = cell;
        }
        return flat;
    }

    private static boolean isStuck(Timeline timeline, Series speed, int first, int end) {
        return timeline.second(end - 1) - timeline.second(first) + 1 >= SHORTEST_SECONDS
                && speed.variation(first, end).orElse(0) > LARGEST_SPEED_VARIATION;
    }
}
