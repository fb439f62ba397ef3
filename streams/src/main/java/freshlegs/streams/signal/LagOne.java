package freshlegs.streams.signal;

/**
 * How alike days in a row are, as sums over {@code pairs} of them: of (x(t) - m) (x(t-1) - m), and of the mean of both squares, in
 * the quantity's own variances so that quantities can be added up.
 */
record LagOne(double products, double squares, int pairs) {
    static final LagOne NONE = new LagOne(0, 0, 0);

    /** Of values whose mean and standard deviation are given. */
    static LagOne of(Series series, double mean, double deviation) {
        double products = 0;
        double squares = 0;
        int pairs = 0;
        for (int i = 1; i < series.size(); i++) {
            if (series.day(i) == series.day(i - 1) + 1) {
                double before = series.value(i - 1) - mean;
                double after = series.value(i) - mean;
                products += before * after;
                squares += (before * before + after * after) / 2;
                pairs++;
            }
        }
        double variance = deviation * deviation;
        return variance > 0 ? new LagOne(products / variance, squares / variance, pairs) : NONE;
    }

    LagOne plus(LagOne other) {
        return new LagOne(products + other.products, squares + other.squares, pairs + other.pairs);
    }
}
