package freshlegs.app.world;

import freshlegs.app.labelled.NightRow;
import freshlegs.app.simulate.Strain;
import freshlegs.model.Rounding;
import java.time.LocalDate;
import java.util.OptionalDouble;

/** What the watch reads at night: whole beats, tenths of milliseconds and of hours; each reading is missing now and then. */
final class Nights {
    private static final double LEAST_SLEEP_HOURS = 3;

    private final Runner runner;
    private final Seed seed;

    Nights(Runner runner, Seed athlete) {
        this.runner = runner;
        this.seed = athlete.of(Purpose.NIGHT);
    }

    NightRow row(LocalDate date, int day, Strain strain, Circumstances met) {
        Chance chance = seed.of(day).chance();
        double resting = runner.restingBpm() + Mixture.RESTING_BPM_SD * strain.resting();
        double rmssd = StrictMath.exp(runner.lnRmssd() - Mixture.LN_RMSSD_SD * strain.variability());
        double asleep = runner.sleepHours() + Mixture.SLEEP_HOURS_SD * chance.normal();
        return new NightRow(
                date,
                unlessMissing(chance, Rounding.to(0, met.restingBpm(resting))),
                unlessMissing(chance, Rounding.to(1, met.rmssdMs(rmssd))),
                unlessMissing(chance, Rounding.to(1, Math.max(LEAST_SLEEP_HOURS, met.sleepHours(asleep)))));
    }

    private static OptionalDouble unlessMissing(Chance chance, double reading) {
        return chance.happens(Mixture.MISSING) ? OptionalDouble.empty() : OptionalDouble.of(reading);
    }
}
