package freshlegs.streams.session;

/**
 * The speed second by second: the watch's own where it has a plausible one, else the slope of its distance over +-2 s. Where both
 * are known and their means differ by more than 15 %, the slope counts throughout, because laps and distance are what people
 * check; converters have been seen to write speeds in a unit of their own.
 */
final class KnownSpeed {
    private static final int HALF_SECONDS = 2;
    private static final double LARGEST_DIFFERENCE = 0.15;
    private static final int LEAST_COMPARED_SECONDS = 60;

    private KnownSpeed() {}

    static Series of(Timeline timeline, Series watchSpeed, Series watchDistance, double fastestMetresPerSecond) {
        Series plausible =
                watchSpeed.where(cell -> watchSpeed.at(cell) >= 0 && watchSpeed.at(cell) <= fastestMetresPerSecond);
        Series slope = Series.of(timeline.size(), cell -> slope(timeline, watchDistance, cell));
        Series first = contradict(plausible, slope) ? slope : plausible;
        return Series.of(timeline.size(), cell -> first.at(cell, slope.at(cell)));
    }

    private static boolean contradict(Series speed, Series slope) {
        Series both = speed.where(slope::has);
        if (both.known() < LEAST_COMPARED_SECONDS) {
            return false;
        }
        double told = both.mean().orElseThrow();
        double measured = slope.where(both::has).mean().orElseThrow();
        return measured > 0 && Math.abs(told / measured - 1) > LARGEST_DIFFERENCE;
    }

    private static double slope(Timeline timeline, Series covered, int cell) {
        int from = Math.max(timeline.pieceFirst(cell), cell - HALF_SECONDS);
        int to = Math.min(timeline.pieceEnd(cell) - 1, cell + HALF_SECONDS);
        if (from == to || !covered.has(from) || !covered.has(to)) {
            return Series.MISSING;
        }
        return (covered.at(to) - covered.at(from)) / (timeline.second(to) - timeline.second(from));
    }
}
