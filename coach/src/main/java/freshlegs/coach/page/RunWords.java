package freshlegs.coach.page;

import java.util.OptionalDouble;

/** Distances, times and paces of runs as people read them, in their units; short distances stay in metres. */
record RunWords(Units units) {
    /** Slower than this nobody speaks of a pace: 25 min a kilometre. */
    static final double SLOWEST_METRES_PER_SECOND = 1000.0 / 1500;

    private static final double METRES_PER_KILOMETRE = 1000;
    private static final double LONG_METRES = 1500;

    String distance(double metres) {
        return metres < LONG_METRES
                ? Numbers.whole(metres) + " m"
                : Numbers.two(units.distanceOf(metres)) + " " + units.distanceUnit();
    }

    static String time(double seconds) {
        return Numbers.clock((int) Math.round(seconds));
    }

    /** Of a speed in metres a second. */
    String pace(double metresPerSecond) {
        double seconds = secondsPerKilometre(metresPerSecond);
        return Double.isNaN(seconds) ? Numbers.NONE : units.pace(seconds) + " " + units.perDistance();
    }

    String pace(OptionalDouble metresPerSecond) {
        return metresPerSecond.isPresent() ? pace(metresPerSecond.getAsDouble()) : Numbers.NONE;
    }

    String perKilometre(OptionalDouble secondsPerKilometre) {
        return secondsPerKilometre.isPresent()
                ? units.pace(secondsPerKilometre.getAsDouble()) + " " + units.perDistance()
                : Numbers.NONE;
    }

    /** Not a number of whoever hardly moves. */
    static double secondsPerKilometre(double metresPerSecond) {
        return metresPerSecond >= SLOWEST_METRES_PER_SECOND ? METRES_PER_KILOMETRE / metresPerSecond : Double.NaN;
    }

    static String bpm(OptionalDouble bpm) {
        return bpm.isPresent() ? Numbers.whole(bpm.getAsDouble()) + " bpm" : Numbers.NONE;
    }
}
