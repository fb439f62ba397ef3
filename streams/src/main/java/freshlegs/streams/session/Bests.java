package freshlegs.streams.session;

import freshlegs.model.Rounding;
import freshlegs.model.fact.SessionDetail.DistanceBest;
import freshlegs.model.fact.SessionDetail.TimedBest;
import java.util.ArrayList;
import java.util.List;

/**
 * The farthest in given times and the fastest over given distances, as run on the ground. Two pointers walk along each piece of
 * the recording, so that time is weighed by the clock and nothing crosses a gap of more than 10 s; gaps up to that count as time.
 */
final class Bests {
    static final int[] SECONDS = {30, 60, 300, 600, 1200, 1800, 3600};
    /** 1609.344 is the mile, 21097.5 the half marathon. */
    static final double[] METRES = {400, 800, 1000, 1609.344, 3000, 5000, 10_000, 21_097.5};

    private Bests() {}

    static List<TimedBest> overTimes(Motion motion) {
        List<TimedBest> bests = new ArrayList<>();
        for (int seconds : SECONDS) {
            double metres = farthest(motion, seconds);
            if (metres > 0) {
                bests.add(new TimedBest(seconds, Rounding.to(0, metres)));
            }
        }
        return bests;
    }

    static List<DistanceBest> overDistances(Motion motion) {
        List<DistanceBest> bests = new ArrayList<>();
        for (double metres : METRES) {
            double seconds = fastest(motion, metres);
            if (Double.isFinite(seconds)) {
                bests.add(new DistanceBest((int) Math.round(metres), Rounding.to(1, seconds)));
            }
        }
        return bests;
    }

    /** Metres; 0 when no piece is that long. */
    private static double farthest(Motion motion, int seconds) {
        Timeline timeline = motion.timeline();
        double best = 0;
        int end = 0;
        for (int start = 0; start < timeline.size(); start++) {
            int last = timeline.pieceEnd(start) - 1;
            double until = timeline.second(start) + seconds;
            end = Math.max(start, end);
            while (end < last && timeline.second(end + 1) <= until) {
                end++;
            }
            if (until <= timeline.second(last) + 1) {
                double beyond = (until - timeline.second(end)) / stretch(timeline, end) * covered(motion, end);
                best = Math.max(best, motion.metres(start, end) + beyond);
            }
        }
        return best;
    }

    /** Seconds; infinite when no piece is that long. */
    private static double fastest(Motion motion, double metres) {
        Timeline timeline = motion.timeline();
        double best = Double.POSITIVE_INFINITY;
        int end = 0;
        for (int start = 0; start < timeline.size(); start++) {
            int last = timeline.pieceEnd(start) - 1;
            end = Math.max(start, end);
            while (end < last && motion.metres(start, end + 1) < metres) {
                end++;
            }
            double missing = metres - motion.metres(start, end);
            double covered = covered(motion, end);
            if (covered > 0 && missing <= covered) {
                double seconds =
                        timeline.second(end) - timeline.second(start) + missing / covered * stretch(timeline, end);
                best = Math.min(best, seconds);
            }
        }
        return best;
    }

    /** Seconds from a cell to the next one of its piece, 1 at the piece's end. */
    private static int stretch(Timeline timeline, int cell) {
        return cell + 1 < timeline.pieceEnd(cell) ? timeline.second(cell + 1) - timeline.second(cell) : 1;
    }

    /** Metres from a cell to the next one of its piece, a second's worth at the piece's end. */
    private static double covered(Motion motion, int cell) {
        return cell + 1 < motion.timeline().pieceEnd(cell)
                ? motion.metres(cell, cell + 1)
                : motion.speed().at(cell, 0);
    }
}
