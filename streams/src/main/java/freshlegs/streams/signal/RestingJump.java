package freshlegs.streams.signal;

import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;

/**
 * How today's resting heart rate stands against the median: so many beats above (ten as published), so many robust spreads (three), or both, which is
 * what infections, but also alcohol, stress and travel do (Alavi 2021).
 */
public record RestingJump(double aboveUsualBpm, boolean manyBeats, boolean manySpreads) {

    static RestingJump none() {
        return new RestingJump(0, false, false);
    }

    static RestingJump of(double bpm, Baseline baseline, double floor, Rules rules) {
        double above = bpm - baseline.median();
        double spreads = rules.of(Threshold.ILLNESS_JUMP_SPREADS);
        boolean manySpreads = above >= spreads * floor && above >= spreads * baseline.robustSpread(floor);
        return new RestingJump(above, above >= rules.of(Threshold.ILLNESS_JUMP_BEATS), manySpreads);
    }

    public boolean isFull() {
        return manyBeats && manySpreads;
    }

    public boolean isPartial() {
        return manyBeats || manySpreads;
    }
}
