package freshlegs.streams.plan;

import freshlegs.model.plan.Ability;
import freshlegs.model.plan.Step.PaceRange;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An athlete's speeds in metres a second and the pace targets from them. Without a VDOT there are no targets, and how long a distance
 * takes follows from a slow runner's, so that a session is rather shorter than told. A target reaches 3 % to either side, 6 % under
 * 300 m, where GPS errs by 2 to 2.5 %; easy running is 68 to 76 % of the speed at VDOT, around E and within the 59 to 74 % of maximal
 * uptake that Daniels gives it.
 */
record Speeds(OptionalDouble vdot) {
    static final double SHORT_METRES = 300;
    static final double REACH = 0.03;
    static final double SHORT_REACH = 0.06;

    private static final double ASSUMED_VDOT = 30;
    private static final double EASY_SLOWEST = 0.68;
    private static final double EASY_FASTEST = 0.76;
    private static final double QUICK_TEMPO_SLOWEST = 0.90;
    private static final double QUICK_TEMPO_FASTEST = 0.93;

    static Speeds of(Ability ability) {
        return new Speeds(ability.vdot());
    }

    boolean known() {
        return vdot.isPresent();
    }

    double at(Paces pace) {
        return pace.metresPerSecond(vdot.orElse(ASSUMED_VDOT));
    }

    /** The speed over {@code metres} of a race. */
    double racing(double metres) {
        return metres / Vdot.seconds(vdot.orElse(ASSUMED_VDOT), metres);
    }

    /** Repeats up to 200 m as R over 200 m, up to 300 m as R over 400 m, up to 450 m as I, beyond at the speed of a 5K. */
    double repeating(int metres) {
        if (metres > 450) {
            return racing(5000);
        }
        return at(
                metres <= 200 ? Paces.REPETITION_200 : metres <= SHORT_METRES ? Paces.REPETITION_400 : Paces.INTERVAL);
    }

    Optional<PaceRange> easy() {
        return shares(EASY_FASTEST, EASY_SLOWEST);
    }

    Optional<PaceRange> quickTempo() {
        return shares(QUICK_TEMPO_FASTEST, QUICK_TEMPO_SLOWEST);
    }

    Optional<PaceRange> around(double metresPerSecond) {
        return around(metresPerSecond, REACH);
    }

    Optional<PaceRange> repeat(int metres) {
        return around(repeating(metres), metres < SHORT_METRES ? SHORT_REACH : REACH);
    }

    private Optional<PaceRange> around(double metresPerSecond, double reach) {
        double pace = 1000 / metresPerSecond;
        return known() ? Optional.of(range(pace * (1 - reach), pace * (1 + reach))) : Optional.empty();
    }

    private Optional<PaceRange> shares(double fastest, double slowest) {
        double full = Vdot.metresPerSecond(vdot.orElse(ASSUMED_VDOT));
        return known() ? Optional.of(range(1000 / (fastest * full), 1000 / (slowest * full))) : Optional.empty();
    }

    private static PaceRange range(double fastest, double slowest) {
        return new PaceRange((int) Math.round(fastest), (int) Math.round(slowest));
    }
}
