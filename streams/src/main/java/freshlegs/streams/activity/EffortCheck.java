package freshlegs.streams.activity;

import freshlegs.streams.load.EffortLoad;
import freshlegs.streams.load.SessionLoad;

/**
 * Whether the effort that the athlete told and the one that the heart rate would suggest lie three points of ten or more apart, so
 * that one of them is worth asking about. The heart's effort: heart-rate score / (0.238 * minutes), 1 to 10, by the equation that
 * an hour at effort 7 is an hour at threshold.
 */
final class EffortCheck {
    private static final double FAR_APART = 3;
    private static final double SHORTEST_MINUTES = 20;

    private EffortCheck() {}

    static boolean isDoubtful(SessionLoad load) {
        if (load.effort().isEmpty()
                || load.heartRateScore().isEmpty()
                || !load.heartRateTrusted()
                || load.minutes() < SHORTEST_MINUTES) {
            return false;
        }
        double heart = fromHeart(load.heartRateScore().getAsDouble(), load.minutes());
        return Math.abs(heart - load.effort().getAsDouble()) >= FAR_APART;
    }

    static double fromHeart(double heartRateScore, double minutes) {
        return Math.max(1, Math.min(10, EffortLoad.fromLoad(heartRateScore) / minutes));
    }
}
