package freshlegs.app.world;

import freshlegs.app.labelled.RunRow;
import freshlegs.app.labelled.RunRow.Window;
import freshlegs.app.simulate.Strain;
import freshlegs.model.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the watch records of a run. Its steady stretch begins after ten minutes and ends after thirty at the latest; all its minutes
 * share the run's noise of 3 bpm, each has 1 bpm of its own. A key session is achieved at target e^(-0.02 P) m/s.
 */
final class Runs {
    private static final int WARM_UP_MINUTES = 10;
    private static final int STEADY_MINUTES = 20;
    private static final double DURATION_SD = 0.06;
    private static final double SPEED_SD = 0.025;
    private static final double MINUTE_SPEED_SD = 0.01;
    private static final double SECONDS_A_MINUTE = 60;

    private final Runner runner;
    private final Habits habits;
    private final Seed seed;
    private final Seed lock;

    Runs(Runner runner, Habits habits, Seed athlete) {
        this.runner = runner;
        this.habits = habits;
        this.seed = athlete.of(Purpose.RUN);
        this.lock = athlete.of(Purpose.CADENCE_LOCK);
    }

    RunRow row(LocalDate date, int day, PlannedRun planned, Strain strain, Circumstances met) {
        Chance chance = seed.of(day).chance();
        double minutes = planned.minutes() * (1 + DURATION_SD * chance.normal()) * met.load();
        double speed = runner.thresholdSpeed() * planned.meanShare() * (1 + SPEED_SD * chance.normal());
        double usualCelsius = chance.between(Mixture.COLDEST_CELSIUS, Mixture.WARMEST_CELSIUS);
        double celsius = met.hot() ? runner.heart().hotCelsius() : usualCelsius;
        double target = Rounding.to(3, runner.thresholdSpeed() * planned.targetShare());
        double achieved = target * StrictMath.exp(-Mixture.PERFORMANCE_SD * strain.performance());
        boolean key = planned.kind().isKey();
        return new RunRow(
                date.atTime(runner.runsAt()),
                planned.kind(),
                Math.rint(minutes * SECONDS_A_MINUTE),
                Math.rint(minutes * SECONDS_A_MINUTE * speed),
                key ? OptionalDouble.of(target) : OptionalDouble.empty(),
                key ? OptionalDouble.of(Rounding.to(3, achieved)) : OptionalDouble.empty(),
                habits.thermometer() ? OptionalDouble.of(Rounding.to(0, celsius)) : OptionalDouble.empty(),
                planned.steady() && !locked(day)
                        ? windows(chance, minutes, speed, celsius, Mixture.PACE_BPM_SD * strain.exercise())
                        : List.of());
    }

    private boolean locked(int day) {
        return habits.cadenceLock() && lock.of(day).chance().happens(Mixture.LOCKED_RUNS);
    }

    private List<Window> windows(Chance chance, double minutes, double speed, double celsius, double higher) {
        int count = (int) Math.min(STEADY_MINUTES, minutes - WARM_UP_MINUTES);
        List<Window> windows = new ArrayList<>(STEADY_MINUTES);
        for (int i = 0; i < count; i++) {
            double now = Rounding.to(3, speed * (1 + MINUTE_SPEED_SD * chance.normal()));
            double bpm = runner.heart().bpm(now, celsius, WARM_UP_MINUTES + i)
                    + higher
                    + Mixture.MINUTE_BPM_SD * chance.normal();
            windows.add(new Window(now, Rounding.to(1, bpm)));
        }
        return windows;
    }
}
