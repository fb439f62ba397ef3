package freshlegs.streams.session;

import java.util.BitSet;

/**
 * Somebody forgot to stop the watch and rode home: half a minute at {@value #FASTEST_HALF_MINUTE_METRES_PER_SECOND} m/s on
 * average, which takes a world-class 300 m runner, and everything around it above
 * {@value #SLOWEST_RIDE_METRES_PER_SECOND} m/s.
 */
final class Ride {
    static final double FASTEST_HALF_MINUTE_METRES_PER_SECOND = 9;
    static final double SLOWEST_RIDE_METRES_PER_SECOND = 6;
    private static final int WINDOW_SECONDS = 31;

    private Ride() {}

    static BitSet in(Timeline timeline, Series speed) {
        BitSet riding = new BitSet();
        Series lasting = Smoothing.mean(timeline, speed, WINDOW_SECONDS);
        for (int cell = 0; cell < speed.size(); cell++) {
            boolean inside = timeline.pieceEnd(cell) - timeline.pieceFirst(cell) >= WINDOW_SECONDS;
            if (inside && lasting.at(cell, 0) >= FASTEST_HALF_MINUTE_METRES_PER_SECOND && !riding.get(cell)) {
                spread(timeline, speed, riding, cell);
            }
        }
        return riding;
    }

    private static void spread(Timeline timeline, Series speed, BitSet riding, int cell) {
        int from = cell;
        while (from > timeline.pieceFirst(cell) && isFast(speed, from - 1)) {
            from--;
        }
        int to = cell + 1;
        while (to < timeline.pieceEnd(cell) && isFast(speed, to)) {
            to++;
        }
        riding.set(from, to);
    }

    private static boolean isFast(Series speed, int cell) {
        return speed.at(cell, 0) >= SLOWEST_RIDE_METRES_PER_SECOND;
    }
}
