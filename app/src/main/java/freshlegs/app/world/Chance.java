package freshlegs.app.world;

import java.util.SplittableRandom;

/** Draws that are the same on every Java and every machine. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** At least 0, below 1, in steps of 2^-53. */
    double share() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    boolean happens(double probability) {
        return share() < probability;
    }

    double between(double lowest, double highest) {
        return lowest + (highest - lowest) * share();
    }

    /** From 0 to below {@code count}, each as likely. */
    int oneOf(int count) {
        return (int) (share() * count);
    }

    /** Normal with mean 0 and deviation 1 (Box and Muller 1958). */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - share()));
        return radius * StrictMath.cos(2 * Math.PI * share());
    }
}
