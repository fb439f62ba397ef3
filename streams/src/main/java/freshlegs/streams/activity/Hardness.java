package freshlegs.streams.activity;

import freshlegs.model.fact.Histogram;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.streams.load.Physiology;
import freshlegs.streams.load.SessionLoad;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a session was hard: at least eight minutes above threshold speed or above threshold heart rate, a set of fast repeats (at
 * least four from 120 m, three from 500 m, of 25 s and more, as fast as threshold where that is known), or an effort of 7 and
 * more of 10. A race shows by these; files do not name it.
 */
final class Hardness {
    static final double LEAST_SECONDS = 480;
    private static final double LEAST_EFFORT = 7;
    private static final double USABLE_HEART_RATE = 0.7;
    private static final double STRIDE_SECONDS = 25;
    private static final double SHORTEST_METRES = 120;
    private static final double LONG_METRES = 500;

    private Hardness() {}

    static List<String> reasons(Session session, SessionLoad load, Physiology body, Pacing pacing) {
        List<String> reasons = new ArrayList<>();
        if (secondsAboveThreshold(session, body) >= LEAST_SECONDS) {
            reasons.add("minutes-above-threshold-heart-rate");
        }
        if (pacing.secondsAboveThreshold() >= LEAST_SECONDS) {
            reasons.add("minutes-above-threshold-pace");
        }
        if (isFastSet(session.repeats(), pacing)) {
            reasons.add("repeats");
        }
        if (load.effort().orElse(0) >= LEAST_EFFORT) {
            reasons.add("effort");
        }
        return reasons;
    }

    private static double secondsAboveThreshold(Session session, Physiology body) {
        Histogram perBpm = session.heartRate().perBpm();
        double seconds = 0;
        for (int bin = 0; bin < perBpm.bins(); bin++) {
            seconds += perBpm.lowerEdge(bin) > body.thresholdBpm() ? perBpm.seconds(bin) : 0;
        }
        return session.heartRate().validShare() >= USABLE_HEART_RATE ? seconds : 0;
    }

    private static boolean isFastSet(List<Repeat> all, Pacing pacing) {
        List<Repeat> repeats = all.stream()
                .filter(repeat -> repeat.durationSeconds() >= STRIDE_SECONDS)
                .toList();
        double metres = repeats.stream().mapToDouble(Repeat::distanceMetres).sum();
        double seconds = repeats.stream().mapToDouble(Repeat::durationSeconds).sum();
        int least = metres > LONG_METRES * repeats.size() ? 3 : 4;
        return repeats.size() >= least
                && metres >= SHORTEST_METRES * repeats.size()
                && (!pacing.isKnown() || pacing.share(metres / seconds) >= 1);
    }
}
