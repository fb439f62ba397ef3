package freshlegs.streams.trend;

import static freshlegs.model.Rounding.to;

import freshlegs.model.result.TrendDay.AcuteChronic;
import java.util.OptionalDouble;

/**
 * Acute over chronic load: mean of 7 over mean of 28 days (Gabbett 2016), over the mean of the 21 days before the 7 (Lolli
 * 2017), and of exponential means with weights 2/(N+1), N = 7 and 28 (Williams 2017), here over the 84 days that are at hand
 * with weights that sum to one. Shown to those who ask for it; see the criticism in docs/science.md.
 */
final class AcuteToChronic {
    private static final int ACUTE = 7;
    static final int CHRONIC = 28;
    private static final AcuteChronic UNKNOWN =
            new AcuteChronic(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    private AcuteToChronic() {}

    /** Of daily loads, oldest first and today last; unknown with fewer than 28 of them. */
    static AcuteChronic of(double... loads) {
        if (loads.length < CHRONIC) {
            return UNKNOWN;
        }
        double acute = sum(loads, 0, ACUTE);
        double before = sum(loads, ACUTE, CHRONIC);
        return new AcuteChronic(
                ratio(acute / ACUTE, (acute + before) / CHRONIC),
                ratio(acute / ACUTE, before / (CHRONIC - ACUTE)),
                ratio(exponential(loads, ACUTE), exponential(loads, CHRONIC)));
    }

    /** The sum of the days from {@code nearest} to before {@code furthest} days back; today is 0. */
    private static double sum(double[] loads, int nearest, int furthest) {
        double sum = 0;
        for (int back = furthest - 1; back >= nearest; back--) {
            sum += loads[loads.length - 1 - back];
        }
        return sum;
    }

    /** The weight of a day is 1 - 2/(N+1) times that of the day after it. */
    static double exponential(double[] loads, int days) {
        double kept = 1 - 2.0 / (days + 1);
        double sum = 0;
        double weights = 0;
        for (double load : loads) {
            sum = sum * kept + load;
            weights = weights * kept + 1;
        }
        return sum / weights;
    }

    private static OptionalDouble ratio(double acute, double chronic) {
        return chronic > 0 ? OptionalDouble.of(to(2, acute / chronic)) : OptionalDouble.empty();
    }
}
