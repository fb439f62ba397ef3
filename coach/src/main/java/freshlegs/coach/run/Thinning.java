package freshlegs.coach.run;

import java.util.BitSet;
import java.util.List;

/**
 * Fewer rows for drawing that hide no peak: the rows are cut into equally many, and of each part those stay in which one of the curves
 * is highest or lowest (minimum and maximum of each bucket), together with its first one and both sides of every gap. What stays are
 * rows as they were recorded.
 */
public final class Thinning {
    private Thinning() {}

    /** The rows that stay, in order: about {@code most}, beside those at gaps. */
    public static int[] rows(RunRows run, int most, List<Curve> curves) {
        BitSet kept = new BitSet(run.size());
        int perPart = 2 * curves.size() + 1;
        int parts = Math.max(1, most / perPart);
        if (run.size() <= most) {
            kept.set(0, run.size());
        } else {
            for (int part = 0; part < parts; part++) {
                int from = (int) ((long) part * run.size() / parts);
                int to = (int) ((long) (part + 1) * run.size() / parts);
                kept.set(from);
                curves.forEach(curve -> keepExtremes(curve, from, to, kept));
            }
            kept.set(run.size() - 1);
            keepGaps(run, kept);
        }
        return kept.stream().toArray();
    }

    private static void keepExtremes(Curve curve, int from, int to, BitSet kept) {
        int lowest = -1;
        int highest = -1;
        for (int row = from; row < to; row++) {
            if (curve.has(row)) {
                lowest = lowest < 0 || curve.at(row) < curve.at(lowest) ? row : lowest;
                highest = highest < 0 || curve.at(row) > curve.at(highest) ? row : highest;
            }
        }
        if (lowest >= 0) {
            kept.set(lowest);
            kept.set(highest);
        }
    }

    private static void keepGaps(RunRows run, BitSet kept) {
        for (int row = 1; row < run.size(); row++) {
            if (run.isApart(row)) {
                kept.set(row - 1);
                kept.set(row);
            }
        }
    }
}
