package freshlegs.streams.trend;

import static freshlegs.model.Rounding.to;

import freshlegs.model.result.TrendDay;
import freshlegs.model.result.TrendDay.Running;
import freshlegs.streams.load.LoadDay;
import freshlegs.streams.load.SessionLoad;
import java.util.OptionalDouble;
import java.util.Set;

/** The day's runs after the runs before them: distance, the longest run, heart rate, pace, effort and what steady running costs. */
final class RunningTrend {
    private static final int WEEK = 7;
    private static final int FOUR_WEEKS = 28;
    private static final int SPIKE_DAYS = 30;
    private static final double HIGH_DISTANCE_RATIO = 1.3;

    private final PastDays past;
    private final Today today;
    private final LoadDay load;
    private final Set<Flag> flags;

    private RunningTrend(PastDays past, Today today, Set<Flag> flags) {
        this.past = past;
        this.today = today;
        this.load = today.load();
        this.flags = flags;
    }

    static Running of(PastDays past, Today today, Set<Flag> flags) {
        return new RunningTrend(past, today, flags).draw();
    }

    private Running draw() {
        RunMeans run = RunMeans.of(today.sessions());
        double distance = to(0, distance(load));
        double week = distance + sum(1, WEEK);
        double longestIn29 = longestBefore(SPIKE_DAYS - 1);
        Series weeks = new Series(OptionalDouble.of(week));
        Series longest = new Series(known(to(0, Math.max(longestIn29, longest(load)))));
        Series heartRate = new Series(Quantity.HEART_RATE.rounded(run.heartRateBpm()));
        Series pace = new Series(Quantity.PACE.rounded(run.paceSecondsPerKilometre()));
        Series effort = new Series(Quantity.EFFORT.rounded(effort()));
        Series efficiency = new Series(Quantity.EFFICIENCY.rounded(efficiency()));
        Series decoupling = new Series(Quantity.DECOUPLING.rounded(run.decouplingPercent()));
        Series residual = new Series(Quantity.HEART_RATE_AT_PACE.rounded(residual()));
        for (int back = past.within(Series.FIRST_DAY_BACK); back > 0; back--) {
            TrendDay before = past.trend(back);
            Running day = before.running();
            boolean whole = before.training().missingDays7d() == 0;
            weeks.put(back, whole ? day.distance7dMetres().value() : OptionalDouble.empty());
            longest.put(back, day.longestRun30dMetres().value());
            heartRate.put(back, day.heartRateBpm().value());
            pace.put(back, day.paceSecondsPerKilometre().value());
            effort.put(back, day.effort().value());
            efficiency.put(back, day.efficiency().value());
            decoupling.put(back, day.decouplingPercent().value());
            residual.put(back, day.heartRateAtPaceResidualBpm().value());
        }
        return new Running(
                runs(),
                distance,
                to(0, 60 * minutes()),
                Quantity.DISTANCE_7D.rolling(weeks),
                distanceRatio(week),
                Quantity.LONGEST_RUN.rolling(longest),
                spike(longestIn29),
                Quantity.HEART_RATE.tracked(heartRate),
                Quantity.PACE.tracked(pace),
                Quantity.EFFORT.tracked(effort),
                Quantity.EFFICIENCY.tracked(efficiency),
                Quantity.DECOUPLING.tracked(decoupling),
                Quantity.HEART_RATE_AT_PACE.tracked(residual));
    }

    private OptionalDouble efficiency() {
        return Trend.longest(today.steadyRuns())
                .map(steady -> OptionalDouble.of(steady.efficiency()))
                .orElse(OptionalDouble.empty());
    }

    private OptionalDouble residual() {
        return today.heartRateAtPace()
                .map(judged -> OptionalDouble.of(judged.residualBpm()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble known(double metres) {
        return metres > 0 ? OptionalDouble.of(metres) : OptionalDouble.empty();
    }

    /** The week over the mean of the three before it; unknown unless all four are heard of and there was any running before. */
    private OptionalDouble distanceRatio(double week) {
        double before = sum(WEEK, FOUR_WEEKS) / 3;
        if (before <= 0 || past.missing(FOUR_WEEKS, today.kind()) > 0) {
            return OptionalDouble.empty();
        }
        double ratio = to(2, week / before);
        if (ratio > HIGH_DISTANCE_RATIO) {
            flags.add(Flag.DISTANCE_HIGH);
        }
        return OptionalDouble.of(ratio);
    }

    /** From {@code nearest} to before {@code furthest} days back, as far as the season reaches. */
    private double sum(int nearest, int furthest) {
        double sum = 0;
        for (int back = Math.min(furthest - 1, past.count()); back >= nearest; back--) {
            sum += past.trend(back).running().distanceMetres();
        }
        return sum;
    }

    /** Today's longest run over the longest of the 30 days before (Frandsen 2025); unknown without a run in them. */
    private OptionalDouble spike(double longestIn29) {
        double before = past.has(SPIKE_DAYS) ? Math.max(longestIn29, longest(past.load(SPIKE_DAYS))) : longestIn29;
        double longest = longest(load);
        if (runs() == 0 || before <= 0) {
            return OptionalDouble.empty();
        }
        double ratio = to(2, longest / before);
        if (ratio > 1.1) {
            flags.add(ratio > 2 ? Flag.SPIKE_LARGE : ratio > 1.3 ? Flag.SPIKE_MODERATE : Flag.SPIKE_SMALL);
        }
        return OptionalDouble.of(ratio);
    }

    private double longestBefore(int days) {
        double longest = 0;
        for (int back = Math.min(days, past.count()); back > 0; back--) {
            longest = Math.max(longest, longest(past.load(back)));
        }
        return longest;
    }

    private static double longest(LoadDay day) {
        double longest = 0;
        for (SessionLoad session : day.sessions()) {
            longest = session.sport().isRun() ? Math.max(longest, session.distanceMetres()) : longest;
        }
        return longest;
    }

    private static double distance(LoadDay day) {
        double sum = 0;
        for (SessionLoad session : day.sessions()) {
            sum += session.sport().isRun() ? session.distanceMetres() : 0;
        }
        return sum;
    }

    private int runs() {
        int runs = 0;
        for (SessionLoad session : load.sessions()) {
            runs += session.sport().isRun() ? 1 : 0;
        }
        return runs;
    }

    private double minutes() {
        double sum = 0;
        for (SessionLoad session : load.sessions()) {
            sum += session.minutes();
        }
        return sum;
    }

    /** The mean of the efforts that were told, weighted by minutes. */
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
}
