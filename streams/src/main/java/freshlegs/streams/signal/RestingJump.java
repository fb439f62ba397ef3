package freshlegs.streams.signal;

/**
 * How today's resting heart rate stands against the median: ten beats above, three robust spreads above, or both, which is
 * what infections, but also alcohol, stress and travel do (Alavi 2021).
 */
public record RestingJump(double aboveUsualBpm, boolean tenBeats, boolean threeSpreads) {

    private static final double BEATS = 10;
    private static final double SPREADS = 3;

    static RestingJump none() {
        return new RestingJump(0, false, false);
    }

    static RestingJump of(double bpm, Baseline baseline, double floor) {
        double above = bpm - baseline.median();
        boolean threeSpreads = above >= SPREADS * floor && above >= SPREADS * baseline.robustSpread(floor);
        return new RestingJump(above, above >= BEATS, threeSpreads);
    }

    public boolean isFull() {
        return tenBeats && threeSpreads;
    }

    public boolean isPartial() {
        return tenBeats || threeSpreads;
    }
}
