package freshlegs.streams.plan;

/**
 * Running ability from one maximal effort (Daniels and Gilbert 1979): the oxygen cost of the speed v (m/min), -4.60 + 0.182258 v +
 * 0.000104 v^2 ml/kg/min, over the share of maximal uptake that can be held for t minutes, 0.8 + 0.1894393 e^(-0.012778 t) +
 * 0.2989558 e^(-0.1932605 t). For efforts of 3 to 240 minutes. Bests in training are rarely maximal: lower bounds only.
 */
final class Vdot {
    static final double SHORTEST_SECONDS = 180;
    static final double LONGEST_SECONDS = 14_400;

    private static final double CONSTANT = -4.60;
    private static final double LINEAR = 0.182258;
    private static final double SQUARE = 0.000104;

    private Vdot() {}

    /** In ml/kg/min, from a race over {@code metres} in {@code seconds}. */
    static double of(double metres, double seconds) {
        double minutes = seconds / 60;
        return cost(metres / minutes) / share(minutes);
    }

    /** The VDOT of which that speed costs the whole. */
    static double atSpeed(double metresPerSecond) {
        return cost(60 * metresPerSecond);
    }

    /** The speed in metres a second that costs the whole of {@code vdot}. */
    static double metresPerSecond(double vdot) {
        double root = Math.sqrt(LINEAR * LINEAR - 4 * SQUARE * (CONSTANT - vdot));
        return (root - LINEAR) / (2 * SQUARE) / 60;
    }

    /** How long a race over {@code metres} takes, in seconds, by bisection to a hundredth. */
    static double seconds(double vdot, double metres) {
        double fast = metres / metresPerSecond(2 * vdot);
        double slow = 4 * metres / metresPerSecond(vdot);
        while (slow - fast > 0.01) {
            double middle = (fast + slow) / 2;
            if (of(metres, middle) > vdot) {
                fast = middle;
            } else {
                slow = middle;
            }
        }
        return (fast + slow) / 2;
    }

    private static double cost(double metresPerMinute) {
        return CONSTANT + (LINEAR + SQUARE * metresPerMinute) * metresPerMinute;
    }

    private static double share(double minutes) {
        return 0.8 + 0.1894393 * Math.exp(-0.012778 * minutes) + 0.2989558 * Math.exp(-0.1932605 * minutes);
    }
}
