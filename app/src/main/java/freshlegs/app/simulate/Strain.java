package freshlegs.app.simulate;

/**
 * A day's departure from the athlete's own level in standard deviations, worse positive: how it feels, resting heart rate,
 * (lowered) heart-rate variability, heart rate at pace, (lowered) performance.
 */
public record Strain(double subjective, double resting, double variability, double exercise, double performance) {
    public static final Strain NONE = new Strain(0, 0, 0, 0, 0);

    public Strain times(double factor) {
        return new Strain(
                subjective * factor, resting * factor, variability * factor, exercise * factor, performance * factor);
    }

    public Strain plus(Strain other) {
        return new Strain(
                subjective + other.subjective,
                resting + other.resting,
                variability + other.variability,
                exercise + other.exercise,
                performance + other.performance);
    }
}
