package freshlegs.app.simulate;

import freshlegs.model.fact.Lap;

/** A stretch of a run at one speed, so many metres or seconds long. */
public record Leg(Lap.Intensity intensity, double metresPerSecond, double length, Unit unit, boolean isRepeat) {
    /** What the length counts. */
    public enum Unit {
        METRES,
        SECONDS
    }

    public static Leg metres(Lap.Intensity intensity, double metres, double metresPerSecond) {
        return new Leg(intensity, metresPerSecond, metres, Unit.METRES, intensity == Lap.Intensity.INTERVAL);
    }

    public static Leg seconds(Lap.Intensity intensity, double seconds, double metresPerSecond) {
        return new Leg(intensity, metresPerSecond, seconds, Unit.SECONDS, intensity == Lap.Intensity.INTERVAL);
    }

    /** Run evenly, as what counts is, whatever the watch calls it. */
    public Leg evenly() {
        return new Leg(intensity, metresPerSecond, length, unit, true);
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
