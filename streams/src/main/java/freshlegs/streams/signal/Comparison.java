package freshlegs.streams.signal;

import freshlegs.model.fact.Session;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Compared;
import freshlegs.model.result.Domain.Name;
import freshlegs.streams.load.Physiology;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import freshlegs.streams.trend.HeartRateAtPace;
import freshlegs.streams.trend.SteadyRun;
import freshlegs.streams.trend.Trend;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Compares one day with the days before it, domain by domain, and moves each chart. On days of illness the charts stand still:
 * what a fever does is no evidence of training fatigue.
 */
public final class Comparison {
    private final Past past;
    private final Rules rules;
    private final SignalDay today;
    private final boolean unwell;
    private final Board board;

    private Comparison(Past past, SignalDay today, boolean unwell) {
        this.past = past;
        this.rules = past.rules();
        this.today = today;
        this.unwell = unwell;
        this.board = new Board(past, today);
    }

    /** The heart rate of the day's longest steady run against the runs of the baseline; empty without enough of them. */
    public static Optional<HeartRateAtPace> heartRateAtPace(
            List<SignalDay> past, List<SteadyRun> todays, BaselineWindow window, Rules rules) {
        return Trend.longest(todays)
                .flatMap(run -> HeartRateAtPace.of(run, new Past(past, List.of(), window, rules).steadyRuns()));
    }

    /**
     * The day after {@code past} (oldest first), whose last day was published with {@code before}.
     */
    public static Signals of(
            List<SignalDay> past,
            List<Domain> before,
            LocalDate date,
            Evidence evidence,
            List<SteadyRun> steadyRuns,
            Optional<HeartRateAtPace> heartRateAtPace,
            List<Session> sessions,
            Physiology body,
            BaselineWindow window,
            boolean unwell,
            Aside aside,
            Rules rules) {
        Optional<KeySession.Found> key = KeySession.in(sessions, body);
        SignalDay today = SignalDay.of(date, evidence, steadyRuns, key.map(KeySession.Found::activity), aside);
        Comparison comparison = new Comparison(new Past(past, before, window, rules), today, unwell);
        return comparison.compare(heartRateAtPace, key.map(KeySession.Found::session));
    }

    private Signals compare(Optional<HeartRateAtPace> heartRateAtPace, Optional<KeySession> keySession) {
        Subjective subjective = new Subjective(past, today);
        Series pulses = past.series(today, day -> day.evidence().restingHeartRate(), bpm -> bpm);
        Baseline resting = Baseline.of(pulses, past.window(), rules);
        Baseline hrv = Baseline.of(past.series(today, day -> day.evidence().hrv(), Math::log), past.window(), rules);
        LagOne alike = subjective.lagOne().plus(resting.lagOne()).plus(hrv.lagOne());
        Limits limits = Limits.of(Persistence.of(alike, rules), rules);

        Chart feeling = daily(Name.SUBJECTIVE, "of 7", subjective.standing(today), limits, false);
        double floor = rules.of(Threshold.SPREAD_RESTING_HEART_RATE);
        boolean surge = RestingSurge.on(today.date().toEpochDay(), pulses, resting, floor, rules);
        daily(Name.RESTING_HEART_RATE, "bpm", restingHeartRate(resting, floor), limits, surge);
        daily(Name.HRV, "ms", hrv(hrv), limits, false);
        exerciseHeartRate(heartRateAtPace, limits);
        KeyChart key = KeyChart.of(past, today.date(), keySession);
        board.publish(
                Name.PERFORMANCE,
                "% slower",
                key.standing(),
                key.chart(),
                rules.of(Threshold.PERFORMANCE_FLAG),
                key.chart().days() > 0);
        board.publishDissociation(limits);
        List<Item> worse =
                feeling.level() >= rules.of(Threshold.FATIGUE_KEY) * limits.days() ? subjective.worse() : List.of();
        return new Signals(
                today.with(key.carried(), board.charts(), worse),
                board.domains(),
                jump(resting, floor),
                surge,
                limits,
                key.lately(today.date(), rules));
    }

