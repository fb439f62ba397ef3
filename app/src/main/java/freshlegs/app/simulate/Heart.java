package freshlegs.app.simulate;

/**
 * Heart rate follows running speed with a lag: linear in grade-adjusted speed up to 90 % of the reserve, flatter above,
 * drifting up slowly, faster up than down.
 */
final class Heart {
    /** Share of the heart-rate reserve at threshold speed, and how much of it lies between easy (77 %) and threshold speed. */
    static final double THRESHOLD_SHARE = 0.87;

    private static final double EASY_SPEED_SHARE = 0.77;
    private static final double EASY_TO_THRESHOLD_SHARE = 0.20;
    private static final double STANDING_SHARE = 0.22;
    private static final double KNEE_SHARE = 0.9;
    private static final double SLOPE_ABOVE_KNEE = 0.35;
    private static final double HIGHEST_SHARE = 0.985;
    private static final double DRIFT_BPM_PER_MINUTE = 0.05;
    private static final double HEAT_BPM_PER_DEGREE = 0.5;
    private static final double HEAT_FROM_CELSIUS = 15;
    private static final double RISE_SECONDS = 28;
    private static final double FALL_SECONDS = 45;

    private final Runner runner;
    private final double offsetBpm;
    private double bpm;

    /** {@code offsetBpm} is the day's departure of heart rate at pace. */
    Heart(Runner runner, double offsetBpm, double celsius) {
        this.runner = runner;
        this.offsetBpm = offsetBpm + HEAT_BPM_PER_DEGREE * Math.max(0, celsius - HEAT_FROM_CELSIUS);
        this.bpm = runner.restingBpm() + STANDING_SHARE * runner.reserveBpm();
    }

    double bpm() {
        return bpm;
    }

    /** One second at a grade-adjusted speed. */
    void beat(double metresPerSecond, double elapsedSeconds) {
        double target = steadyBpm(metresPerSecond) + offsetBpm + DRIFT_BPM_PER_MINUTE * elapsedSeconds / 60;
        double highest = runner.restingBpm() + HIGHEST_SHARE * runner.reserveBpm();
        double gap = Math.min(target, highest) - bpm;
        bpm += gap / (gap > 0 ? RISE_SECONDS : FALL_SECONDS);
    }

    private double steadyBpm(double metresPerSecond) {
        double slope = EASY_TO_THRESHOLD_SHARE / (1 - EASY_SPEED_SHARE);
        double share = THRESHOLD_SHARE + slope * (metresPerSecond / runner.thresholdSpeed() - 1);
        double bent = share <= KNEE_SHARE ? share : KNEE_SHARE + SLOPE_ABOVE_KNEE * (share - KNEE_SHARE);
        return runner.restingBpm() + Math.max(STANDING_SHARE, bent) * runner.reserveBpm();
    }
}
