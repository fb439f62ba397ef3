package freshlegs.streams.load;

import freshlegs.model.fact.Histogram;

/**
 * Heart-rate stress score: 100 * TRIMP / TRIMP of 60 minutes at threshold heart rate, so that 100 is an hour at threshold. The
 * coefficient a cancels, and with it the quarrel about its value for women.
 */
final class HeartRateScore {
    private HeartRateScore() {}

    static double of(Histogram perBpm, Physiology body) {
        return ofTrimp(Trimp.of(perBpm, body), body);
    }

    static double ofTrimp(double trimp, Physiology body) {
        return 100 * trimp / Trimp.of(60, body.thresholdBpm(), body);
    }
}
