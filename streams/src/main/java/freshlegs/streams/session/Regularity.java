package freshlegs.streams.session;

import java.util.List;

/**
 * Whether bouts look like somebody's plan: at least 70 % of them last as long (+-8 %) as at least a quarter of all, and as one
 * other. Bouts of chance, as on trails, between traffic lights or in a walk with some running, differ more.
 */
final class Regularity {
    private static final double SAME = 0.08;
    private static final double LEAST_REGULAR = 0.7;
    private static final double LEAST_SIBLINGS = 0.25;

    private Regularity() {}

    static boolean isPlanned(List<Bout> bouts, Timeline timeline) {
        double[] seconds =
                bouts.stream().mapToDouble(bout -> bout.seconds(timeline)).toArray();
        double needed = Math.max(1, LEAST_SIBLINGS * seconds.length);
        int regular = 0;
        for (double one : seconds) {
            int siblings = -1;
            for (double other : seconds) {
                siblings += Math.abs(one - other) <= SAME * Math.max(one, other) ? 1 : 0;
            }
            regular += siblings >= needed ? 1 : 0;
        }
        return regular >= LEAST_REGULAR * seconds.length;
    }
}
