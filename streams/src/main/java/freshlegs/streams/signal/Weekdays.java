package freshlegs.streams.signal;

import java.util.List;

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

    static Weekdays of(List<Dated> series) {
        double[] effects = new double[7];
        if (series.size() < LEAST_VALUES || spanDays(series) < KNOWN_AFTER_DAYS) {
            return new Weekdays(effects);
        }
        double mean = series.stream().mapToDouble(Dated::value).average().orElseThrow();
        int[] counts = new int[7];
        for (Dated day : series) {
            effects[index(day)] += day.value() - mean;
            counts[index(day)]++;
        }
        for (int i = 0; i < effects.length; i++) {
            effects[i] /= counts[i] + SHRINKAGE;
        }
        return new Weekdays(effects);
    }

    /** The value without what is usual for its day of the week. */
    double adjusted(Dated day) {
        return day.value() - effects[index(day)];
    }

    private static int index(Dated day) {
        return day.date().getDayOfWeek().getValue() - 1;
    }

    private static long spanDays(List<Dated> series) {
        return series.get(series.size() - 1).date().toEpochDay()
                - series.get(0).date().toEpochDay()
                + 1;
    }
}
