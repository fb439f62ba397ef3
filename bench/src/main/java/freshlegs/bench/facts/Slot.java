package freshlegs.bench.facts;

/**
 * What an athlete's day may hold, one fact each. A year of 365 days holds 250 runs, 200 mornings and 100 runs told of, which are 300
 * check-ins, spread evenly, and three readings every day.
 */
enum Slot {
    PROFILE,
    RESTING_HEART_RATE,
    HRV,
    SLEEP,
    MORNING,
    RUN,
    AFTER_RUN;

    static final int YEAR = 365;

    private static final int MORNINGS = 200;
    private static final int RUNS = 250;
    private static final int TOLD_OF_TWO_IN = 5;

    boolean isOn(int day) {
        return switch (this) {
            case PROFILE -> day == 0;
            case RESTING_HEART_RATE, HRV, SLEEP -> true;
            case MORNING -> isEvenly(day, MORNINGS, YEAR);
            case RUN -> isEvenly(day, RUNS, YEAR);
            case AFTER_RUN -> RUN.isOn(day) && isEvenly(runsBefore(day), 2, TOLD_OF_TWO_IN);
        };
    }

    static int runsBefore(int day) {
        return day * RUNS / YEAR;
    }

    /** Whether the {@code i}-th of {@code of} is among the {@code chosen} that are spread evenly over them. */
    private static boolean isEvenly(int i, int chosen, int of) {
        return (i + 1) * chosen / of > i * chosen / of;
    }
}
