package freshlegs.app.simulate;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Four to six runs in seven days: a key session, a day of rest or a short run, two easy runs, rest, the long run and an easy
 * run. Counted backwards from the last day, so that it knows no weekdays.
 */
final class TrainingWeek {
    /** Speeds as shares of threshold speed: 5K pace, interval pace and repetition pace (Daniels). */
    private static final double FIVE_KILOMETRE = 1.069;

    private static final double INTERVAL = 1.089;
    private static final double REPETITION = 1.189;
    private static final double PERFORMANCE_SPREAD = 0.02;
    private static final double REPEAT_SPREAD = 0.006;

    private final Runner runner;

    TrainingWeek(Runner runner) {
        this.runner = runner;
    }

    Optional<PlannedRun> on(int daysBefore, Strain strain, Random chance) {
        double volume = runner.story().volumeOn(daysBefore);
        int sinceKey = Math.floorMod(runner.keyDay() - daysBefore, 7);
        return switch (sinceKey) {
            case 0 -> Optional.of(key(Math.floorDiv(daysBefore, 7), strain, chance));
            case 1 ->
                chance.nextDouble() < 0.3 * volume * volume
                        ? Optional.of(PlannedRun.easy(runner, 36, chance))
                        : Optional.empty();
            case 2, 3 -> Optional.of(PlannedRun.easy(runner, 44 * volume, chance));
            case 5 -> Optional.of(PlannedRun.longRun(runner, 66 * StrictMath.sqrt(StrictMath.sqrt(volume)), chance));
            case 6 ->
                chance.nextDouble() < 0.85
                        ? Optional.of(PlannedRun.easy(runner, 40 * volume, chance))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The ladder's sessions in turn, a tempo run now and then; slower by the day's performance, and fading when it is bad. */
    private PlannedRun key(int weeksBefore, Strain strain, Random chance) {
        double factor = 1 / (1 + PERFORMANCE_SPREAD * strain.performance());
        return switch (weeksBefore % 5) {
            case 0, 3 -> PlannedRun.repeats(runner, 5, 400, INTERVAL, 120, factors(5, factor, strain, chance));
            case 1 -> PlannedRun.repeats(runner, 4, 600, FIVE_KILOMETRE, 150, factors(4, factor, strain, chance));
            case 2 -> PlannedRun.repeats(runner, 6, 200, REPETITION, 90, factors(6, factor, strain, chance));
            default -> PlannedRun.tempo(runner, factor);
        };
    }

    private static List<Double> factors(int count, double factor, Strain strain, Random chance) {
        double fade = 0.002 * Math.max(0, strain.performance());
        return IntStream.range(0, count)
                .mapToObj(i ->
                        factor * (1 - fade * (i - (count - 1) / 2.0)) * (1 + REPEAT_SPREAD * chance.nextGaussian()))
                .toList();
    }
}
