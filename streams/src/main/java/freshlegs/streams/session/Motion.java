package freshlegs.streams.session;

/**
 * How the athlete moved: speed in metres a second (a median of five seconds against single spikes), metres covered up to each
 * cell, moving from {@value #SLOWEST_MOVING_METRES_PER_SECOND} m/s on.
 */
record Motion(Timeline timeline, Series speed, Series distance, double rejectedMetres) {
    static final double SLOWEST_MOVING_METRES_PER_SECOND = 0.8;
    private static final int DESPIKING_SECONDS = 5;
    private static final int FALLBACK_HALF_SECONDS = 2;

    /**
     * The watch's speed where it has any, else the slope of its distance over +-2 s; the watch's distance when it covers at
     * least half of the cells, else the integral of the speed. Speeds nobody reaches are left out, leaps of the distance are
     * replaced by the pace before them.
     */
    static Motion of(
            Timeline timeline, Rows rows, WatchDistance watch, Series watchSpeed, double fastestMetresPerSecond) {
        Series covered = Resampling.of(timeline, rows, watch::metres);
        Series plausible =
                watchSpeed.where(cell -> watchSpeed.at(cell) >= 0 && watchSpeed.at(cell) <= fastestMetresPerSecond);
        Series known = Series.of(timeline.size(), cell -> plausible.at(cell, slope(timeline, covered, cell)));
        Series speed = Smoothing.median(timeline, known, DESPIKING_SECONDS);
        boolean trusted = covered.known() * 2 >= timeline.size();
        return new Motion(
                timeline,
                speed,
                distance(trusted ? covered : Series.missing(timeline.size()), speed),
                watch.rejectedMetres());
    }

    private static double slope(Timeline timeline, Series covered, int cell) {
        int from = Math.max(timeline.pieceFirst(cell), cell - FALLBACK_HALF_SECONDS);
        int to = Math.min(timeline.pieceEnd(cell) - 1, cell + FALLBACK_HALF_SECONDS);
        if (from == to || !covered.has(from) || !covered.has(to)) {
            return Series.MISSING;
        }
        return (covered.at(to) - covered.at(from)) / (timeline.second(to) - timeline.second(from));
    }

    /** Never falls; where the watch says nothing, the speed carries it on. */
    private static Series distance(Series covered, Series speed) {
        double[] metres = new double[speed.size()];
        for (int cell = 0; cell < metres.length; cell++) {
            double before = cell == 0 ? 0 : metres[cell - 1];
            double carried = cell == 0 ? 0 : before + speed.at(cell - 1, 0);
            metres[cell] = Math.max(before, covered.at(cell, carried));
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
