package freshlegs.streams.season;

import freshlegs.model.fact.Session;
import freshlegs.model.result.TrendDay;
import freshlegs.model.result.TrendDay.Kind;
import freshlegs.model.result.TrendDay.Rolling;
import freshlegs.model.result.TrendDay.Running;
import freshlegs.model.result.TrendDay.Tracked;
import freshlegs.model.result.TrendDay.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Trend numbers worked out anew from what they are defined to be, each from the whole history of the facts and the daily loads, so
 * that an error in the fold itself shows. Equal means within what rounding each day may add up to.
 */
final class TrendsByDefinition {
    private static final double TENTH = 0.0501;
    private static final double HUNDREDTH = 0.00501;
    private static final double THOUSANDTH = 0.000501;
    private static final double WHOLE = 0.501;

    /** Fitness is rounded to four places each day: at most 0.00005 times the sum of all weights, which is 42.5. */
    private static final double FITNESS_SLACK = 0.0022;

    private static final double FATIGUE_SLACK = 0.0005;

    private final List<DayFacts> days;
    private final List<DayByDefinition> facts;
    private final List<TrendDay> trends;
    private final List<String> wrong = new ArrayList<>();

    private TrendsByDefinition(List<DayFacts> days, List<TrendDay> trends) {
        this.days = days;
        this.facts = days.stream().map(DayByDefinition::new).toList();
        this.trends = trends;
    }

    /** Both oldest first and of the same days. */
    static List<String> disagreements(List<DayFacts> days, List<TrendDay> trends) {
        TrendsByDefinition definitions = new TrendsByDefinition(days, trends);
        IntStream.range(0, days.size()).forEach(definitions::check);
        return definitions.wrong;
    }

    private void check(int day) {
        TrendDay told = trends.get(day);
        Kind kind = kind(day);
        if (told.kind() != kind || !told.date().equals(days.get(day).date())) {
            wrong.add(where(day, "kind") + told.kind() + " on " + told.date() + " instead of " + kind);
        }
        exponentialMeans(day, told.training());
        week(day, told.training());
        acuteChronic(day, told.training().acuteChronic());
        distances(day, told.running());
        runs(day, told.running());
        recovery(day, told.recovery());
    }

    private Kind kind(int day) {
        boolean heardOf = IntStream.range(day, days.size())
                .anyMatch(later -> !days.get(later).sessions().isEmpty()
                        || !days.get(later).readings().isEmpty());
        return !days.get(day).sessions().isEmpty() ? Kind.TRAINED : heardOf ? Kind.REST : Kind.MISSING;
    }

    private void exponentialMeans(int day, Training told) {
        same(day, "fitness", told.fitness(), weighted(day, 42), FITNESS_SLACK);
        same(day, "fatigue", told.fatigue(), weighted(day, 7), FATIGUE_SLACK);
        double form = weighted(day - 1, 42) - weighted(day - 1, 7);
        same(day, "form", told.form(), form, FITNESS_SLACK + FATIGUE_SLACK + HUNDREDTH);
        double ramp = weighted(day, 42) - weighted(day - 7, 42);
        same(day, "ramp", told.ramp(), ramp, 2 * FITNESS_SLACK + HUNDREDTH);
        same(day, "fitnessDays", told.fitnessDays(), Math.min(42, day + 1), 0);
    }

    /** Every day's load so far, each weighing exp(-1/days) times what the one after it does. */
    private double weighted(int day, int timeConstant) {
        double sum = 0;
        for (int past = 0; past <= day; past++) {
            sum += load(past) * (1 - Math.exp(-1.0 / timeConstant)) * Math.exp(-(double) (day - past) / timeConstant);
        }
        return sum;
    }

    private double load(int day) {
        return trends.get(day).training().load();
    }

