package freshlegs.streams.activity;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Session;
import freshlegs.model.result.ActivityAnalysis.Peak;
import freshlegs.model.result.ActivityAnalysis.Peaks;
import java.util.OptionalDouble;

/**
 * The highest rolling means of heart rate, grade-adjusted pace and effort. Effort within a session is the intensity factor: speed
 * over threshold speed, in percent; heart rate lags too far behind for 30 s.
 */
final class HighestMeans {
    private HighestMeans() {}

    static Peaks of(Session session, Pacing pacing) {
        Session.HeartRate heart = session.heartRate();
        Session.Pace pace = session.pace();
        return new Peaks(
                peak(heart.peak30sBpm(), pace.peak30sMetresPerSecond(), pacing),
                peak(heart.peak5minBpm(), pace.peak5minMetresPerSecond(), pacing),
                peak(heart.peak20minBpm(), pace.peak20minMetresPerSecond(), pacing));
    }

    private static Peak peak(OptionalDouble bpm, OptionalDouble metresPerSecond, Pacing pacing) {
        boolean effort = pacing.isKnown() && metresPerSecond.isPresent();
        return new Peak(
                bpm,
                pace(metresPerSecond),
                effort
                        ? OptionalDouble.of(Rounding.to(1, 100 * pacing.share(metresPerSecond.getAsDouble())))
                        : OptionalDouble.empty());
    }

    /** Seconds per kilometre. */
    static OptionalDouble pace(OptionalDouble metresPerSecond) {
        return metresPerSecond.orElse(0) > 0
                ? OptionalDouble.of(Rounding.to(1, 1000 / metresPerSecond.getAsDouble()))
                : OptionalDouble.empty();
    }
}
