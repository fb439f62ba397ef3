package freshlegs.streams.signal;

import static freshlegs.model.Rounding.to;

import freshlegs.model.fact.Session;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import freshlegs.streams.load.Physiology;
import freshlegs.streams.trend.HeartRateAtPace;
import freshlegs.streams.trend.SteadyRun;
import freshlegs.streams.trend.Trend;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Compares one day with the days before it, domain by domain, and moves each chart. On days of illness the charts stand still:
 * what a fever does is no evidence of training fatigue.
 */
public final class Comparison {
    static final double SHARE_OF_DAILY = 0.25;
    static final double SHARE_OF_RUNS = 0.35;
    static final double DAILY_FLAG = 1.0;
    static final double RUN_FLAG = 0.9;
    private static final double DAILY_LOW = -1.3;
    private static final double RUN_LOW = -1.17;
    private static final double RESTING_FLOOR_BPM = 1.5;
    private static final double LN_RMSSD_FLOOR = 0.08;
    private static final double PACE_FLOOR_BPM = 2;
    private static final int CARRIED_KEY_SESSIONS = 18;
    private static final int KEY_SESSION_HOLDS_DAYS = 10;
    private static final int KEY_SESSION_KNOWN_DAYS = 14;
    private static final double KEY_FLAG = 1.0;
    private static final double KEY_FLAG_ALONE = 2.5;
    private static final int CONSECUTIVE_WITHIN_DAYS = 28;

    private final List<SignalDay> past;
    private final List<Domain> before;
    private final SignalDay today;
    private final BaselineWindow window;
    private final boolean unwell;
    private final Map<Name, Chart> charts = new EnumMap<>(Name.class);
    private final List<Domain> domains = new ArrayList<>();
    private RestingJump jump = RestingJump.none();

    private Comparison(
            List<SignalDay> past, List<Domain> before, SignalDay today, BaselineWindow window, boolean unwell) {
        this.past = past;
        this.before = before;
        this.today = today;
        this.window = window;
        this.unwell = unwell;
    }

    /** The heart rate of the day's longest steady run against the runs of the baseline; empty without enough of them. */
    public static Optional<HeartRateAtPace> heartRateAtPace(
            List<SignalDay> past, List<SteadyRun> todays, BaselineWindow window) {
        return Trend.longest(todays)
                .flatMap(run -> HeartRateAtPace.of(
                        run,
                        past.stream()
                                .filter(day -> window.holds(day.date()))
                                .flatMap(day -> day.steadyRuns().stream())
                                .toList()));
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
        Comparison comparison = new Comparison(past, before, today, window, unwell);
        return comparison.compare(heartRateAtPace, KeySession.in(sessions, body));
    }

    private Signals compare(Optional<HeartRateAtPace> heartRateAtPace, Optional<KeySession> keySession) {
        List<SignalDay> days = new ArrayList<>(past);
        days.add(today);
        Subjective subjective = new Subjective(days, window);
        daily(Name.SUBJECTIVE, "of 7", subjective.standing(today));
        restingHeartRate();
        hrv();
        exerciseHeartRate(heartRateAtPace);
        List<KeySession> keySessions = performance(keySession);
        dissociation();
        List<Item> worse =
                charts.getOrDefault(Name.SUBJECTIVE, Chart.empty()).days() > 0 ? subjective.worse() : List.of();
        SignalDay remembered =
                new SignalDay(today.date(), today.evidence(), today.steadyRuns(), keySessions, charts, worse);
        return new Signals(remembered, domains, jump);
    }

    private void restingHeartRate() {
        Function<SignalDay, Optional<Evidence.Measured>> measured =
                day -> day.evidence().restingHeartRate();
        Baseline baseline = baseline(measured, Function.identity());
        OptionalDouble value = today.evidence().restingHeartRateBpm();
        OptionalDouble z = OptionalDouble.empty();
        if (value.isPresent() && baseline.isKnown()) {
            z = OptionalDouble.of(baseline.z(new Dated(today.date(), value.getAsDouble()), RESTING_FLOOR_BPM));
            jump = RestingJump.of(value.getAsDouble(), baseline, RESTING_FLOOR_BPM);
        }
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
    }

