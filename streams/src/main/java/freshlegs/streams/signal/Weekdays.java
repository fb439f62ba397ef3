package freshlegs.streams.signal;

import freshlegs.streams.load.Sum;

/**
 * How an athlete's days of the week differ from their mean, once eight weeks are known: each weekday's mean difference, shrunk
 * by n / (n + 10), since a handful of Mondays says little.
 */
final class Weekdays {

    private static final int KNOWN_AFTER_DAYS = 56;
    private static final int LEAST_VALUES = 35;
    private static final double SHRINKAGE = 10;

    private final double[] effects;

    private Weekdays(double[] effects) {
        this.effects = effects;
    }

    static Weekdays of(Series series) {
        double[] effects = new double[7];
        if (series.size() < LEAST_VALUES || series.spanDays() < KNOWN_AFTER_DAYS) {
            return new Weekdays(effects);
        }
        double mean = Sum.mean(series.values());
        int[] counts = new int[7];
        for (int i = 0; i < series.size(); i++) {
            int weekday = Series.weekday(series.day(i));
            effects[weekday] += series.value(i) - mean;
            counts[weekday]++;
        }
        for (int i = 0; i < effects.length; i++) {
            effects[i] /= counts[i] + SHRINKAGE;
        }
        return new Weekdays(effects);
    }

    /** The value without what is usual for its day of the week. */
    double adjusted(long day, double value) {
        return value - effects[Series.weekday(day)];
    }
}