    private RestingJump jump(Baseline usual, double floor) {
        OptionalDouble value = today.evidence().restingHeartRateBpm();
        return value.isPresent() && usual.isKnown()
                ? RestingJump.of(value.getAsDouble(), usual, floor, rules)
                : RestingJump.none();
    }

    private Standing restingHeartRate(Baseline usual, double floor) {
        OptionalDouble value = today.evidence().restingHeartRateBpm();
        OptionalDouble z = value.isPresent() && usual.isKnown()
                ? OptionalDouble.of(usual.z(today.date().toEpochDay(), value.getAsDouble(), floor))
                : OptionalDouble.empty();
        Optional<Compared> compared = z.isPresent()
                ? Optional.of(usual.compared(today.date().toEpochDay(), value.getAsDouble(), floor))
                : Optional.empty();
        return new Standing(value, z, usual.mean(), usual.spread(floor), usual.days(), usual.isKnown(), compared);
    }

    /** Judged in logarithms, shown in milliseconds; less is worse. */
    private Standing hrv(Baseline usual) {
        double floor = rules.of(Threshold.SPREAD_HRV);
        OptionalDouble value = today.evidence().hrvRmssdMilliseconds();
        long day = today.date().toEpochDay();
        OptionalDouble z = value.isPresent() && usual.isKnown()
                ? OptionalDouble.of(-usual.z(day, Math.log(value.getAsDouble()), floor))
                : OptionalDouble.empty();
        Optional<Compared> compared = z.isPresent()
                ? Optional.of(usual.compared(day, Math.log(value.getAsDouble()), floor))
                : Optional.empty();
        double middle = Math.exp(usual.mean());
        return new Standing(value, z, middle, middle * usual.spread(floor), usual.days(), usual.isKnown(), compared);
    }

    /** Moves the chart of a domain of days, which {@code waits} where its value may have another cause. */
    private Chart daily(Name name, String unit, Standing standing, Limits limits, boolean waits) {
        double limit = limits.of(name);
        double share = rules.of(Threshold.CHART_DAILY_SHARE);
        OptionalDouble z = waits ? OptionalDouble.empty() : judged(standing);
        Chart chart = past.chart(name).next(z, share, limit, false, rules);
        board.publish(name, unit, standing, chart, limit, chart.known() && chart.level() >= limit);
        return chart;
    }

    private void exerciseHeartRate(Optional<HeartRateAtPace> heartRateAtPace, Limits limits) {
        Standing standing = heartRateAtPace.isPresent()
                ? standing(heartRateAtPace.get())
                : Standing.unknown(past.steadyRuns().size());
        double limit = limits.of(Name.EXERCISE_HEART_RATE);
        double share = rules.of(Threshold.CHART_RUN_SHARE);
        Chart chart = past.chart(Name.EXERCISE_HEART_RATE).next(judged(standing), share, limit, true, rules);
        board.publish(
                Name.EXERCISE_HEART_RATE,
                "bpm above expected",
                standing,
                chart,
                limit,
                chart.known() && chart.level() >= limit);
    }

    private Standing standing(HeartRateAtPace judged) {
        double spread = Math.max(judged.spreadBpm(), rules.of(Threshold.SPREAD_EXERCISE_HEART_RATE));
        double z =
                Baseline.clipped((judged.residualBpm() - judged.meanBpm()) / spread, rules.of(Threshold.BASELINE_CLIP));
        return new Standing(
                OptionalDouble.of(judged.residualBpm()),
                OptionalDouble.of(z),
                judged.meanBpm(),
                spread,
                judged.runs(),
                true,
                Optional.of(Compared.of(judged.residualBpm(), judged.meanBpm(), spread)));
    }

    private OptionalDouble judged(Standing standing) {
        return unwell ? OptionalDouble.empty() : standing.z();
    }
}
