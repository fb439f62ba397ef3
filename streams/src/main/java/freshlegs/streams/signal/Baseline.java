package freshlegs.streams.signal;

import freshlegs.streams.load.Median;
import freshlegs.streams.load.Sum;

/**
 * What is usual for the athlete: mean and sample standard deviation of the days in the {@link BaselineWindow}, adjusted for the
 * day of the week. Days spent in an alert are left out while enough others remain.
 */
final class Baseline {

    static final int LEAST_DAYS = 14;
    private static final double NORMAL_MAD = 1.4826;
    private static final double MOST_SPREADS = 3;

    private final double[] values;
    private final Weekdays weekdays;
    private final double mean;
    private final double deviation;

    private Baseline(double[] values, Weekdays weekdays) {
        this.values = values;
        this.weekdays = weekdays;
        this.mean = Sum.mean(values);
        this.deviation = values.length < 2 ? 0 : Math.sqrt(Sum.squares(mean, values) / (values.length - 1));
    }

    /** Of one quantity's values. */
    static Baseline of(Series series, BaselineWindow window) {
        Weekdays weekdays = Weekdays.of(series.within(window.firstForWeekdays(), window.last()));
        Series inWindow = series.within(window.first(), window.last());
        Series sound = inWindow.soundIn(window);
        Series usual = sound.size() >= LEAST_DAYS ? sound : inWindow;
        double[] adjusted = new double[usual.size()];
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] = weekdays.adjusted(usual.day(i), usual.value(i));
        }
        return new Baseline(adjusted, weekdays);
    }

    double mean() {
        return mean;
    }

    double deviation() {
        return deviation;
    }

    int days() {
        return values.length;
    }

    boolean isKnown() {
        return values.length >= LEAST_DAYS;
    }

    /** How many spreads, at least {@code floor} each, a day's value lies above what is usual, within three either way. */
    double z(long day, double value, double floor) {
        return clipped((weekdays.adjusted(day, value) - mean) / spread(floor));
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

    static double clipped(double z) {
        return Math.max(-MOST_SPREADS, Math.min(MOST_SPREADS, z));
    }
}