    /** Foster's monotony: mean over population standard deviation of seven daily effort loads, at most 10; strain: sum times it. */
    private void week(int day, Training told) {
        same(day, "missingDays7d", told.missingDays7d(), missing(day, 7), 0);
        same(day, "missingDays28d", told.missingDays28d(), missing(day, 28), 0);
        double loads = last(day, 7).mapToDouble(this::load).sum();
        rolling(
                day,
                "load7d",
                told.load7d(),
                OptionalDouble.of(loads),
                TENTH,
                TENTH,
                past -> missing(past, 7) == 0
                        ? trends.get(past).training().load7d().value()
                        : OptionalDouble.empty());
        OptionalDouble effortLoad = facts.get(day).effortLoad();
        if (effortLoad.isPresent()) {
            same(day, "effortLoad", told.effortLoad(), effortLoad.getAsDouble(), TENTH);
        }
        double[] week = last(day, 7)
                .mapToDouble(past -> trends.get(past).training().effortLoad())
                .toArray();
        long trained = last(day, 7).filter(past -> kind(past) == Kind.TRAINED).count();
        long imputed = last(day, 7)
                .filter(past -> trends.get(past).flags().contains("effort-imputed"))
                .count();
        boolean known = missing(day, 7) == 0 && trained > 0 && 2 * imputed <= trained;
        double sum = Arrays.stream(week).sum();
        double variance = Arrays.stream(week).map(one -> one * one).sum() / 7 - sum / 7 * sum / 7;
        double monotony = sum == 0 ? 0 : variance <= 1e-9 ? 10 : Math.min(10, sum / 7 / Math.sqrt(variance));
        rolling(day, "monotony", told.monotony(), when(known, monotony), HUNDREDTH, HUNDREDTH, past -> trends.get(past)
                .training()
                .monotony()
                .value());
        IntFunction<OptionalDouble> strains =
                past -> trends.get(past).training().strain().value();
        rolling(day, "strain", told.strain(), when(known, sum * monotony), WHOLE, WHOLE, strains);
        double[] own = IntStream.range(Math.max(0, day - 84), day)
                .mapToObj(strains)
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
        double high = own.length == 0 ? 0 : own[(int) Math.floor(0.95 * (own.length - 1))];
        same(day, "strain95th", told.strain95th(), when(own.length >= 28, high), 0);
    }

    private void acuteChronic(int day, TrendDay.AcuteChronic told) {
        boolean known = missing(day, 28) == 0;
        double acute = last(day, 7).mapToDouble(this::load).average().orElse(0);
        double month = last(day, 28).mapToDouble(this::load).average().orElse(0);
        double before = IntStream.rangeClosed(Math.max(0, day - 27), day - 7)
                .mapToDouble(this::load)
                .average()
                .orElse(0);
        same(day, "acuteChronic.coupled", told.coupled(), ratio(known, acute, month), HUNDREDTH);
        same(day, "acuteChronic.uncoupled", told.uncoupled(), ratio(known, acute, before), HUNDREDTH);
        OptionalDouble exponential = ratio(known, williams(day, 7), williams(day, 28));
        same(day, "acuteChronic.exponential", told.exponential(), exponential, HUNDREDTH);
    }

    /** Williams' mean: each day weighs 1 - 2/(N+1) times what the one after it does, over the 85 days at hand. */
    private double williams(int day, int span) {
        double kept = 1 - 2.0 / (span + 1);
        double weights =
                last(day, 85).mapToDouble(past -> Math.pow(kept, day - past)).sum();
        return last(day, 85)
                        .mapToDouble(past -> load(past) * Math.pow(kept, day - past))
                        .sum()
                / weights;
    }

    private void distances(int day, Running told) {
        double week = metres(day - 6, day);
        same(day, "runs", told.runs(), (double) facts.get(day).runs().count(), 0);
        same(day, "distanceMetres", told.distanceMetres(), metres(day, day), 0);
        double seconds =
                facts.get(day).trained().mapToDouble(Session::timerSeconds).sum();
        same(
                day,
                "timerSeconds",
                told.timerSeconds(),
                seconds,
                3.5 * facts.get(day).trained().count());
        rolling(
                day,
                "distance7dMetres",
                told.distance7dMetres(),
                OptionalDouble.of(week),
                0,
                WHOLE,
                past -> missing(past, 7) == 0
                        ? trends.get(past).running().distance7dMetres().value()
                        : OptionalDouble.empty());
        double threeWeeks = metres(day - 27, day - 7);
        same(day, "distanceRatio", told.distanceRatio(), ratio(missing(day, 28) == 0, week, threeWeeks / 3), HUNDREDTH);
        double longest = longest(day, day);
        double month = longest(day - 29, day);
        rolling(
                day,
                "longestRun30dMetres",
                told.longestRun30dMetres(),
                when(month > 0, month),
                0,
                WHOLE,
                past -> trends.get(past).running().longestRun30dMetres().value());
        OptionalDouble spike = ratio(told.runs() > 0, longest, longest(day - 30, day - 1));
        same(day, "sessionSpike", told.sessionSpike(), spike, HUNDREDTH);
    }

