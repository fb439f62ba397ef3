package freshlegs.streams.plan;

import freshlegs.model.plan.Workout;

/** How far a workout leads, and what lengths are rounded to. */
final class Sizes {
    /** With an unknown speed: 6:24 min/km. */
    static final double ASSUMED_METRES_PER_SECOND = 2.6;

    private static final int STEP_MINUTES = 5;

    private Sizes() {}

    /** By its own paces where it has any, else at {@code metresPerSecond}. */
    static int metres(Workout workout, double metresPerSecond) {
        return workout.metres() > 0 ? workout.metres() : (int) Math.round(workout.minutes() * 60 * metresPerSecond);
    }

    /** To the nearest five minutes. */
    static int nearest(double minutes) {
        return STEP_MINUTES * (int) Math.round(minutes / STEP_MINUTES);
    }

    /** To five minutes at most that long. */
    static int within(double minutes) {
        return STEP_MINUTES * (int) Math.floor(minutes / STEP_MINUTES);
    }
}
