package freshlegs.streams.review;

import freshlegs.model.result.WeekReview.Quantity;
import freshlegs.streams.load.Sum;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The mean of a week's n values against that of the N values of the four weeks before. With s, the sample standard deviation of
 * the N and at least {@code floor}, the error of the difference is s sqrt(1/n + 1/N) sqrt((1 + a)/(1 - a)), where {@code memory}
 * a is how alike one value and the next are. Days under an alert show nothing usual; earlier ones stand in for them.
 */
record Means(
        Quantity quantity, Rests rests, double floor, boolean inLogarithms, Function<ReviewedDay, List<Double>> of) {

    /** How many values this week and before it takes, and how alike one value and the next are. */
    enum Rests {
        /** Nights and mornings: four of seven and fourteen of 28; 0.3 is what the benchmark shrinks an athlete's memory to. */
        ON_DAYS(4, 14, 0.3),
        /** Runs are days apart. */
        ON_RUNS(2, 8, 0);

        private final int leastNow;
        private final int leastBefore;
        private final double memory;

        Rests(int leastNow, int leastBefore, double memory) {
            this.leastNow = leastNow;
            this.leastBefore = leastBefore;
            this.memory = memory;
        }

        double inflation() {
            return Math.sqrt((1 + memory) / (1 - memory));
        }
    }

    Compared compare(Weeks weeks) {
        Sample now = sample(weeks.current());
        double[] before = usual(weeks);
        OptionalDouble value =
                now.size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(told(Sum.mean(now.values())));
        if (now.size() < rests.leastNow || before.length < rests.leastBefore) {
            return Compared.unknown(quantity, value, now.days(), before.length);
        }
        double mean = Sum.mean(before);
        double spread = Math.max(floor, Math.sqrt(Sum.squares(mean, before) / (before.length - 1)));
        double error = spread * Math.sqrt(1.0 / now.size() + 1.0 / before.length) * rests.inflation();
        return new Compared(
                quantity,
                value,
                OptionalDouble.of(told(mean)),
                inUnits(mean, spread),
                inUnits(mean, error),
                false,
                now.days(),
                before.length);
    }

    private double[] usual(Weeks weeks) {
        Sample sound = sample(weeks.sound());
        return sound.size() >= rests.leastBefore
                ? sound.values()
                : sample(weeks.lastFour()).values();
    }

    private Sample sample(List<ReviewedDay> days) {
        return Sample.of(days, of, inLogarithms);
    }

    private double told(double mean) {
        return inLogarithms ? Math.exp(mean) : mean;
    }

    /** A step from the mean in the unit that is told; one in logarithms is a share of the mean, by its tangent. */
    private double inUnits(double mean, double step) {
        return inLogarithms ? Math.exp(mean) * step : step;
    }
}
