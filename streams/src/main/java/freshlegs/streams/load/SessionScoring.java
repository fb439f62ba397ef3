package freshlegs.streams.load;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.streams.load.SessionLoad.Basis;
import java.util.OptionalDouble;

/**
 * Gives a session its load by the first of these that can be trusted: heart rate (degraded when a tenth to three tenths of it
 * are missing), grade-adjusted pace, effort times minutes, duration. In repeats under two minutes the heart rate lags behind,
 * so the higher of heart rate and pace counts.
 */
record SessionScoring(Physiology body, Scales scales) {

    private static final double GOOD_HEART_RATE = 0.9;
    private static final double USABLE_HEART_RATE = 0.7;
    private static final double GOOD_POSITION = 0.9;
    private static final double SHORT_REPEAT_SECONDS = 120;
    private static final int LEAST_REPEATS = 3;

    SessionLoad of(Session session, OptionalDouble effort) {
        boolean repeats = session.repeats().size() >= LEAST_REPEATS;
        boolean paced = session.sport().isRun() && session.pace().trustedShare() >= GOOD_POSITION;
        OptionalDouble heartRate = heartRateScore(session);
        OptionalDouble pace = paced ? paceScore(session) : OptionalDouble.empty();
        double minutes = Rounding.to(1, session.timerSeconds() / 60);
        Choice choice = choose(session, heartRate, pace, effort, minutes, repeats);
        return new SessionLoad(
                session.sport(),
                repeats,
                minutes,
                Rounding.to(0, session.distanceMetres()),
                Rounding.to(1, choice.load()),
                choice.basis(),
                session.heartRate().validShare() >= GOOD_HEART_RATE,
                Rounding.to(1, heartRate),
                Rounding.to(1, pace),
                effort,
                paced ? Rounding.to(2, session.pace().peak20minMetresPerSecond()) : OptionalDouble.empty());
    }

    private record Choice(Basis basis, double load) {}

    private Choice choose(
            Session session,
            OptionalDouble heartRate,
            OptionalDouble pace,
            OptionalDouble effort,
            double minutes,
            boolean repeats) {
        if (heartRate.isPresent()) {
            boolean laggedBehind = repeats && isShort(session) && pace.isPresent();
            double load = laggedBehind
                    ? Math.max(heartRate.getAsDouble(), pace.getAsDouble() * scales.pace())
                    : heartRate.getAsDouble();
            boolean good = session.heartRate().validShare() >= GOOD_HEART_RATE;
            return new Choice(good ? Basis.HEART_RATE : Basis.HEART_RATE_DEGRADED, load);
        }
        if (pace.isPresent()) {
            return new Choice(Basis.PACE, pace.getAsDouble() * scales.pace());
        }
        if (effort.isPresent()) {
            return new Choice(Basis.EFFORT, EffortLoad.score(effort.getAsDouble(), minutes) * scales.effort());
        }
        return new Choice(Basis.IMPUTED, minutes * scales.loadPerMinute(session.sport(), repeats));
    }

    private OptionalDouble heartRateScore(Session session) {
        boolean usable = session.heartRate().validShare() >= USABLE_HEART_RATE
                && session.heartRate().perBpm().bins() > 0;
        return usable
                ? OptionalDouble.of(HeartRateScore.of(session.heartRate().perBpm(), body))
                : OptionalDouble.empty();
    }

    private OptionalDouble paceScore(Session session) {
        OptionalDouble threshold = body.thresholdMetresPerSecond();
        return threshold.isPresent() && session.pace().perCentimetreASecond().bins() > 0
                ? OptionalDouble.of(PaceScore.of(session.pace().perCentimetreASecond(), threshold.getAsDouble()))
                : OptionalDouble.empty();
    }

    private static boolean isShort(Session session) {
        return session.repeats().stream()
                        .mapToDouble(Repeat::durationSeconds)
                        .average()
                        .orElse(SHORT_REPEAT_SECONDS)
                < SHORT_REPEAT_SECONDS;
    }
}