    /** Judged in logarithms, shown in milliseconds; less is worse. */
    private void hrv() {
        Baseline baseline = baseline(day -> day.evidence().hrv(), Math::log);
        OptionalDouble value = today.evidence().hrvRmssdMilliseconds();
        OptionalDouble z = value.isPresent() && baseline.isKnown()
                ? OptionalDouble.of(-baseline.z(new Dated(today.date(), Math.log(value.getAsDouble())), LN_RMSSD_FLOOR))
                : OptionalDouble.empty();
        double usual = Math.exp(baseline.mean());
        daily(
                Name.HRV,
                "ms",
                new Standing(
                        value, z, usual, usual * baseline.spread(LN_RMSSD_FLOOR), baseline.days(), baseline.isKnown()));
    }

    /** Only values of the same source as today's (or the last one's) are compared. */
    private Baseline baseline(
            Function<SignalDay, Optional<Evidence.Measured>> measured, Function<Double, Double> scale) {
        Optional<String> source = measured.apply(today).map(Evidence.Measured::source);
        for (int i = past.size() - 1; i >= 0 && source.isEmpty(); i--) {
            source = measured.apply(past.get(i)).map(Evidence.Measured::source);
        }
        String wanted = source.orElse("");
        List<Dated> series = new ArrayList<>();
        for (SignalDay day : past) {
            measured.apply(day)
                    .filter(m -> m.source().equals(wanted))
                    .ifPresent(m -> series.add(new Dated(day.date(), scale.apply(m.value()))));
        }
        return Baseline.of(series, window);
    }

    private void daily(Name name, String unit, Standing standing) {
        OptionalDouble z = unwell ? OptionalDouble.empty() : standing.z();
        Chart chart = yesterday(name).next(z, SHARE_OF_DAILY, DAILY_FLAG, false);
        publish(name, unit, standing, chart, chart.known() && chart.level() >= DAILY_FLAG);
    }

    private void exerciseHeartRate(Optional<HeartRateAtPace> heartRateAtPace) {
        Standing standing = heartRateAtPace
                .map(h -> {
                    double spread = Math.max(h.spreadBpm(), PACE_FLOOR_BPM);
                    double z = Baseline.clipped((h.residualBpm() - h.meanBpm()) / spread);
                    return new Standing(
                            OptionalDouble.of(h.residualBpm()),
                            OptionalDouble.of(z),
                            h.meanBpm(),
                            spread,
                            h.runs(),
                            true);
                })
                .orElseGet(() -> new Standing(
                        OptionalDouble.empty(), OptionalDouble.empty(), 0, 0, steadyRunsInWindow(), false));
        OptionalDouble z = unwell ? OptionalDouble.empty() : standing.z();
        Chart chart = yesterday(Name.EXERCISE_HEART_RATE).next(z, SHARE_OF_RUNS, RUN_FLAG, true);
        publish(
                Name.EXERCISE_HEART_RATE,
                "bpm above expected",
                standing,
                chart,
                chart.known() && chart.level() >= RUN_FLAG);
    }

    private int steadyRunsInWindow() {
        return (int) past.stream()
                .filter(day -> window.holds(day.date()))
                .mapToLong(day -> day.steadyRuns().size())
                .sum();
    }

