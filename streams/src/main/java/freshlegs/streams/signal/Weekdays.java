package freshlegs.streams.signal;

import freshlegs.streams.load.Sum;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;

/**
 * How an athlete's days of the week differ from their mean, once eight weeks are known: each weekday's mean difference, shrunk
 * by n / (n + 10) as published, since a handful of Mondays says little.
 */
final class Weekdays {

    private final double[] effects;

    private Weekdays(double[] effects) {
        this.effects = effects;
    }

    static Weekdays of(Series series, Rules rules) {
        double[] effects = new double[7];
        if (series.size() < rules.count(Threshold.WEEKDAYS_LEAST_VALUES)
                || series.spanDays() < rules.count(Threshold.WEEKDAYS_KNOWN_AFTER)) {
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
            effects[i] /= counts[i] + rules.of(Threshold.WEEKDAYS_SHRINKAGE);
        }
        return new Weekdays(effects);
    }

    /** The value without what is usual for its day of the week. */
    double adjusted(long day, double value) {
        return value - effects[Series.weekday(day)];
    }

    /** All values without what is usual for their days of the week. */
    Series adjusted(Series series) {
        Series adjusted = new Series(series.size());
        for (int i = 0; i < series.size(); i++) {
            adjusted.add(series.day(i), adjusted(series.day(i), series.value(i)));
        }
        return adjusted;
    }
}
