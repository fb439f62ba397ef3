package freshlegs.app.labelled;

/** What is true of an athlete for some days. */
public enum Cause {
    NONE,
    /** Overreached, in standard deviations of subjective, resting heart rate, HRV, exercise heart rate, performance: 1.8, 1.5, 1.2, 1.2, 1.8. */
    SEVERE,
    /** Overreached: 1.2, 1.0, 0.8, 0.8, 1.0. */
    MODERATE,
    /** Overreached with a slow heart: 1.5, -1.0, -1.0, -1.2, 1.5. */
    PARADOXICAL,
    ILLNESS,
    HEAT,
    TRAVEL,
    ALCOHOL,
    BLOCK,
    TAPER,
    AWAY;

    public boolean isOverreaching() {
        return this == SEVERE || this == MODERATE || this == PARADOXICAL;
    }
}
