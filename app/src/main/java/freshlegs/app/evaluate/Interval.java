package freshlegs.app.evaluate;

/** Where a true share or rate lies with 95 % confidence. */
record Interval(double low, double high) {
    private static final double Z = 1.959963984540054;
    private static final double TAIL = 0.025;
    private static final double TOLERANCE = 1e-12;
    private static final double NEGLIGIBLE = 1e-18;

    /** The score interval of a share, {@code hits} of {@code of} (Wilson 1927); 0 to 1. */
    static Interval ofShare(long hits, long of) {
        if (of == 0) {
            return new Interval(0, 1);
        }
        double n = of;
        double share = hits / n;
        double middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return new Interval(hits == 0 ? 0 : middle - half, hits == of ? 1 : middle + half);
    }

    /** The exact interval of a Poisson rate, {@code events} in {@code exposure} (Garwood 1936). */
    static Interval ofRate(long events, double exposure) {
        double low = events == 0 ? 0 : mean(events - 1, 1 - TAIL);
        return new Interval(low / exposure, mean(events, TAIL) / exposure);
    }

    /** The mean of the Poisson distribution of which {@code events} at most are seen with {@code probability}; by bisection. */
    private static double mean(long events, double probability) {
        double lnFactorial = 0;
        for (long k = 2; k <= events; k++) {
            lnFactorial += Math.log((double) k);
        }
        double far = 6 * Math.sqrt((double) events) + 20;
        double low = Math.max(0, events - far);
        double high = events + far;
        while (high - low > TOLERANCE * high) {
            double middle = (low + high) / 2;
            if (atMost(events, lnFactorial, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double atMost(long events, double lnFactorial, double mean) {
        double term = Math.exp(events * Math.log(mean) - mean - lnFactorial);
        double sum = 0;
        for (long k = events; k >= 0 && term > sum * NEGLIGIBLE; k--) {
            sum += term;
            term *= k / mean;
        }
        return sum;
    }
}
