package freshlegs.streams.signal;

import freshlegs.model.fact.Session;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import freshlegs.streams.load.Physiology;
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
    static final double SHARE_OF_DAILY = 0.25;
    static final double SHARE_OF_RUNS = 0.35;
    static final double DAILY_FLAG = 1.0;
    static final double RUN_FLAG = 0.9;
    private static final double RESTING_FLOOR_BPM = 1.5;
    private static final double LN_RMSSD_FLOOR = 0.08;
    private static final double PACE_FLOOR_BPM = 2;

    private final Past past;
    private final SignalDay today;
    private final boolean unwell;
    private final Board board;

    private Comparison(Past past, SignalDay today, boolean unwell) {
        this.past = past;
        this.today = today;
        this.unwell = unwell;
        this.board = new Board(past);
    }

    /** The heart rate of the day's longest steady run against the runs of the baseline; empty without enough of them. */
    public static Optional<HeartRateAtPace> heartRateAtPace(
            List<SignalDay> past, List<SteadyRun> todays, BaselineWindow window) {
        return Trend.longest(todays)
                .flatMap(run -> HeartRateAtPace.of(run, new Past(past, List.of(), window).steadyRuns()));
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
            boolean unwell) {
        SignalDay today = SignalDay.of(date, evidence, steadyRuns);
        Comparison comparison = new Comparison(new Past(past, before, window), today, unwell);
        return comparison.compare(heartRateAtPace, KeySession.in(sessions, body));
    }

    private Signals compare(Optional<HeartRateAtPace> heartRateAtPace, Optional<KeySession> keySession) {
        Subjective subjective = new Subjective(past, today);
        Chart feeling = daily(Name.SUBJECTIVE, "of 7", subjective.standing(today));
        RestingJump jump = restingHeartRate();
        hrv();
        exerciseHeartRate(heartRateAtPace);
        KeyChart key = KeyChart.of(past, today.date(), keySession);
        board.publish(
                Name.PERFORMANCE,
                "% slower",
                key.standing(),
                key.chart(),
                key.chart().days() > 0);
        board.publishDissociation();
        List<Item> worse = feeling.days() > 0 ? subjective.worse() : List.of();
        SignalDay remembered =
                new SignalDay(today.date(), today.evidence(), today.steadyRuns(), key.carried(), board.charts(), worse);
        return new Signals(remembered, board.domains(), jump);
    }

    private RestingJump restingHeartRate() {
        Baseline baseline = past.baseline(today, day -> day.evidence().restingHeartRate(), bpm -> bpm);
        OptionalDouble value = today.evidence().restingHeartRateBpm();
        boolean judged = value.isPresent() && baseline.isKnown();
        OptionalDouble z = judged
                ? OptionalDouble.of(baseline.z(today.date().toEpochDay(), value.getAsDouble(), RESTING_FLOOR_BPM))
                : OptionalDouble.empty();
        daily(
                Name.RESTING_HEART_RATE,
                "bpm",
                new Standing(
                        value,
                        z,
                        baseline.mean(),
                        baseline.spread(RESTING_FLOOR_BPM),
                        baseline.days(),
                        baseline.isKnown()));
        return judged ? RestingJump.of(value.getAsDouble(), baseline, RESTING_FLOOR_BPM) : RestingJump.none();
    }

    /** Judged in logarithms, shown in milliseconds; less is worse. */
    private void hrv() {
        Baseline baseline = past.baseline(today, day -> day.evidence().hrv(), Math::log);
        OptionalDouble value = today.evidence().hrvRmssdMilliseconds();
        OptionalDouble z = value.isPresent() && baseline.isKnown()
                ? OptionalDouble.of(
                        -baseline.z(today.date().toEpochDay(), Math.log(value.getAsDouble()), LN_RMSSD_FLOOR))
                : OptionalDouble.empty();
        double usual = Math.exp(baseline.mean());
        daily(
                Name.HRV,
                "ms",
                new Standing(
                        value, z, usual, usual * baseline.spread(LN_RMSSD_FLOOR), baseline.days(), baseline.isKnown()));
    }

    private Chart daily(Name name, String unit, Standing standing) {
        Chart chart = past.chart(name).next(judged(standing), SHARE_OF_DAILY, DAILY_FLAG, false);
        board.publish(name, unit, standing, chart, chart.known() && chart.level() >= DAILY_FLAG);
        return chart;
    }

    private void exerciseHeartRate(Optional<HeartRateAtPace> heartRateAtPace) {
        Standing standing = heartRateAtPace.isPresent()
                ? standing(heartRateAtPace.get())
                : Standing.unknown(past.steadyRuns().size());
        Chart chart = past.chart(Name.EXERCISE_HEART_RATE).next(judged(standing), SHARE_OF_RUNS, RUN_FLAG, true);
        board.publish(
                Name.EXERCISE_HEART_RATE,
                "bpm above expected",
                standing,
                chart,
                chart.known() && chart.level() >= RUN_FLAG);
    }

    private static Standing standing(HeartRateAtPace judged) {
        double spread = Math.max(judged.spreadBpm(), PACE_FLOOR_BPM);
        double z = Baseline.clipped((judged.residualBpm() - judged.meanBpm()) / spread);
        return new Standing(
                OptionalDouble.of(judged.residualBpm()),
                OptionalDouble.of(z),
                judged.meanBpm(),
                spread,
                judged.runs(),
                true);
    }

    private OptionalDouble judged(Standing standing) {
        return unwell ? OptionalDouble.empty() : standing.z();
    }
}
