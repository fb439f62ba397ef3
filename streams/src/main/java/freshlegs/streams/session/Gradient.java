package freshlegs.streams.session;

/**
 * The grade in percent from altitude: median of 3 s, mean of {@value #LOW_PASS_SECONDS} s, then rise over run across a centred
 * window of at least {@value #SHORTEST_METRES} m and {@value #SHORTEST_SECONDS} s, clamped to +-{@value #STEEPEST_PERCENT} %.
 * Missing where the altitude is, or where those metres are not covered within two minutes.
 */
final class Gradient {
    static final double STEEPEST_PERCENT = 30;
    static final int SHORTEST_METRES = 30;
    static final int SHORTEST_SECONDS = 15;
    private static final int LOW_PASS_SECONDS = 9;
    private static final int LONGEST_HALF_WINDOW = 60;

    private Gradient() {}

    static Series of(Motion motion, Series altitudeMetres) {
        Timeline timeline = motion.timeline();
        Series smooth = Smoothing.mean(timeline, Smoothing.median(timeline, altitudeMetres, 3), LOW_PASS_SECONDS);
        return Series.of(timeline.size(), cell -> at(motion, smooth, cell));
    }

    private static double at(Motion motion, Series altitude, int cell) {
        Timeline timeline = motion.timeline();
        for (int half = SHORTEST_SECONDS / 2; half <= LONGEST_HALF_WINDOW; half++) {
            int from = Math.max(timeline.pieceFirst(cell), cell - half);
            int to = Math.min(timeline.pieceEnd(cell) - 1, cell + half);
            double run = motion.metres(from, to);
            int seconds = timeline.second(to) - timeline.second(from);
            if (run >= SHORTEST_METRES && seconds >= SHORTEST_SECONDS) {
                double percent = 100 * (altitude.at(to) - altitude.at(from)) / run;
                return Math.max(-STEEPEST_PERCENT, Math.min(STEEPEST_PERCENT, percent));
            }
        }
        return Series.MISSING;
    }
}
