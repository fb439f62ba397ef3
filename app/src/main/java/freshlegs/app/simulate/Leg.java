package freshlegs.app.simulate;

import freshlegs.model.fact.Lap;

/** A stretch of a run at one speed, so many metres or seconds long. */
record Leg(Lap.Intensity intensity, double metresPerSecond, double length, Unit unit) {
    /** What the length counts. */
    enum Unit {
        METRES,
        SECONDS
    }

    static Leg metres(Lap.Intensity intensity, double metres, double metresPerSecond) {
        return new Leg(intensity, metresPerSecond, metres, Unit.METRES);
    }

    static Leg seconds(Lap.Intensity intensity, double seconds, double metresPerSecond) {
        return new Leg(intensity, metresPerSecond, seconds, Unit.SECONDS);
    }

    boolean isRepeat() {
        return intensity == Lap.Intensity.INTERVAL;
    }

    /** How much of the length is gone after so many seconds. */
    double used(double seconds, double speed) {
        return unit == Unit.METRES ? seconds * speed : seconds;
    }

    /** How long the rest of the leg takes. */
    double secondsFor(double left, double speed) {
        return unit == Unit.METRES ? left / speed : left;
    }
}
