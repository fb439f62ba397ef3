package freshlegs.app.world;

import freshlegs.app.simulate.Strain;
import java.time.DayOfWeek;

/**
 * Day-to-day noise of the five domains, worse positive, in its own standard deviations: x(t) = phi x(t-1) + sqrt(1-phi^2) w(t), with
 * w normal, the two autonomic domains correlated by 0.5, all other pairs by 0.25. On top, in the first three, a cycle of seven days
 * with a standard deviation of 0.3, worst at weekends.
 */
final class Noise {
    private static final double AMPLITUDE = Mixture.WEEKLY_CYCLE_SD * StrictMath.sqrt(2);
    private static final double WORST_DAY = 6.5;
    private static final double SHARED = StrictMath.sqrt(Mixture.OTHER_CORRELATION);
    private static final double AUTONOMIC = StrictMath.sqrt(Mixture.AUTONOMIC_CORRELATION - Mixture.OTHER_CORRELATION);
    private static final double OWN_OF_AUTONOMIC = StrictMath.sqrt(1 - Mixture.AUTONOMIC_CORRELATION);
    private static final double OWN = StrictMath.sqrt(1 - Mixture.OTHER_CORRELATION);

    private final Chance chance;
    private final double persistence;
    private final double renewed;
    private Strain today;

    Noise(Chance chance, double persistence) {
        this.chance = chance;
        this.persistence = persistence;
        this.renewed = StrictMath.sqrt(1 - persistence * persistence);
        this.today = innovation();
    }

    Strain next(DayOfWeek weekday) {
        today = today.times(persistence).plus(innovation().times(renewed));
        double cycle = AMPLITUDE * StrictMath.cos(2 * Math.PI * (weekday.getValue() - WORST_DAY) / 7);
        return today.plus(new Strain(cycle, cycle, cycle, 0, 0));
    }

    private Strain innovation() {
        double shared = SHARED * chance.normal();
        double autonomic = shared + AUTONOMIC * chance.normal();
        return new Strain(
                shared + OWN * chance.normal(),
                autonomic + OWN_OF_AUTONOMIC * chance.normal(),
                autonomic + OWN_OF_AUTONOMIC * chance.normal(),
                shared + OWN * chance.normal(),
                shared + OWN * chance.normal());
    }
}
