package freshlegs.app.simulate;

import static freshlegs.model.fact.Lap.Intensity.ACTIVE;
import static freshlegs.model.fact.Lap.Intensity.COOLDOWN;
import static freshlegs.model.fact.Lap.Intensity.INTERVAL;
import static freshlegs.model.fact.Lap.Intensity.REST;
import static freshlegs.model.fact.Lap.Intensity.WARMUP;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A run as it is set out on: its legs, whether the watch follows it as a workout, and how hard it usually feels (1 to 10). */
record PlannedRun(List<Leg> legs, boolean isWorkout, double usualEffort) {
    private static final double EASY = 0.77;
    private static final double WALKING_METRES_PER_SECOND = 1.2;

    PlannedRun {
        legs = List.copyOf(legs);
    }

    static PlannedRun easy(Runner runner, double minutes, Random chance) {
        double speed = runner.thresholdSpeed() * EASY * (1 + 0.025 * chance.nextGaussian());
        double drawn = minutes * (1 + 0.06 * chance.nextGaussian());
        return new PlannedRun(List.of(Leg.seconds(ACTIVE, Math.rint(drawn * 60), speed)), false, 3);
    }

    static PlannedRun longRun(Runner runner, double minutes, Random chance) {
        double speed = runner.thresholdSpeed() * EASY * (1 + Chance.between(chance, -0.02, 0.02));
        double drawn = minutes * (1 + Chance.between(chance, -0.02, 0.02));
        return new PlannedRun(List.of(Leg.seconds(ACTIVE, Math.rint(drawn * 60), speed)), false, 4.5);
    }

    /** Twenty minutes at threshold pace. */
    static PlannedRun tempo(Runner runner, double speedFactor) {
        double threshold = runner.thresholdSpeed();
        return new PlannedRun(
                List.of(
                        Leg.seconds(WARMUP, 720, threshold * 0.75),
                        Leg.seconds(INTERVAL, 1200, threshold * speedFactor),
                        Leg.seconds(COOLDOWN, 540, threshold * 0.72)),
                true,
                6.5);
    }

    /** Repeats of one distance; {@code ofThreshold} is the target speed as a share of threshold speed. */
    static PlannedRun repeats(
            Runner runner, int count, double metres, double ofThreshold, double restSeconds, List<Double> factors) {
        double threshold = runner.thresholdSpeed();
        List<Leg> legs = new ArrayList<>();
        legs.add(Leg.seconds(WARMUP, 780, threshold * 0.75));
        for (int i = 0; i < count; i++) {
            legs.add(Leg.metres(INTERVAL, metres, threshold * ofThreshold * factors.get(i)));
            legs.add(Leg.seconds(REST, restSeconds, WALKING_METRES_PER_SECOND));
        }
        legs.add(Leg.seconds(COOLDOWN, 600, threshold * 0.72));
        return new PlannedRun(legs, true, 7);
    }
}
