package freshlegs.streams.activity;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Session;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.streams.load.HeartRateFigures;
import freshlegs.streams.load.Physiology;
import freshlegs.streams.load.SessionLoad;
import freshlegs.streams.load.TrainingLoad;
import freshlegs.streams.trend.HeartRateAtPace;
import freshlegs.streams.trend.SteadyRun;
import freshlegs.streams.trend.SteadySegments;
import freshlegs.streams.trend.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judges a day's activities one by one, by the physiology of that day. */
public final class Activities {
    private static final double METRES_PER_KILOMETRE = 1000;

    private final TrainingLoad day;
    private final List<SteadyRun> steadyRuns;
    private final Optional<HeartRateAtPace> heartRateAtPace;
    private final boolean oneRun;

    private Activities(
            List<Session> sessions,
            TrainingLoad day,
            List<SteadyRun> steadyRuns,
            Optional<HeartRateAtPace> heartRateAtPace) {
        this.day = day;
        this.steadyRuns = steadyRuns;
        this.heartRateAtPace = heartRateAtPace;
        this.oneRun =
                sessions.stream().filter(session -> session.sport().isRun()).count() == 1;
    }

    /**
     * {@code sessions} are the day's, in the order of their start; {@code heartRateAtPace} is that of the longest of the day's
     * {@code steadyRuns}. What has no duration has no analysis.
     */
    public static List<ActivityAnalysis> of(
            List<Session> sessions,
            TrainingLoad day,
            List<SteadyRun> steadyRuns,
            Optional<HeartRateAtPace> heartRateAtPace) {
        Activities activities = new Activities(sessions, day, steadyRuns, heartRateAtPace);
        List<Session> timed = TrainingLoad.counted(sessions);
        List<ActivityAnalysis> analyses = new ArrayList<>();
        for (int i = 0; i < timed.size(); i++) {
            analyses.add(activities.analysis(timed.get(i), day.day().sessions().get(i)));
        }
        return analyses;
    }

    private ActivityAnalysis analysis(Session session, SessionLoad load) {
        Physiology body = day.body();
        Pacing pacing = Pacing.of(session, body);
        List<String> hard = Hardness.reasons(session, load, body, pacing);
        Optional<HeartRateFigures> figures = HeartRateFigures.of(session, body);
        Optional<SteadyRun> steady = steady(session);
        boolean paced = Pacing.isTrusted(session);
        return new ActivityAnalysis(
                session.athlete(),
                session.localDate(),
                session.factId(),
                session.revision(),
                session.start(),
                session.sport(),
                Kinds.of(session, pacing, !hard.isEmpty()),
                !hard.isEmpty(),
                hard,
                EffortCheck.isDoubtful(load),
                session.timerSeconds(),
                Rounding.to(0, session.distanceMetres()),
                load.load(),
                load.basis().key(),
                load.heartRateScore(),
                load.paceScore(),
                load.effort(),
                Rounding.to(1, load.effortLoad()),
                figures.isPresent() ? OptionalDouble.of(figures.get().trimp()) : OptionalDouble.empty(),
                figures.isPresent() ? OptionalDouble.of(figures.get().edwards()) : OptionalDouble.empty(),
                figures.map(HeartRateFigures::zoneMinutes).orElse(List.of()),
                session.heartRate().meanBpm(),
                HighestMeans.pace(session.pace().meanMetresPerSecond()),
                HighestMeans.of(session, pacing),
                steady.isPresent()
                        ? OptionalDouble.of(Rounding.to(3, steady.get().efficiency()))
                        : OptionalDouble.empty(),
                steady.isPresent()
                        ? OptionalDouble.of(Rounding.to(
                                0, METRES_PER_KILOMETRE / steady.get().efficiency()))
                        : OptionalDouble.empty(),
                Rounding.to(1, session.decouplingPercent()),
                residual(steady),
                HeartRateRecovery.after60s(session.detail(), body),
                session.detail().watchRecoveryBpm(),
                RepeatSet.of(session),
                paced ? session.detail().timedBests() : List.of(),
                paced ? session.detail().distanceBests() : List.of());
    }

    /** Of several runs each is looked at once more, because the day's steady runs do not say whose they are. */
    private Optional<SteadyRun> steady(Session session) {
        return oneRun && session.sport().isRun()
                ? steadyRuns.stream().findFirst()
                : SteadySegments.of(List.of(session), day.body()).stream().findFirst();
    }

    private OptionalDouble residual(Optional<SteadyRun> steady) {
        return heartRateAtPace.isPresent() && steady.isPresent() && steady.equals(Trend.longest(steadyRuns))
                ? OptionalDouble.of(Rounding.to(1, heartRateAtPace.get().residualBpm()))
                : OptionalDouble.empty();
    }
}
