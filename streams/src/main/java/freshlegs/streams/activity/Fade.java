package freshlegs.streams.activity;

import freshlegs.model.fact.Repeat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether repeats slowed down. Decrement = 100 (mean time / best time - 1), in percent (Glaister 2008); slope = least-squares
 * change of time per repeat over the mean time, in percent; last = the last time against the mean of the first two, in percent.
 * Times are per metre, so that repeats of unequal length compare. Faded when the decrement exceeds 3 % or the slope 1 % (5 % and
 * 1.5 % under 300 m, where GPS errs by 2 to 3 %).
 */
public record Fade(double decrementPercent, double slopePercent, double lastPercent, boolean isFaded) {
    private static final int LEAST_REPEATS = 3;
    private static final double SHORT_METRES = 300;

    /** Empty below three repeats of a known length. */
    public static Optional<Fade> of(List<Repeat> repeats) {
        double[] times = repeats.stream()
                .filter(repeat -> repeat.distanceMetres() > 0)
                .mapToDouble(repeat -> repeat.durationSeconds() / repeat.distanceMetres())
                .toArray();
        if (times.length < LEAST_REPEATS) {
            return Optional.empty();
        }
        boolean brief =
                repeats.stream().mapToDouble(Repeat::distanceMetres).average().orElse(0) < SHORT_METRES;
        double decrement = decrementPercent(times);
        double slope = slopePercent(times);
        boolean faded = decrement > (brief ? 5 : 3) || slope > (brief ? 1.5 : 1);
        return Optional.of(new Fade(decrement, slope, lastPercent(times), faded));
    }

    /** How much slower the repeats were on average than the best of them, in percent; {@code times} are per metre. */
    public static double decrementPercent(double... times) {
        return 100 * (mean(times) / Arrays.stream(times).min().orElseThrow() - 1);
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

    static double lastPercent(double... times) {
        return 100 * (2 * times[times.length - 1] / (times[0] + times[1]) - 1);
    }

    private static double mean(double... times) {
        return Arrays.stream(times).sum() / times.length;
    }
}
