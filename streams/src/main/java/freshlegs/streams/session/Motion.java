package freshlegs.streams.session;

import java.util.BitSet;

/**
 * How the athlete moved: speed in metres a second (a median of five seconds against single spikes), metres covered up to each
 * cell, moving from {@value #SLOWEST_MOVING_METRES_PER_SECOND} m/s on. {@code rejectedMetres} are leaps and rides.
 */
record Motion(Timeline timeline, Series speed, Series distance, double rejectedMetres) {
    static final double SLOWEST_MOVING_METRES_PER_SECOND = 0.8;
    private static final int DESPIKING_SECONDS = 5;

    /** The speed is unknown while riding, and no distance is covered. */
    static Motion of(Timeline timeline, Series knownSpeed, Series watchDistance, double leaps, boolean onFoot) {
        Series speed = Smoothing.median(timeline, knownSpeed, DESPIKING_SECONDS);
        BitSet riding = onFoot ? Ride.in(timeline, speed) : new BitSet();
        boolean trusted = watchDistance.known() * 2 >= timeline.size();
        Series total = distance(trusted ? watchDistance : Series.missing(timeline.size()), speed, new BitSet());
        Series distance = distance(trusted ? watchDistance : Series.missing(timeline.size()), speed, riding);
        int last = timeline.size() - 1;
        double ridden = last < 0 ? 0 : total.at(last) - distance.at(last);
        return new Motion(timeline, speed.where(cell -> !riding.get(cell)), distance, leaps + ridden);
    }

    /** Never falls; where the watch says nothing, the speed carries it on. */
    private static Series distance(Series watch, Series speed, BitSet riding) {
        double[] metres = new double[speed.size()];
        double told = watch.size() == 0 ? 0 : watch.at(0, 0);
        for (int cell = 1; cell < metres.length; cell++) {
            double now = watch.at(cell, told + speed.at(cell - 1, 0));
            double grown = riding.get(cell - 1) ? 0 : Math.max(0, now - told);
            metres[cell] = metres[cell - 1] + grown;
            told = Math.max(told, now);
        }
        return Series.of(metres);
    }

    boolean isMoving(int cell) {
        return speed.has(cell) && speed.at(cell) >= SLOWEST_MOVING_METRES_PER_SECOND;
    }

    int movingSeconds() {
        return movingSeconds(0, timeline.size());
    }

    int movingSeconds(int from, int to) {
        int moving = 0;
        for (int cell = from; cell < to; cell++) {
            moving += isMoving(cell) ? 1 : 0;
        }
        return moving;
    }

    /** Metres from the beginning of one cell to the beginning of another. */
    double metres(int from, int to) {
        int last = timeline.size() - 1;
        double beyond = to > last ? speed.at(last, 0) : 0;
        return distance.at(Math.min(to, last)) - distance.at(from) + beyond;
    }

    double totalMetres() {
        return timeline.size() == 0 ? 0 : metres(0, timeline.size());
    }
}
