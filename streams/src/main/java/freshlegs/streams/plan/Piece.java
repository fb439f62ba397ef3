package freshlegs.streams.plan;

import freshlegs.model.fact.Repeat;

/** One piece of a run as it was run. */
record Piece(double metres, double seconds) {
    private static final double KNOWN_DISTANCE = 0.04;

    /** A repeat measured within 4 % of what was asked was that long: the rest is the error of positioning. */
    static Piece of(Repeat repeat, double asked) {
        boolean near = Math.abs(repeat.distanceMetres() / asked - 1) <= KNOWN_DISTANCE;
        return new Piece(near ? asked : repeat.distanceMetres(), repeat.durationSeconds());
    }

    double metresPerSecond() {
        return metres / seconds;
    }

    double secondsPerKilometre() {
        return 1000 * seconds / metres;
    }
}
