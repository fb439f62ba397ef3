package freshlegs.streams.activity;

import freshlegs.model.fact.SessionDetail;
import freshlegs.model.fact.SessionDetail.HeartRateDrop;
import freshlegs.streams.load.Physiology;
import java.util.Comparator;
import java.util.OptionalDouble;

/**
 * HRR60: how many beats a minute the heart slowed within a minute of standing, after the hardest effort that ended at 85 % of the
 * maximal heart rate or more. A faster recovery may mean fitness or overreaching (Aubry 2015), so nobody is alerted by it.
 */
final class HeartRateRecovery {
    private static final double LEAST_SHARE_OF_MAXIMUM = 0.85;

    private HeartRateRecovery() {}

    static OptionalDouble after60s(SessionDetail detail, Physiology body) {
        return detail.heartRateDrops().stream()
                .filter(drop -> drop.bpm() >= LEAST_SHARE_OF_MAXIMUM * body.maximalBpm())
                .max(Comparator.comparingDouble(HeartRateDrop::bpm)
                        .thenComparing(Comparator.comparingInt(HeartRateDrop::startSecond)
                                .reversed()))
                .map(drop -> OptionalDouble.of(drop.dropBpm()))
                .orElse(OptionalDouble.empty());
    }
}
