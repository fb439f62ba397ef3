package freshlegs.streams.trend;

import static freshlegs.model.Rounding.to;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Session;
import freshlegs.model.result.TrendDay;
import freshlegs.model.result.TrendDay.Kind;
import freshlegs.streams.load.EffortLoad;
import freshlegs.streams.load.LoadDay;
import freshlegs.streams.load.SessionLoad;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Draws one day's trends from the days before it and what the athlete did on it. */
public final class Trend {
    private static final int SPIKE_DAYS = 30;
    private static final int STRAIN_DAYS = 84;
    private static final int LEAST_STRAINS = 28;
    private static final int SETTLED_DAYS = 42;
    private static final double TARGET_SLEEP_HOURS = 8;
    private static final double SHORT_SLEEP_HOURS = 7;
    private static final double HIGH_SLEEP_DEBT_HOURS = 7;
    private static final int LEAST_NIGHTS = 4;

    private final AthleteId athlete;
    private final LocalDate date;
    private final PastDays past;
    private final List<LoadDay> pastLoads;
    private final LoadDay load;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);

    private Trend(AthleteId athlete, LocalDate date, List<TrendDay> past, List<LoadDay> pastLoads, LoadDay load) {
        this.athlete = athlete;
        this.date = date;
        this.past = new PastDays(past);
        this.pastLoads = pastLoads;
        this.load = load;
    }

    /**
     * The next day. {@code past} and {@code pastLoads} end yesterday, oldest first. A day without a session is rest once the
     * athlete was heard of later; until then it is missing: its load counts as 0 in the means and nothing is concluded from it.
     */
    public static TrendDay next(
            AthleteId athlete,
            List<TrendDay> past,
            List<LoadDay> pastLoads,
            LoadDay load,
            List<Session> sessions,
            boolean heardOfLater,
            Recovery recovery,
            List<SteadyRun> steadyRuns,
            Optional<HeartRateAtPace> heartRateAtPace) {
        Trend trend = new Trend(athlete, load.date(), past, pastLoads, load);
        Kind kind = !sessions.isEmpty() ? Kind.TRAINED : heardOfLater ? Kind.REST : Kind.MISSING;
        return trend.draw(kind, sessions, recovery, steadyRuns, heartRateAtPace);
    }

    private TrendDay draw(
            Kind kind,
            List<Session> sessions,
            Recovery recovery,
            List<SteadyRun> steadyRuns,
            Optional<HeartRateAtPace> heartRateAtPace) {
        if (kind == Kind.MISSING) {
            flags.add(Flag.NOT_HEARD_OF);
        }
        noteBasis();
        Optional<TrendDay> yesterday = past.last(1).stream().findFirst();
        double fitnessBefore = yesterday.map(TrendDay::fitness).orElse(0.0);
        double fatigueBefore = yesterday.map(TrendDay::fatigue).orElse(0.0);
        double dayLoad = to(1, load.load());
        double fitness = to(4, ExponentialMean.next(fitnessBefore, dayLoad, ExponentialMean.FITNESS_DAYS));
        double fatigue = to(4, ExponentialMean.next(fatigueBefore, dayLoad, ExponentialMean.FATIGUE_DAYS));
        double effortLoad = to(1, effortLoad());
        OptionalDouble monotony = week(kind) ? monotony(effortLoad) : OptionalDouble.empty();
        OptionalDouble strain = monotony.isPresent() ? strain(effortLoad) : OptionalDouble.empty();
        RunMeans run = RunMeans.of(sessions);
        OptionalDouble heartRate = to(1, run.heartRateBpm());
        OptionalDouble pace = to(1, run.paceSecondsPerKilometre());
        OptionalDouble effort = to(1, effort());
        double distance = runDistance(load);
        return new TrendDay(
                athlete,
                date,
                kind,
                dayLoad,
                basis(),
                fitness,
                fatigue,
                to(2, fitnessBefore - fatigueBefore),
                ramp(fitness),
                effortLoad,
                monotony,
                strain,
                (int) load.sessions().stream().filter(s -> s.sport().isRun()).count(),
                distance,
                to(0, load.sessions().stream().mapToDouble(SessionLoad::minutes).sum() * 60),
                to(
                        0,
                        distance
                                + past.last(6).stream()
                                        .mapToDouble(TrendDay::distanceMetres)
                                        .sum()),
                spike(),
                heartRate,
                to(1, past.mean(7, heartRate, TrendDay::heartRateBpm)),
                to(1, past.mean(28, heartRate, TrendDay::heartRateBpm)),
                pace,
                to(1, past.mean(7, pace, TrendDay::paceSecondsPerKilometre)),
                to(1, past.mean(28, pace, TrendDay::paceSecondsPerKilometre)),
                effort,
                to(1, past.mean(7, effort, TrendDay::effort)),
                to(1, past.mean(28, effort, TrendDay::effort)),
                to(
                        3,
                        longest(steadyRuns).stream()
                                .mapToDouble(SteadyRun::efficiency)
                                .findFirst()),
                to(1, run.decouplingPercent()),
                heartRateAtPace.isPresent()
                        ? OptionalDouble.of(to(1, heartRateAtPace.get().residualBpm()))
                        : OptionalDouble.empty(),
                to(1, recovery.restingHeartRateBpm()),
                to(1, recovery.hrvRmssdMilliseconds()),
                to(2, recovery.sleepHours()),
                sleepDebt(recovery.sleepHours()),
                flags.stream().map(Flag::key).toList());
    }

    /** The run with the most steady windows speaks for the day. */
    public static Optional<SteadyRun> longest(List<SteadyRun> steadyRuns) {
        return steadyRuns.stream().max(Comparator.comparingInt(SteadyRun::windows));
    }

    private Optional<String> basis() {
        return load.sessions().stream()
                .max(Comparator.comparingDouble(SessionLoad::load))
                .map(session -> session.basis().key());
    }

    private void noteBasis() {
        for (SessionLoad session : load.sessions()) {
            switch (session.basis()) {
                case HEART_RATE_DEGRADED -> flags.add(Flag.HEART_RATE_DEGRADED);
                case IMPUTED -> flags.add(Flag.LOAD_IMPUTED);
                case HEART_RATE, PACE, EFFORT -> {}
            }
        }
    }

    /** Effort times minutes; a session of which no effort is known counts with what its load would usually come with. */
    private double effortLoad() {
        double sum = 0;
        for (SessionLoad session : load.sessions()) {
            OptionalDouble told = session.effortLoad();
            if (told.isEmpty()) {
                flags.add(Flag.EFFORT_IMPUTED);
            }
            sum += told.orElse(EffortLoad.fromLoad(session.load()));
        }
        return sum;
    }

    private OptionalDouble effort() {
        double sum = 0;
        double minutes = 0;
        for (SessionLoad session : load.sessions()) {
            if (session.effort().isPresent()) {
                sum += session.effort().getAsDouble() * session.minutes();
                minutes += session.minutes();
            }
        }
        return minutes > 0 ? OptionalDouble.of(sum / minutes) : OptionalDouble.empty();
    }

    private double ramp(double fitness) {
        List<TrendDay> week = past.last(7);
        double before = week.size() == 7 ? week.get(0).fitness() : 0;
        double ramp = to(2, fitness - before);
        if (past.days().size() >= SETTLED_DAYS && ramp > 5) {
            flags.add(ramp > 8 ? Flag.RAMP_HIGH : Flag.RAMP_NOTE);
        }
        return ramp;
    }

    /** Whether the last seven days are all heard of and most of their efforts were told. */
    private boolean week(Kind kind) {
        List<TrendDay> before = past.last(6);
        if (before.size() < 6 || kind == Kind.MISSING || before.stream().anyMatch(d -> d.kind() == Kind.MISSING)) {
            return false;
        }
        long trained = before.stream().filter(d -> d.kind() == Kind.TRAINED).count() + (kind == Kind.TRAINED ? 1 : 0);
        long imputed = before.stream()
                        .filter(d -> d.flags().contains(Flag.EFFORT_IMPUTED.key()))
                        .count()
                + (flags.contains(Flag.EFFORT_IMPUTED) ? 1 : 0);
        return trained > 0 && 2 * imputed <= trained;
    }

    private OptionalDouble monotony(double effortLoad) {
        double monotony = to(2, Monotony.of(week(effortLoad)));
        if (monotony >= 1.5) {
            flags.add(monotony >= 2 ? Flag.MONOTONY_HIGH : Flag.MONOTONY_NOTE);
        }
        return OptionalDouble.of(monotony);
    }

    private OptionalDouble strain(double effortLoad) {
        double strain = to(0, Monotony.strain(week(effortLoad)));
        double[] own = past.last(STRAIN_DAYS).stream()
                .flatMapToDouble(day -> day.strain().stream())
                .sorted()
                .toArray();
        if (own.length >= LEAST_STRAINS && strain > own[(int) Math.floor(0.95 * (own.length - 1))]) {
            flags.add(Flag.STRAIN_HIGH);
        }
        return OptionalDouble.of(strain);
    }

    private double[] week(double effortLoad) {
        return past.lastWith(Monotony.DAYS, effortLoad, TrendDay::effortLoad);
    }

    /** Today's longest run over the longest of the 30 days before (Frandsen 2025); unknown without a run in them. */
    private OptionalDouble spike() {
        OptionalDouble longestBefore = pastLoads.stream()
                .filter(day -> !day.date().isBefore(date.minusDays(SPIKE_DAYS)))
                .flatMapToDouble(Trend::runDistances)
                .max();
        OptionalDouble longest = runDistances(load).max();
        if (longest.isEmpty() || longestBefore.orElse(0) <= 0) {
            return OptionalDouble.empty();
        }
        double ratio = to(2, longest.getAsDouble() / longestBefore.getAsDouble());
        if (ratio > 1.1) {
            flags.add(ratio > 2 ? Flag.SPIKE_LARGE : ratio > 1.3 ? Flag.SPIKE_MODERATE : Flag.SPIKE_SMALL);
        }
        return OptionalDouble.of(ratio);
    }

    private static DoubleStream runDistances(LoadDay day) {
        return day.sessions().stream().filter(s -> s.sport().isRun()).mapToDouble(SessionLoad::distanceMetres);
    }

    private static double runDistance(LoadDay day) {
        return to(0, runDistances(day).sum());
    }

    /** What the last seven nights lack to eight hours each, once four of them are known. */
    private OptionalDouble sleepDebt(OptionalDouble lastNight) {
        double[] nights = DoubleStream.concat(
                        lastNight.stream(), past.last(6).stream().flatMapToDouble(day -> day.sleepHours().stream()))
                .toArray();
        if (nights.length < LEAST_NIGHTS) {
            return OptionalDouble.empty();
        }
        double debt = Arrays.stream(nights)
                .map(hours -> Math.max(0, TARGET_SLEEP_HOURS - hours))
                .sum();
        if (debt > HIGH_SLEEP_DEBT_HOURS || Arrays.stream(nights).average().orElseThrow() < SHORT_SLEEP_HOURS) {
            flags.add(Flag.SLEEP_SHORT);
        }
        return OptionalDouble.of(to(1, debt));
    }
}
