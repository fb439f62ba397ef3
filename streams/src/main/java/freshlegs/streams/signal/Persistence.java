package freshlegs.streams.signal;

import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;

/**
 * How much of a day's difference is left on the next day: phi of a first-order autoregressive process, from the daily domains
 * together (Burg 1975: r = sum of products / sum of mean squares over pairs of days in a row), drawn towards the usual phi as if
 * that had been seen on so many pairs: phi = (n r + n0 phi0) / (n + n0), between 0 and 0.7. Where little fades overnight a chart
 * strays farther by itself, so its limit must lie farther out for as few false alarms.
 */
record Persistence(double phi) {
    private static final double MOST = 0.7;

    /** Three runs a week are on average 7/3 days apart. */
    private static final double DAYS_BETWEEN_RUNS = 7.0 / 3;

    static Persistence of(LagOne seen, Rules rules) {
        double usual = rules.of(Threshold.PERSISTENCE_USUAL);
        double prior = rules.of(Threshold.PERSISTENCE_PRIOR_PAIRS);
        double pairs = seen.squares() > 0 ? seen.pairs() : 0;
        double phi = pairs > 0 ? (pairs * seen.products() / seen.squares() + prior * usual) / (pairs + prior) : usual;
        return new Persistence(Math.max(0, Math.min(MOST, phi)));
    }

    static Persistence usual(Rules rules) {
        return new Persistence(rules.of(Threshold.PERSISTENCE_USUAL));
    }

    /** The standard deviation of a chart of days in a sound athlete, in those of the days. */
    double deviationOfDays(Rules rules) {
        return deviation(rules.of(Threshold.CHART_DAILY_SHARE), phi);
    }

    /** The standard deviation of a chart of runs in a sound athlete, in those of the runs. */
    double deviationOfRuns(Rules rules) {
        return deviation(rules.of(Threshold.CHART_RUN_SHARE), Math.pow(phi, DAYS_BETWEEN_RUNS));
    }

    /**
     * Of an exponentially weighted mean of a first-order autoregressive process with unit variance (Schmid and Schöne 1997):
     * sqrt(share / (2 - share) * (1 + a) / (1 - a)) with a = phi (1 - share).
     */
    static double deviation(double share, double phi) {
        double a = phi * (1 - share);
        return Math.sqrt(share / (2 - share) * (1 + a) / (1 - a));
    }
}
