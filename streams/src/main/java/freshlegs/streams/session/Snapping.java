package freshlegs.streams.session;

import freshlegs.model.fact.Repeat;
import java.util.List;

/**
 * Measured distances that mean a standard one: when at least 70 % of the repeats lie within 4 % of the same standard distance,
 * those become that distance. Positioning errs by 2 to 3 % on short repeats.
 */
final class Snapping {
    private static final double[] STANDARD_METRES = {150, 200, 300, 400, 500, 600, 800, 1000};
    private static final double TOLERANCE = 0.04;
    private static final double LEAST_AGREEING = 0.7;

    private Snapping() {}

    static List<Repeat> toStandardDistances(List<Repeat> repeats) {
        for (double standard : STANDARD_METRES) {
            long agreeing =
                    repeats.stream().filter(repeat -> isNear(repeat, standard)).count();
            if (agreeing > 0 && agreeing >= LEAST_AGREEING * repeats.size()) {
                return repeats.stream()
                        .map(repeat -> isNear(repeat, standard) ? snapped(repeat, standard) : repeat)
                        .toList();
            }
        }
        return repeats;
    }

    private static boolean isNear(Repeat repeat, double metres) {
        return Math.abs(repeat.distanceMetres() / metres - 1) <= TOLERANCE;
    }

    private static Repeat snapped(Repeat repeat, double metres) {
        return new Repeat(
                repeat.startSecond(),
                repeat.durationSeconds(),
                metres,
                repeat.recoverySeconds(),
                repeat.meanHeartRateBpm());
    }
}