    private double metres(int from, int to) {
        return IntStream.rangeClosed(Math.max(0, from), to)
                .mapToObj(facts::get)
                .flatMap(DayByDefinition::runs)
                .mapToDouble(run -> Math.round(run.distanceMetres()))
                .sum();
    }

    private double longest(int from, int to) {
        return IntStream.rangeClosed(Math.max(0, from), to)
                .mapToObj(facts::get)
                .flatMap(DayByDefinition::runs)
                .mapToDouble(run -> Math.round(run.distanceMetres()))
                .max()
                .orElse(0);
    }

    private void runs(int day, Running told) {
        DayByDefinition today = facts.get(day);
        runs(day, "heartRateBpm", told.heartRateBpm(), today.heartRate(), TENTH, Running::heartRateBpm);
        runs(
                day,
                "paceSecondsPerKilometre",
                told.paceSecondsPerKilometre(),
                today.pace(),
                TENTH,
                Running::paceSecondsPerKilometre);
        runs(day, "effort", told.effort(), today.effort(), TENTH, Running::effort);
        runs(day, "decouplingPercent", told.decouplingPercent(), today.decoupling(), TENTH, Running::decouplingPercent);
        OptionalDouble efficiency = told.efficiency().value();
        runs(day, "efficiency", told.efficiency(), efficiency, THOUSANDTH, Running::efficiency);
        OptionalDouble residual = told.heartRateAtPaceResidualBpm().value();
        tracked(
                day,
                "heartRateAtPaceResidualBpm",
                told.heartRateAtPaceResidualBpm(),
                residual,
                new Usual(1, 8, 2, 1, TENTH),
                past -> trends.get(past).running().heartRateAtPaceResidualBpm().value());
    }

    private void runs(
            int day, String field, Tracked told, OptionalDouble value, double slack, Function<Running, Tracked> read) {
        tracked(day, field, told, value, new Usual(1, 8, 0, 1, slack), past -> read.apply(
                        trends.get(past).running())
                .value());
    }

    private void recovery(int day, TrendDay.Recovery told) {
        DayByDefinition today = facts.get(day);
        tracked(
                day,
                "restingHeartRateBpm",
                told.restingHeartRateBpm(),
                today.resting(),
                new Usual(3, 14, 1.5, 1, TENTH),
                ofOneSource(day, DayByDefinition::restingSource, DayByDefinition::resting));
        logarithmic(day, told.hrvRmssdMilliseconds());
        tracked(
                day,
                "sleepHours",
                told.sleepHours(),
                today.sleep(),
                new Usual(4, 14, 0, 1, HUNDREDTH),
                past -> trends.get(past).recovery().sleepHours().value());
        tracked(
                day,
                "subjective",
                told.subjective(),
                today.subjective(),
                new Usual(3, 14, 0.5, 1, HUNDREDTH),
                past -> facts.get(past).subjective());
        double[] nights = last(day, 7)
                .mapToObj(past -> facts.get(past).sleep())
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        double lacking =
                Arrays.stream(nights).map(hours -> Math.max(0, 8 - hours)).sum();
        same(day, "sleepDebt7dHours", told.sleepDebt7dHours(), when(nights.length >= 4, lacking), 2 * TENTH);
    }

    /** HRV is averaged in logarithms, with half a standard deviation, at least 0.08, to either side. */
    private void logarithmic(int day, Tracked told) {
        IntFunction<OptionalDouble> values = ofOneSource(day, DayByDefinition::hrvSource, DayByDefinition::hrv);
        IntFunction<OptionalDouble> logarithms = past -> mapped(values.apply(past), Math::log);
        same(day, "hrvRmssdMilliseconds.value", told.value(), facts.get(day).hrv(), TENTH);
        Tracked scaled = new Tracked(
                mapped(told.value(), Math::log),
                mapped(told.mean7d(), Math::log),
                mapped(told.mean28d(), Math::log),
                mapped(told.baseline(), Math::log),
                mapped(told.low(), Math::log),
                mapped(told.high(), Math::log),
                told.days());
        OptionalDouble today = mapped(facts.get(day).hrv(), Math::log);
        tracked(day, "hrvRmssdMilliseconds", scaled, today, new Usual(3, 14, 0.08, 0.5, 0.005), logarithms);
    }

