package freshlegs.streams.plan;

/** From a race over one distance to one over another: t2 = t1 (d2 / d1)^1.06 (Riegel 1981), trusted from 3 to 21 km. */
final class Riegel {
    static final double EXPONENT = 1.06;

    private Riegel() {}

    /** Seconds for {@code metres}, after {@code knownSeconds} for {@code knownMetres}. */
    static double seconds(double knownMetres, double knownSeconds, double metres) {
        return knownSeconds * Math.pow(metres / knownMetres, EXPONENT);
    }
}
