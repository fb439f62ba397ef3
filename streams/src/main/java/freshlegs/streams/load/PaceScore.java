package freshlegs.streams.load;

import freshlegs.model.fact.Histogram;

/**
 * Running stress score from grade-adjusted speed: 100 * hours * (speed / threshold speed)^2, summed over the speeds of the run,
 * so that 100 is an hour at threshold. Blind to how the runner felt or how hot it was.
 */
final class PaceScore {
    private PaceScore() {}

    static double of(Histogram perCentimetreASecond, double thresholdMetresPerSecond) {
        double sum = 0;
        for (int bin = 0; bin < perCentimetreASecond.bins(); bin++) {
            double middle = (perCentimetreASecond.lowerEdge(bin) + perCentimetreASecond.width() / 2.0) / 100;
            sum += of(perCentimetreASecond.seconds(bin), middle, thresholdMetresPerSecond);
        }
        return sum;
    }

    static double of(double seconds, double metresPerSecond, double thresholdMetresPerSecond) {
        double intensity = metresPerSecond / thresholdMetresPerSecond;
        return 100 * seconds / 3600 * intensity * intensity;
    }
}