    /** Only values of today's source, or on a day without one of the last source before it. */
    private IntFunction<OptionalDouble> ofOneSource(
            int day, Function<DayByDefinition, String> source, Function<DayByDefinition, OptionalDouble> value) {
        String wanted = IntStream.iterate(day, past -> past >= 0, past -> past - 1)
                .mapToObj(past -> source.apply(facts.get(past)))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
        return past ->
                source.apply(facts.get(past)).equals(wanted) ? value.apply(facts.get(past)) : OptionalDouble.empty();
    }

    /** How many values are needed, and how wide the band is in standard deviations of at least {@code floor}. */
    private record Usual(int leastOf7, int leastUsual, double floor, double width, double slack) {}

    /** A number, its means, and mean and sample standard deviation of the days 49 to 8 back. */
    private void tracked(
            int day,
            String field,
            Tracked told,
            OptionalDouble value,
            Usual usual,
            IntFunction<OptionalDouble> series) {
        IntFunction<OptionalDouble> all = past -> past == day ? told.value() : series.apply(past);
        same(day, field + ".value", told.value(), value, usual.slack());
        same(day, field + ".mean7d", told.mean7d(), mean(day, 7, usual.leastOf7(), all), usual.slack());
        same(day, field + ".mean28d", told.mean28d(), mean(day, 28, 4 * usual.leastOf7(), all), usual.slack());
        Rolling band = new Rolling(told.value(), told.baseline(), told.low(), told.high(), told.days());
        usual(day, field, band, usual, series);
    }

    private void rolling(
            int day,
            String field,
            Rolling told,
            OptionalDouble value,
            double slack,
            double precision,
            IntFunction<OptionalDouble> series) {
        same(day, field + ".value", told.value(), value, slack);
        usual(day, field, told, new Usual(1, 14, 0, 1, precision), series);
    }

    private void usual(int day, String field, Rolling told, Usual usual, IntFunction<OptionalDouble> series) {
        double[] values = IntStream.rangeClosed(Math.max(0, day - 49), day - 8)
                .mapToObj(series)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        boolean known = values.length >= usual.leastUsual();
        double mean = Arrays.stream(values).average().orElse(0);
        double squares =
                Arrays.stream(values).map(one -> (one - mean) * (one - mean)).sum();
        double side = usual.width() * Math.max(usual.floor(), Math.sqrt(squares / Math.max(1, values.length - 1)));
        same(day, field + ".days", told.days(), values.length, 0);
        same(day, field + ".baseline", told.baseline(), when(known, mean), usual.slack());
        same(day, field + ".low", told.low(), when(known, mean - side), usual.slack());
        same(day, field + ".high", told.high(), when(known, mean + side), usual.slack());
    }

    private OptionalDouble mean(int day, int span, int least, IntFunction<OptionalDouble> series) {
        double[] values = last(day, span)
                .mapToObj(series)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        return when(values.length >= least, Arrays.stream(values).average().orElse(0));
    }

    /** Days of the span that ends on {@code day} on which nobody heard of the athlete; before the season nobody did. */
    private int missing(int day, int span) {
        return span
                - (int) last(day, span)
                        .filter(past -> kind(past) != Kind.MISSING)
                        .count();
    }

    private static IntStream last(int day, int span) {
        return IntStream.rangeClosed(Math.max(0, day - span + 1), day);
    }

    private static OptionalDouble when(boolean known, double value) {
        return known ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static OptionalDouble ratio(boolean known, double one, double other) {
        return when(known && other > 0, one / other);
    }

    private static OptionalDouble mapped(OptionalDouble value, Function<Double, Double> scale) {
        return value.isPresent() ? OptionalDouble.of(scale.apply(value.getAsDouble())) : value;
    }

    private void same(int day, String field, double told, double defined, double slack) {
        same(day, field, OptionalDouble.of(told), OptionalDouble.of(defined), slack);
    }

    private void same(int day, String field, OptionalDouble told, OptionalDouble defined, double slack) {
        boolean same = (told.isPresent() && defined.isPresent())
                ? Math.abs(told.getAsDouble() - defined.getAsDouble()) <= slack
                : told.isPresent() == defined.isPresent();
        if (!same) {
            wrong.add(where(day, field) + text(told) + " instead of " + text(defined) + " by definition");
        }
    }

    private String where(int day, String field) {
        DayFacts here = days.get(day);
        return "training.trend.v1 of " + here.athlete() + " " + here.date() + " " + field + ": ";
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "nothing";
    }
}
