package freshlegs.bench.report;

/** What a figure is hoped to be. */
public record Goal(double bound, boolean isLeast) {

    static Goal atLeast(double bound) {
        return new Goal(bound, true);
    }

    static Goal atMost(double bound) {
        return new Goal(bound, false);
    }

    /** How far it is reached: 1 exactly, more is better. */
    public double ratio(double seen) {
        return isLeast ? seen / bound : bound / seen;
    }

    @Override
    public String toString() {
        return (isLeast ? "at least " : "at most ") + Digits.of(bound);
    }
}
