package freshlegs.app.simulate;

import java.util.Random;

/**
 * Day-to-day noise of the five domains: first-order autoregressive with unit variance; resting heart rate and variability
 * correlate by 0.5, all other pairs by 0.25; a seven-day cycle of 0.3 standard deviations in the first three.
 */
final class Noise {
    private static final double CYCLE_AMPLITUDE = 0.3 * StrictMath.sqrt(2);

    private final Random chance;
    private final double persistence;
    private final double phase;
    private Strain today;

    Noise(Random chance, double persistence) {
        this.chance = chance;
        this.persistence = persistence;
        this.phase = chance.nextDouble() * 2 * Math.PI;
        this.today = innovation();
    }

    Strain next(int daysBefore) {
        today = today.times(persistence).plus(innovation().times(StrictMath.sqrt(1 - persistence * persistence)));
        double cycle = CYCLE_AMPLITUDE * StrictMath.sin(phase + 2 * Math.PI * daysBefore / 7);
        return today.plus(new Strain(cycle, cycle, cycle, 0, 0));
    }

    /** A factor shared by all explains 0.25; one shared by the two autonomic domains lifts theirs to 0.5. */
    private Strain innovation() {
        double shared = 0.5 * chance.nextGaussian();
        double autonomic = 0.5 * chance.nextGaussian();
        double rest = StrictMath.sqrt(0.75);
        double restOfAutonomic = StrictMath.sqrt(0.5);
        return new Strain(
                shared + rest * chance.nextGaussian(),
                shared + autonomic + restOfAutonomic * chance.nextGaussian(),
                shared + autonomic + restOfAutonomic * chance.nextGaussian(),
                shared + rest * chance.nextGaussian(),
                shared + rest * chance.nextGaussian());
    }
}
