package freshlegs.streams.load;

import freshlegs.model.Sex;
import freshlegs.model.fact.Histogram;

/**
 * Banister's training impulse in arbitrary units: the sum over time of minutes * x * a * exp(b * x), x being the share of the
 * heart-rate reserve in use, 0 to 1. Men a = 0.64, b = 1.92; women a = 0.86, b = 1.67; unknown sex takes their means
 * (Banister 1991, Morton 1990). Summed over the histogram, not from the mean heart rate, which under-counts intervals.
 */
public final class Trimp {
    private Trimp() {}

    public static double of(Histogram perBpm, Physiology body) {
        double sum = 0;
        for (int bin = 0; bin < perBpm.bins(); bin++) {
            double seconds = perBpm.seconds(bin);
            sum += seconds > 0 ? of(seconds / 60, perBpm.lowerEdge(bin), body) : 0;
        }
        return sum;
    }

    public static double of(double minutes, double bpm, Physiology body) {
        double x = body.reserveShare(bpm);
        return minutes * x * scale(body.sex()) * Math.exp(exponent(body.sex()) * x);
    }

    private static double scale(Sex sex) {
        return switch (sex) {
            case MALE -> 0.64;
            case FEMALE -> 0.86;
            case UNKNOWN -> 0.75;
        };
    }

    private static double exponent(Sex sex) {
        return switch (sex) {
            case MALE -> 1.92;
            case FEMALE -> 1.67;
            case UNKNOWN -> 1.795;
        };
    }
}
