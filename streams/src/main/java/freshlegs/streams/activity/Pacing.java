package freshlegs.streams.activity;

import freshlegs.model.fact.Histogram;
import freshlegs.model.fact.Session;
import freshlegs.streams.load.Physiology;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A run's speed beside the athlete's threshold speed T. Without a threshold, on trails, and where less than 90 % of the moving
 * time has good positioning, nothing is concluded from it.
 */
record Pacing(Session session, OptionalDouble thresholdMetresPerSecond) {
    private static final double GOOD_POSITION = 0.9;
    private static final double CENTIMETRES_PER_METRE = 100;

    static Pacing of(Session session, Physiology body) {
        return new Pacing(session, isTrusted(session) ? body.thresholdMetresPerSecond() : OptionalDouble.empty());
    }

    static boolean isTrusted(Session session) {
        boolean trail = session.subSport().orElse("").toLowerCase(Locale.ROOT).contains("trail");
        return session.sport().isRun() && !trail && session.pace().trustedShare() >= GOOD_POSITION;
    }

    boolean isKnown() {
        return thresholdMetresPerSecond.isPresent();
    }

    /** A speed as a share of threshold speed; 0 when that is not known. */
    double share(double metresPerSecond) {
        return isKnown() ? metresPerSecond / thresholdMetresPerSecond.getAsDouble() : 0;
    }

    double secondsAboveThreshold() {
        Histogram pace = session.pace().perCentimetreASecond();
        double seconds = 0;
        for (int bin = 0; bin < pace.bins(); bin++) {
            if (isKnown() && share(pace.lowerEdge(bin) / CENTIMETRES_PER_METRE) >= 1) {
                seconds += pace.seconds(bin);
            }
        }
        return seconds;
    }
}
