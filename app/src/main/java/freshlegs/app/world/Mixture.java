package freshlegs.app.world;

/**
 * All numbers of the synthetic squads. The first part was fixed before any detector was tried on it and is never tuned; the second
 * part it leaves open, and is chosen here once.
 *
 * <p>Noise: each athlete's five domains (subjective, resting heart rate, lnRMSSD, heart rate at pace, performance) follow one daily
 * first-order autoregressive process with the athlete's own persistence; its innovations correlate in the worse direction (a higher
 * resting heart rate goes with a lower HRV). The five items of a check-in differ from one another by noise that sums to zero, so
 * that their mean is the subjective domain and nothing else, rounded.
 *
 * <p>Not told by rows: an athlete who syncs weekly hands over late what others hand over at once, which changes nothing once all has
 * arrived; in a run with cadence lock the watch shows steps for beats, screening leaves no valid steady minute, so the run has no
 * windows.
 */
final class Mixture {
    // Fixed: noise.
    static final double[] PERSISTENCES = {0, 0.3, 0.5};
    static final double RESTING_BPM_SD = 2.5;
    static final double LN_RMSSD_SD = 0.15;
    /** Of each item before it is rounded to a whole number from 1 to 7. */
    static final double ITEM_SD = 0.8;

    static final double PACE_BPM_SD = 3;
    static final double PERFORMANCE_SD = 0.02;
    static final double AUTONOMIC_CORRELATION = 0.5;
    static final double OTHER_CORRELATION = 0.25;
    /** The standard deviation of the weekly cycle itself, in those of the noise. */
    static final double WEEKLY_CYCLE_SD = 0.3;

    static final double LOWEST_RESTING_BPM = 42;
    static final double HIGHEST_RESTING_BPM = 64;
    static final double LOWEST_LN_RMSSD = 3.4;
    static final double HIGHEST_LN_RMSSD = 4.6;

    // Fixed: behaviour, as shares.
    /** Of readings, one by one, and of check-ins. */
    static final double MISSING = 0.15;

    static final double FORGETFUL = 0.2;
    static final int FORGOTTEN_DAYS = 14;
    static final double SYNCS_WEEKLY = 0.1;
    static final double HAS_CADENCE_LOCK = 0.1;
    static final double LOCKED_RUNS = 0.05;
    static final double CHANGES_WATCH = 0.1;

    // Fixed: confounders.
    static final double ALCOHOL_RESTING_FACTOR = 1.06;
    static final double ALCOHOL_HRV_FACTOR = 0.88;
    static final double HOT_BPM = 6;
    static final double HAS_THERMOMETER = 0.5;
    static final double FLIGHT_SLEEP_HOURS = -2;
    static final double FLIGHT_SUBJECTIVE = 1;
    static final double ILL_RESTING_BPM = 8;
    static final double ILL_SUBJECTIVE = 2;
    static final double ILL_WITH_SYMPTOMS = 2.0 / 3;
    static final double BLOCK_LOAD = 1.4;
    static final double BLOCK_SUBJECTIVE = 0.7;

    // Fixed: effects.
    static final int RAMP_DAYS = 7;
    static final int EFFECT_DAYS = 21;

    // Fixed: training.
    static final int FEWEST_RUNS_A_WEEK = 4;
    static final int MOST_RUNS_A_WEEK = 6;

    // Chosen here: what the items share (of their deviation), so that two of them correlate by 0.55.
    static final double ITEM_SHARED = 0.8;
    static final double ITEM_OWN = 0.6;

    // Chosen here: minutes, heat and sleep.
    static final double MINUTE_BPM_SD = 1;
    static final double COOL_CELSIUS = 15;
    static final double COLDEST_CELSIUS = 4;
    static final double WARMEST_CELSIUS = 18;
    static final double SLEEP_HOURS_SD = 0.6;

    // Chosen here: how often; for confounders see Confounder.
    static final double FORGETS_A_YEAR = 4;
    static final double DAYS_A_YEAR = 365;

    // Chosen here: before an effect begins, at least; up to six days more so that it begins on any day of the week; and
    // from then on.
    static final int HISTORY_DAYS = 120;
    static final int DAYS_FROM_ONSET = 35;

    // Chosen here: a taper halves what is run (41 to 60 % less, Bosquet 2007).
    static final double TAPER_LOAD = 0.5;

    private Mixture() {}
}