    /** Two key sessions in a row at z of 1 or one at 2.5 vote until the next one, ten days at most. */
    private List<KeySession> performance(Optional<KeySession> keySession) {
        List<KeySession> earlier =
                past.isEmpty() ? List.of() : past.get(past.size() - 1).keySessions();
        List<KeySession> baseline = Performance.baseline(earlier, window);
        Optional<Performance> judged = keySession.flatMap(key -> Performance.of(key, baseline));
        Chart before = yesterday(Name.PERFORMANCE);
        Chart chart;
        if (judged.isPresent()) {
            double z = judged.get().z();
            boolean votes = z >= KEY_FLAG_ALONE || (z >= KEY_FLAG && lastWasSlow(earlier));
            int inARow = before.silentDays() <= KEY_SESSION_HOLDS_DAYS ? before.days() : 0;
            chart = new Chart(to(3, z), 0, votes ? inARow + 1 : 0, true);
        } else {
            int silent = Math.min(before.silentDays() + 1, KEY_SESSION_KNOWN_DAYS + 1);
            boolean holds = silent <= KEY_SESSION_HOLDS_DAYS;
            boolean known = before.known() && silent <= KEY_SESSION_KNOWN_DAYS;
            chart = new Chart(holds ? before.level() : 0, silent, holds ? before.days() : 0, known);
        }
        Standing standing = judged.map(p -> new Standing(
                        OptionalDouble.of(p.slowerPercent()),
                        OptionalDouble.of(p.z()),
                        0,
                        p.spreadPercent(),
                        p.sessions(),
                        true))
                .orElseGet(() ->
                        new Standing(OptionalDouble.empty(), OptionalDouble.empty(), 0, 0, baseline.size(), false));
        publish(Name.PERFORMANCE, "% slower", standing, chart, chart.days() > 0);
        List<KeySession> carried = new ArrayList<>(earlier);
        keySession.ifPresent(key -> carried.add(
                key.with(judged.isPresent() ? OptionalDouble.of(judged.get().z()) : OptionalDouble.empty())));
        return carried.subList(Math.max(0, carried.size() - CARRIED_KEY_SESSIONS), carried.size());
    }

    private boolean lastWasSlow(List<KeySession> earlier) {
        if (earlier.isEmpty()) {
            return false;
        }
        KeySession last = earlier.get(earlier.size() - 1);
        return last.z().orElse(0) >= KEY_FLAG
                && !last.date().isBefore(today.date().minusDays(CONSECUTIVE_WITHIN_DAYS));
    }

    /** A heart that beats clearly slower (or varies more) than usual, which together with feeling worse is no good sign. */
    private void dissociation() {
        Domain lowest = domains.stream()
                .filter(domain -> lowness(domain) > 0)
                .reduce((a, b) -> lowness(b) > lowness(a) ? b : a)
                .orElse(domains.get(1));
        boolean votes = lowest.known() && lowness(lowest) >= 1;
        int days = votes ? yesterday(Name.DISSOCIATION).days() + 1 : 0;
        charts.put(Name.DISSOCIATION, new Chart(lowest.chart(), 0, days, lowest.known()));
        domains.add(new Domain(
                Name.DISSOCIATION,
                lowest.known(),
                votes,
                lowest.value(),
                lowest.unit(),
                lowest.baseline(),
                lowest.spread(),
                lowest.z(),
                lowest.chart(),
                days,
                lowest.baselineDays()));
    }

    /** 1 or more when the domain's chart is as low as it takes; 0 for domains that cannot dissociate. */
    private static double lowness(Domain domain) {
        return switch (domain.name()) {
            case RESTING_HEART_RATE, HRV -> Math.max(0, domain.chart() / DAILY_LOW);
            case EXERCISE_HEART_RATE -> Math.max(0, domain.chart() / RUN_LOW);
            case SUBJECTIVE, PERFORMANCE, DISSOCIATION -> 0;
        };
    }

    private Chart yesterday(Name name) {
        return past.isEmpty() ? Chart.empty() : past.get(past.size() - 1).chart(name);
    }

    /** Shows today's numbers, or on a day without a value the last ones for as long as they are believed. */
    private void publish(Name name, String unit, Standing standing, Chart chart, boolean votes) {
        charts.put(name, chart);
        Optional<Domain> last =
                before.stream().filter(domain -> domain.name() == name).findFirst();
        boolean held = standing.value().isEmpty() && chart.known() && last.isPresent();
        boolean usual = standing.baselineDays() > 0 && standing.known();
        domains.add(new Domain(
                name,
                chart.known(),
                votes,
                held ? last.get().value() : to(1, standing.value()),
                unit,
                held && !usual ? last.get().baseline() : optional(usual, to(1, standing.baseline())),
                held && !usual ? last.get().spread() : optional(usual, to(2, standing.spread())),
                to(2, standing.z()),
                chart.level(),
                votes ? chart.days() : 0,
                held && !usual ? last.get().baselineDays() : standing.baselineDays()));
    }

    private static OptionalDouble optional(boolean present, double value) {
        return present ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
