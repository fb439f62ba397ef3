package freshlegs.streams.plan;

import freshlegs.model.fact.Repeat;
import java.util.List;

/**
 * Whether repeats slowed down. Decrement = 100 (mean time / best time - 1), in percent (Glaister 2008); slope = least-squares
 * change of time per repeat over the mean time, in percent. Times are per metre, so that repeats of unequal length compare.
 * Faded when the decrement exceeds 3 % or the slope 1 % (5 % and 1.5 % under 300 m, where GPS errs by 2 to 3 %).
 */
final class Fade {
    private static final double SHORT_METRES = 300;

    private Fade() {}

    static boolean in(List<Repeat> repeats) {
        double[] times = repeats.stream()
                .filter(repeat -> repeat.distanceMetres() > 0)
                .mapToDouble(repeat -> repeat.durationSeconds() / repeat.distanceMetres())
                .toArray();
        if (times.length < 3) {
            return false;
        }
        boolean brief =
                repeats.stream().mapToDouble(Repeat::distanceMetres).average().orElse(0) < SHORT_METRES;
        return decrementPercent(times) > (brief ? 5 : 3) || slopePercent(times) > (brief ? 1.5 : 1);
    }

    static double decrementPercent(double... times) {
        double best = Double.MAX_VALUE;
        for (double time : times) {
            best = Math.min(best, time);
        }
        return 100 * (mean(times) / best - 1);
    }

    static double slopePercent(double... times) {
        double centre = (times.length - 1) / 2.0;
        double mean = mean(times);
        double shared = 0;
        double squares = 0;
        for (int i = 0; i < times.length; i++) {
            shared += (i - centre) * (times[i] - mean);
            squares += (i - centre) * (i - centre);
        }
        return 100 * shared / squares / mean;
    }

    private static double mean(double... times) {
        double sum = 0;
        for (double time : times) {
            sum += time;
        }
        return sum / times.length;
    }
}
