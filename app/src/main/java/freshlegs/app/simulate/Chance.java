package freshlegs.app.simulate;

import java.util.Random;

/** One stream of random numbers for each purpose, so that a draw here never moves a draw there. */
final class Chance {
    static final int RUNNER = 1;
    static final int NOISE = 2;
    static final int RUN = 3;
    static final int NIGHT = 4;
    static final int ANSWERS = 5;

    private Chance() {}

    static Random of(long seed, int athleteIndex, int purpose, int daysBefore) {
        long mixed = mix(mix(mix(mix(seed) + athleteIndex) + purpose) + daysBefore);
        return new Random(mixed);
    }

    static double between(Random chance, double low, double high) {
        return low + (high - low) * chance.nextDouble();
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014) after its golden-ratio step. */
    private static long mix(long state) {
        long z = state + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
