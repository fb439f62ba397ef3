package freshlegs.app.simulate;

import java.util.Optional;

/** What happens to an athlete; days are counted backwards from the simulation's last day, which is 0. */
public enum Story {
    SOUND,
    /** Overload with a raised resting heart rate: the severe effects. */
    OVERREACHED,
    /** Overload with a lowered heart rate, at rest and running, while effort rises and performance falls. */
    PARADOXICAL,
    ILL,
    NO_SENSORS,
    AWAY;

    /** Athletes beyond the first of each story are sound until the round begins anew. */
    private static final int ROUND = 12;

    static Story of(int athleteIndex) {
        int place = athleteIndex % ROUND;
        return place < values().length ? values()[place] : SOUND;
    }

    /** The days that the label names. */
    Optional<Span> span() {
        return switch (this) {
            case SOUND, NO_SENSORS -> Optional.empty();
            case OVERREACHED, PARADOXICAL -> Optional.of(new Span(13, 0));
            case ILL -> Optional.of(new Span(4, 0));
            case AWAY -> Optional.of(new Span(23, 10));
        };
    }

    boolean writesFilesOn(int daysBefore) {
        return this != AWAY || !span().map(away -> away.holds(daysBefore)).orElse(false);
    }

    boolean runsOn(int daysBefore) {
        return this != ILL || !span().map(ill -> ill.holds(daysBefore)).orElse(false);
    }

    boolean hasSensors() {
        return this != NO_SENSORS;
    }

    /** How much longer easy running is in the block that leads into overload. */
    double volumeOn(int daysBefore) {
        boolean inBlock = (this == OVERREACHED && daysBefore < 17) || (this == PARADOXICAL && daysBefore < 24);
        return inBlock ? 1.2 : 1;
    }

    /** The effect on a day, in standard deviations of the athlete's noise, worse positive. */
    Strain strainOn(int daysBefore, double severity) {
        return switch (this) {
            case OVERREACHED -> new Strain(1.8, 1.5, 1.2, 1.2, 1.8).times(severity * ramp(daysBefore));
            case PARADOXICAL -> new Strain(1.5, -1.0, -1.0, -1.2, 1.5).times(severity * ramp(daysBefore));
            case ILL -> span().get().holds(daysBefore) ? new Strain(2, 3.2, 1.5, 2, 0).times(severity) : Strain.NONE;
            case SOUND, NO_SENSORS, AWAY -> Strain.NONE;
        };
    }

    /** From nothing to all over four days. */
    private double ramp(int daysBefore) {
        int onset = span().map(Span::first).orElse(-1);
        return Math.max(0, Math.min(1, (onset - daysBefore + 1) / 4.0));
    }

    /** From {@code first} to {@code last} days before the end, both included. */
    record Span(int first, int last) {
        boolean holds(int daysBefore) {
            return daysBefore <= first && daysBefore >= last;
        }
    }
}
