package freshlegs.streams.session;

/**
 * The energy cost of running on a slope after Minetti et al. 2002, J Appl Physiol 93:1039: C(i) = 155.4 i^5 - 30.4 i^4 - 43.3
 * i^3 + 46.3 i^2 + 19.5 i + 3.6 J per kg and metre, i = rise over run. A reference for {@link GradeAdjustment}: measured on ten
 * mountain runners on a treadmill, within one standard deviation of the measurements; it errs on real descents by up to
 * threefold, so heart rate is not compared with it.
 */
public final class EnergyCost {
    /** What running on the level costs by the formula (measured: 3.40 +- 0.24); the unit of {@link #relative}. */
    public static final double LEVEL_JOULES_PER_KILOGRAM_METRE = 3.6;

    private static final double STEEPEST = 0.45;

    private EnergyCost() {}

    /** J per kg and metre for a slope from -0.45 to +0.45; steeper ones are taken as the steepest measured. */
    public static double joulesPerKilogramMetre(double slope) {
        double i = Math.max(-STEEPEST, Math.min(STEEPEST, slope));
        return ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + LEVEL_JOULES_PER_KILOGRAM_METRE;
    }

    /** The cost in relation to the level: 1 on the level, 1.66 at +10 %. */
    public static double relative(double slope) {
        return joulesPerKilogramMetre(slope) / LEVEL_JOULES_PER_KILOGRAM_METRE;
    }
}
