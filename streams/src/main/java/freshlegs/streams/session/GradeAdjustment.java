package freshlegs.streams.session;

/**
 * The speed on the level that would have cost the same heart rate: v_level = v * f(grade), f from published anchors of the
 * equal-heart-rate model (Robb, "An Improved GAP Model", Strava Engineering 2017, some 6 million runs of 240,000 athletes):
 * -10 % 0.88, -5 % 0.90, 0 % 1.00, +5 % 1.19, +10 % 1.47, +20 % 2.24. Between them a monotone cubic (Fritsch and Butland 1984,
 * SIAM J Sci Stat Comput 5:300), outside them the nearest anchor. A population mean: single runners differ, above all downhill,
 * so grades beyond 10 % are kept out of efficiency and those beyond 3 % out of trends.
 */
public final class GradeAdjustment {
    private static final double[] GRADE_PERCENT = {-10, -5, 0, 5, 10, 20};
    private static final double[] FACTOR = {0.88, 0.90, 1.00, 1.19, 1.47, 2.24};
    private static final double[] SLOPE = slopes();

    private GradeAdjustment() {}

    /** The factor f for a grade in percent. */
    public static double factor(double gradePercent) {
        int last = GRADE_PERCENT.length - 1;
        if (gradePercent <= GRADE_PERCENT[0]) {
            return FACTOR[0];
        }
        if (gradePercent >= GRADE_PERCENT[last]) {
            return FACTOR[last];
        }
        int i = 0;
        while (gradePercent >= GRADE_PERCENT[i + 1]) {
            i++;
        }
        double width = GRADE_PERCENT[i + 1] - GRADE_PERCENT[i];
        double t = (gradePercent - GRADE_PERCENT[i]) / width;
        double s = 1 - t;
        return (1 + 2 * t) * s * s * FACTOR[i]
                + t * s * s * width * SLOPE[i]
                + t * t * (3 - 2 * t) * FACTOR[i + 1]
                - t * t * s * width * SLOPE[i + 1];
    }

    /** Metres a second on the level for metres a second on a grade in percent. */
    public static double adjust(double metresPerSecond, double gradePercent) {
        return metresPerSecond * factor(gradePercent);
    }

    /** Inside, the weighted harmonic mean of the neighbouring secants; at the ends, the secant. */
    private static double[] slopes() {
        int last = GRADE_PERCENT.length - 1;
        double[] slopes = new double[last + 1];
        slopes[0] = secant(0);
        slopes[last] = secant(last - 1);
        for (int i = 1; i < last; i++) {
            double before = GRADE_PERCENT[i] - GRADE_PERCENT[i - 1];
            double after = GRADE_PERCENT[i + 1] - GRADE_PERCENT[i];
            double weightBefore = 2 * after + before;
            double weightAfter = after + 2 * before;
            slopes[i] = (weightBefore + weightAfter) / (weightBefore / secant(i - 1) + weightAfter / secant(i));
        }
        return slopes;
    }

    private static double secant(int i) {
        return (FACTOR[i + 1] - FACTOR[i]) / (GRADE_PERCENT[i + 1] - GRADE_PERCENT[i]);
    }
}
