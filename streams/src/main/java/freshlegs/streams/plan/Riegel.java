package freshlegs.streams.plan;

/** From a race over one distance to one over another: t2 = t1 (d2 / d1)^1.06 (Riegel 1981), trusted from 3 to 21 km. */
final class Riegel {
    static final double EXPONENT = 1.06;

    private static final double SHORTEST_METRES = 3000;
    private static final double LONGEST_METRES = 21_100;

    private Riegel() {}

    static boolean covers(double metres) {
        return metres >= SHORTEST_METRES && metres <= LONGEST_METRES;
    }

    /** Seconds for {@code metres}, after {@code knownSeconds} for {@code knownMetres}. */
    static double seconds(double knownMetres, double knownSeconds, double metres) {
        return knownSeconds * Math.pow(metres / knownMetres, EXPONENT);
    }
}
