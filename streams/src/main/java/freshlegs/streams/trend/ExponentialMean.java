package freshlegs.streams.trend;

/**
 * The exponentially weighted mean of daily load: x + (load - x) * (1 - exp(-1/days)), with 42 days for fitness and 7 for
 * fatigue (Banister 1991 in the form of the performance management chart; a convention, not a measurement).
 */
final class ExponentialMean {
    static final int FITNESS_DAYS = 42;
    static final int FATIGUE_DAYS = 7;

    private ExponentialMean() {}

    static double next(double yesterday, double load, int days) {
        return yesterday + (load - yesterday) * (1 - Math.exp(-1.0 / days));
    }

    /** The daily load that raises {@code from} by {@code rise} within {@code within} days. */
    static double dailyLoadFor(double from, double rise, int within, int days) {
        return from + rise / (1 - Math.exp(-(double) within / days));
    }
}
