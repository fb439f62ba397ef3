package freshlegs.streams.signal;

import freshlegs.model.result.Domain.Compared;
import freshlegs.streams.load.Median;
import freshlegs.streams.load.Sum;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;

/**
 * What is usual for the athlete: the mean of the days in the {@link BaselineWindow}, adjusted for the day of the week, and the sample
 * standard deviation of those and the weeks before, since how widely days are spread changes less than where they lie. Days spent in
 * an alert are left out while enough others remain.
 */
final class Baseline {

    private static final double NORMAL_MAD = 1.4826;

    private final double[] values;
    private final Weekdays weekdays;
    private final double mean;
    private final double deviation;
    private final Series longer;
    private final double middle;
    private final int leastDays;
    private final double mostSpreads;

    private Baseline(double[] values, Series longer, Weekdays weekdays, Rules rules) {
        this.values = values;
        this.leastDays = rules.count(Threshold.BASELINE_LEAST_DAYS);
        this.mostSpreads = rules.of(Threshold.BASELINE_CLIP);
        this.weekdays = weekdays;
        this.mean = Sum.mean(values);
        this.longer = longer;
        double[] spread = longer.values();
        this.middle = Sum.mean(spread);
        this.deviation = spread.length < 2 ? 0 : Math.sqrt(Sum.squares(middle, spread) / (spread.length - 1));
    }

    /** Of one quantity's values. */
    static Baseline of(Series series, BaselineWindow window, Rules rules) {
        Weekdays weekdays = Weekdays.of(series.within(window.firstForWeekdays(), window.last()), rules);
        Series all = series.within(Math.min(window.first(), window.firstForSpread()), window.last());
        Series sound = all.soundIn(window);
        boolean enough =
                sound.within(window.first(), window.last()).size() >= rules.count(Threshold.BASELINE_LEAST_DAYS);
        Series adjusted = weekdays.adjusted(enough ? sound : all);
        return new Baseline(
                adjusted.within(window.first(), window.last()).values(),
                adjusted.within(window.firstForSpread(), window.last()),
                weekdays,
                rules);
    }

    double mean() {
        return mean;
    }

    double deviation() {
        return deviation;
    }

    /** How alike the days in a row are that tell the spread. */
    LagOne lagOne() {
        return isKnown() ? LagOne.of(longer, middle, deviation) : LagOne.NONE;
    }

    int days() {
        return values.length;
    }

    boolean isKnown() {
        return values.length >= leastDays;
    }

    /** How many spreads, at least {@code floor} each, a day's value lies above what is usual, within the most that count either way. */
    double z(long day, double value, double floor) {
        return clipped((weekdays.adjusted(day, value) - mean) / spread(floor));
    }

    /** The numbers that {@link #z} is made of. */
    Compared compared(long day, double value, double floor) {
        return Compared.of(value, value - weekdays.adjusted(day, value) + mean, spread(floor));
    }

    double spread(double floor) {
        return Math.max(deviation, floor);
    }

    double median() {
        return values.length == 0 ? 0 : Median.of(values);
    }

    /** 1.4826 times the median distance from the median: a standard deviation that outliers do not move. */
    double robustSpread(double floor) {
        if (values.length == 0) {
            return floor;
        }
        double median = median();
        double[] distances = new double[values.length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(values[i] - median);
        }
        return Math.max(floor, NORMAL_MAD * Median.of(distances));
    }

    double clipped(double z) {
        return clipped(z, mostSpreads);
    }

    static double clipped(double z, double mostSpreads) {
        return Math.max(-mostSpreads, Math.min(mostSpreads, z));
    }
}
