package freshlegs.streams.season;

import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.TrendDay;
import freshlegs.model.result.WeekReview;
import freshlegs.streams.activity.Activities;
import freshlegs.streams.alert.AlertDay;
import freshlegs.streams.alert.AlertHistory;
import freshlegs.streams.alert.Judgement;
import freshlegs.streams.alert.Symptoms;
import freshlegs.streams.load.LoadDay;
import freshlegs.streams.load.TrainingLoad;
import freshlegs.streams.plan.Plan;
import freshlegs.streams.plan.PlanDay;
import freshlegs.streams.plan.PlanFacts;
import freshlegs.streams.plan.Wishes;
import freshlegs.streams.review.Qualities;
import freshlegs.streams.review.Review;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.signal.Aside;
import freshlegs.streams.signal.BaselineWindow;
import freshlegs.streams.signal.Comparison;
import freshlegs.streams.signal.Evidence;
import freshlegs.streams.signal.SignalDay;
import freshlegs.streams.signal.Signals;
import freshlegs.streams.trend.HeartRateAtPace;
import freshlegs.streams.trend.PastDays;
import freshlegs.streams.trend.SteadyRun;
import freshlegs.streams.trend.SteadySegments;
import freshlegs.streams.trend.Today;
import freshlegs.streams.trend.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The fold over an athlete's days: each day follows from the days before it and its own facts alone. */
public final class Season {

    /** How many days back {@link #next} looks at most; anything older is carried forward inside the days. */
    public static final int LOOK_BACK_DAYS = 84;

    /** How many days ahead people may decide about the plan, which is told at least as far. */
    public static final int OUTLOOK_DAYS = 14;

    /** To be raised with every release in which equal facts may give other days: all days are then folded anew. */
    public static final int FORMULAS = 4;

    private Season() {}

    /** The day after {@code recent}, which is oldest first, without gaps and at most {@link #LOOK_BACK_DAYS} long. */
    public static SeasonDay next(List<SeasonDay> recent, DayFacts today, Rules rules) {
        List<SeasonDay> past = recent.subList(Math.max(0, recent.size() - LOOK_BACK_DAYS), recent.size());
        List<LoadDay> loads = each(past, SeasonDay::load);
        List<TrendDay> trends = each(past, SeasonDay::trend);
        List<SignalDay> signalDays = each(past, SeasonDay::signal);
        List<AlertDay> alertDays = each(past, SeasonDay::alert);
        Optional<SeasonDay> yesterday = past.isEmpty() ? Optional.empty() : Optional.of(past.get(past.size() - 1));

        Evidence evidence = Evidence.of(today.readings(), today.checkIns());
        Symptoms symptoms = Symptoms.of(today.checkIns());
        TrainingLoad load = TrainingLoad.of(
                loads,
                today.date(),
                today.profiles(),
                today.sessions(),
                today.checkIns(),
                evidence.restingHeartRateBpm());
        List<SteadyRun> steadyRuns = SteadySegments.of(today.sessions(), load.body());
        AlertHistory alerts = new AlertHistory(alertDays);
        BaselineWindow window = alerts.baselineWindow(today.date(), rules);
        Optional<HeartRateAtPace> heartRateAtPace = Comparison.heartRateAtPace(signalDays, steadyRuns, window, rules);
        TrendDay trend = Trend.next(
                new PastDays(trends, loads, each(past, day -> day.signal().evidence())),
                new Today(
                        today.athlete(),
                        load.day(),
                        today.sessions(),
                        today.heardOfLater(),
                        evidence,
                        steadyRuns,
                        heartRateAtPace),
                rules);
        Signals signals = Comparison.of(
                signalDays,
                yesterday.map(day -> day.status().domains()).orElse(List.<Domain>of()),
                today.date(),
                evidence,
                steadyRuns,
                heartRateAtPace,
                today.sessions(),
                load.body(),
                window,
                alerts.isUnwell() || symptoms.any(),
                Aside.of(
                        yesterday.map(day -> day.signal().aside()).orElse(Aside.NONE),
                        today.date(),
                        today.profiles(),
                        today.sessions(),
                        today.checkIns()),
                rules);
        Judgement judgement = Judgement.of(
                today.athlete(),
                alerts,
                yesterday.map(SeasonDay::episodes).orElse(List.<Episode>of()),
                signalDays,
                signals,
                trends,
                trend,
                symptoms,
                today.wishes().phases(),
                rules);
        PlanDay plan = Plan.next(
                plans(past),
                new PlanFacts(
                        today.athlete(),
                        today.date(),
                        judgement.status(),
                        judgement.episodes().stream()
                                .filter(Episode::open)
                                .map(Episode::key)
                                .toList(),
                        today.sessions(),
                        today.checkIns(),
                        load.body(),
                        today.wishes()));
        List<ActivityAnalysis> activities = Activities.of(today.sessions(), load, steadyRuns, heartRateAtPace);
        SeasonDay day = new SeasonDay(
                today.athlete(),
                today.date(),
                trend,
                judgement.status(),
                judgement.episodes(),
                load.day(),
                signals.day(),
                judgement.day(),
                plan,
                ToldActivity.of(activities),
                Qualities.of(today.checkIns()),
                Optional.empty());
        return Review.isDue(day.date()) ? day.with(review(past, day)) : day;
    }

    /** Of the week that ends with {@code today}. */
    private static Optional<WeekReview> review(List<SeasonDay> past, SeasonDay today) {
        List<SeasonDay> days =
                new ArrayList<>(past.subList(Math.max(0, past.size() - Review.LOOK_BACK_DAYS + 1), past.size()));
        days.add(today);
        return Review.of(
                today.athlete(),
                each(days, SeasonDay::reviewed),
                today.plan().prescription().aim());
    }

    /**
     * What the days after the last of {@code recent} would ask if the athlete's state stayed as it is; {@code ahead} is what
     * people ask of each of them.
     */
    public static List<Prescription> outlook(List<SeasonDay> recent, List<Wishes> ahead) {
        return recent.isEmpty() ? List.of() : Plan.outlook(recent.get(0).athlete(), plans(recent), ahead);
    }

    /** How many days after the last of {@code recent} are told. */
    static int outlookDays(List<SeasonDay> recent) {
        return recent.isEmpty()
                ? 0
                : Plan.outlookDays(recent.get(recent.size() - 1).plan());
    }

    private static List<PlanDay> plans(List<SeasonDay> recent) {
        return each(recent, SeasonDay::plan);
    }

    private static <T> List<T> each(List<SeasonDay> days, Function<SeasonDay, T> part) {
        List<T> parts = new ArrayList<>(days.size());
        for (SeasonDay day : days) {
            parts.add(part.apply(day));
        }
        return parts;
    }
}
