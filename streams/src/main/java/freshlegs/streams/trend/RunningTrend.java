package freshlegs.streams.trend;

import static freshlegs.model.Rounding.to;

import freshlegs.model.result.TrendDay.Rolling;
import freshlegs.model.result.TrendDay.Running;
import freshlegs.model.result.TrendDay.Tracked;
import freshlegs.streams.load.LoadDay;
import freshlegs.streams.load.SessionLoad;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

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
        OptionalDouble efficiency = Trend.longest(today.steadyRuns())
                .map(steady -> OptionalDouble.of(steady.efficiency()))
                .orElse(OptionalDouble.empty());
        OptionalDouble residual = today.heartRateAtPace()
                .map(judged -> OptionalDouble.of(judged.residualBpm()))
                .orElse(OptionalDouble.empty());
        return new Running(
                runs(),
                distance,
                to(0, 60 * minutes()),
                distance7d(distance),
                distanceRatio(distance),
                longestRun(),
                spike(),
                tracked(Quantity.HEART_RATE, run.heartRateBpm(), Running::heartRateBpm),
                tracked(Quantity.PACE, run.paceSecondsPerKilometre(), Running::paceSecondsPerKilometre),
                tracked(Quantity.EFFORT, effort(), Running::effort),
                tracked(Quantity.EFFICIENCY, efficiency, Running::efficiency),
                tracked(Quantity.DECOUPLING, run.decouplingPercent(), Running::decouplingPercent),
                tracked(Quantity.HEART_RATE_AT_PACE, residual, Running::heartRateAtPaceResidualBpm));
    }

    private Tracked tracked(Quantity quantity, OptionalDouble value, Function<Running, Tracked> read) {
        return quantity.tracked(Series.of(
                past, quantity.rounded(value), day -> read.apply(day.running()).value()));
    }

    /** The sum of the last seven days; usual is what whole weeks came to. */
    private Rolling distance7d(double distance) {
        return Quantity.DISTANCE_7D.rolling(Series.of(
                past,
                OptionalDouble.of(distance + sum(1, WEEK)),
                day -> day.training().missingDays7d() == 0
                        ? day.running().distance7dMetres().value()
                        : OptionalDouble.empty()));
    }

    /** The week over the mean of the three before it; unknown unless all four are heard of and there was any running before. */
    private OptionalDouble distanceRatio(double distance) {
        double before = sum(WEEK, FOUR_WEEKS) / 3;
        if (before <= 0 || past.missing(FOUR_WEEKS, today.kind()) > 0) {
            return OptionalDouble.empty();
        }
        double ratio = to(2, (distance + sum(1, WEEK)) / before);
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

    /** Of the 30 days that end today. */
    private Rolling longestRun() {
        double longest = Math.max(longestBefore(SPIKE_DAYS - 1), longest(load));
        return Quantity.LONGEST_RUN.rolling(Series.of(
                past,
                longest > 0 ? OptionalDouble.of(to(0, longest)) : OptionalDouble.empty(),
                day -> day.running().longestRun30dMetres().value()));
    }

    /** Today's longest run over the longest of the 30 days before (Frandsen 2025); unknown without a run in them. */
    private OptionalDouble spike() {
        double before = longestBefore(SPIKE_DAYS);
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
