package freshlegs.streams.season;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Session;
import freshlegs.model.result.TrendDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trend numbers worked out anew from what they are defined to be, each from the whole history of the facts and the daily loads and
 * never from the day before, so that an error in the fold itself shows. Equal means within what rounding each day may add up to.
 */
final class TrendsByDefinition {
    private static final double HALF_OF_A_TENTH = 0.0501;
    private static final double HALF_OF_A_HUNDREDTH = 0.00501;

    /** Fitness is rounded to four places each day: at most 0.00005 times the sum of all weights, which is 42.5. */
    private static final double FITNESS_SLACK = 0.0022;

    private static final double FATIGUE_SLACK = 0.0005;

    private final List<DayFacts> days;
    private final List<TrendDay> trends;
    private final List<String> wrong = new ArrayList<>();

    private TrendsByDefinition(List<DayFacts> days, List<TrendDay> trends) {
        this.days = days;
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
        kind(day, told);
        same(day, "fitness", told.fitness(), weighted(day, 42), FITNESS_SLACK);
        same(day, "fatigue", told.fatigue(), weighted(day, 7), FATIGUE_SLACK);
        same(
                day,
                "form",
                told.form(),
                weighted(day - 1, 42) - weighted(day - 1, 7),
                FITNESS_SLACK + FATIGUE_SLACK + HALF_OF_A_HUNDREDTH);
        same(
                day,
                "ramp",
                told.ramp(),
                weighted(day, 42) - weighted(day - 7, 42),
                2 * FITNESS_SLACK + HALF_OF_A_HUNDREDTH);
        distances(day, told);
        week(day, told);
        means(day, told);
        recovery(day, told);
    }

    private void kind(int day, TrendDay told) {
        LocalDate date = days.get(day).date();
        boolean heardOf = IntStream.range(day, days.size())
                .anyMatch(later -> !days.get(later).sessions().isEmpty()
                        || !days.get(later).readings().isEmpty());
        TrendDay.Kind kind = !days.get(day).sessions().isEmpty()
                ? TrendDay.Kind.TRAINED
                : heardOf ? TrendDay.Kind.REST : TrendDay.Kind.MISSING;
        if (told.kind() != kind || !told.date().equals(date)) {
            wrong.add(where(day, "kind") + told.kind() + " on " + told.date() + " instead of " + kind + " on " + date);
        }
    }

    /** Every day's load so far, each weighing exp(-1/days) times what the one after it does. */
    private double weighted(int day, int timeConstant) {
        double sum = 0;
        for (int past = 0; past <= day; past++) {
            sum += trends.get(past).load()
                    * (1 - Math.exp(-1.0 / timeConstant))
                    * Math.exp(-(double) (day - past) / timeConstant);
        }
        return sum;
    }

    private void distances(int day, TrendDay told) {
        same(day, "runs", told.runs(), runs(day).count(), 0);
        same(day, "distanceMetres", told.distanceMetres(), metres(day), 0.5 * told.runs());
        double week = IntStream.rangeClosed(Math.max(0, day - 6), day)
                .mapToDouble(this::metres)
                .sum();
        double runsOfWeek = IntStream.rangeClosed(Math.max(0, day - 6), day)
                .mapToLong(past -> runs(past).count())
                .sum();
        same(day, "distance7dMetres", told.distance7dMetres(), week, 0.5 * runsOfWeek);
        double seconds = sessions(day).mapToDouble(Session::timerSeconds).sum();
        same(day, "timerSeconds", told.timerSeconds(), seconds, 3.5 * sessions(day).count());
        OptionalDouble longest = runs(day).mapToDouble(Session::distanceMetres).max();
        OptionalDouble before = IntStream.range(Math.max(0, day - 30), day)
                .mapToObj(this::runs)
                .flatMap(runs -> runs)
                .mapToDouble(Session::distanceMetres)
                .max();
        boolean known = longest.isPresent() && before.orElse(0) >= 1;
        same(
                day,
                "sessionSpike",
                told.sessionSpike(),
                known ? OptionalDouble.of(longest.getAsDouble() / before.getAsDouble()) : OptionalDouble.empty(),
                HALF_OF_A_HUNDREDTH + 0.001);
    }

    /** Foster's monotony: mean over population standard deviation of seven daily effort loads, at most 10; strain: sum times it. */
    private void week(int day, TrendDay told) {
        List<TrendDay> week = day < 6 ? List.of() : trends.subList(day - 6, day + 1);
        long trained =
                week.stream().filter(past -> past.kind() == TrendDay.Kind.TRAINED).count();
        long imputed = week.stream()
                .filter(past -> past.flags().contains("effort-imputed"))
                .count();
        boolean known = trained > 0
                && 2 * imputed <= trained
                && week.stream().noneMatch(past -> past.kind() == TrendDay.Kind.MISSING);
        if (!known) {
            same(day, "monotony", told.monotony(), OptionalDouble.empty(), 0);
            same(day, "strain", told.strain(), OptionalDouble.empty(), 0);
            return;
        }
        double sum = week.stream().mapToDouble(TrendDay::effortLoad).sum();
        double squares =
                week.stream().mapToDouble(past -> past.effortLoad() * past.effortLoad()).sum();
        double variance = squares / 7 - sum / 7 * sum / 7;
        double monotony = variance <= 1e-9 ? (sum == 0 ? 0 : 10) : Math.min(10, sum / 7 / Math.sqrt(variance));
        same(day, "monotony", told.monotony(), OptionalDouble.of(monotony), HALF_OF_A_HUNDREDTH);
        same(day, "strain", told.strain(), OptionalDouble.of(sum * monotony), 0.501);
    }

    private void means(int day, TrendDay told) {
        OptionalDouble speed = byMovingTime(day, run -> run.pace().meanMetresPerSecond());
        same(
                day,
                "paceSecondsPerKilometre",
                told.paceSecondsPerKilometre(),
                speed.orElse(0) > 0 ? OptionalDouble.of(1000 / speed.getAsDouble()) : OptionalDouble.empty(),
                HALF_OF_A_TENTH);
        same(
                day,
                "heartRateBpm",
                told.heartRateBpm(),
                byMovingTime(
                        day,
                        run -> run.heartRate().validShare() >= 0.7
                                ? run.heartRate().meanBpm()
                                : OptionalDouble.empty()),
                HALF_OF_A_TENTH);
        mean(day, "heartRate7dBpm", 7, told.heartRate7dBpm(), TrendDay::heartRateBpm);
        mean(day, "heartRate28dBpm", 28, told.heartRate28dBpm(), TrendDay::heartRateBpm);
        mean(day, "pace7dSecondsPerKilometre", 7, told.pace7dSecondsPerKilometre(), TrendDay::paceSecondsPerKilometre);
        mean(
                day,
                "pace28dSecondsPerKilometre",
                28,
                told.pace28dSecondsPerKilometre(),
                TrendDay::paceSecondsPerKilometre);
        mean(day, "effort7d", 7, told.effort7d(), TrendDay::effort);
        mean(day, "effort28d", 28, told.effort28d(), TrendDay::effort);
    }

    private void recovery(int day, TrendDay told) {
        OptionalDouble pulse = morning(day)
                .flatMapToDouble(said -> said.pulseBpm().stream())
                .filter(bpm -> bpm <= 120)
                .findFirst();
        OptionalDouble resting = readings(day, Reading.RestingHeartRate.class, Reading.RestingHeartRate::bpm)
                .filter(bpm -> bpm >= 25 && bpm <= 120)
                .findFirst();
        same(
                day,
                "restingHeartRateBpm",
                told.restingHeartRateBpm(),
                resting.isPresent() ? resting : pulse,
                HALF_OF_A_TENTH);
        same(
                day,
                "hrvRmssdMilliseconds",
                told.hrvRmssdMilliseconds(),
                readings(day, Reading.Hrv.class, Reading.Hrv::rmssdMilliseconds)
                        .filter(rmssd -> rmssd >= 3 && rmssd <= 300)
                        .findFirst(),
                HALF_OF_A_TENTH);
        same(day, "sleepHours", told.sleepHours(), sleep(day), HALF_OF_A_HUNDREDTH);
        double[] nights = IntStream.rangeClosed(Math.max(0, day - 6), day)
                .mapToObj(this::sleep)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        double lacking =
                DoubleStream.of(nights).map(hours -> Math.max(0, 8 - hours)).sum();
        same(
                day,
                "sleepDebt7dHours",
                told.sleepDebt7dHours(),
                nights.length < 4 ? OptionalDouble.empty() : OptionalDouble.of(lacking),
                HALF_OF_A_TENTH + 7 * HALF_OF_A_HUNDREDTH);
    }

    private OptionalDouble sleep(int day) {
        OptionalDouble measured = readings(day, Reading.Sleep.class, Reading.Sleep::asleepHours)
                .filter(hours -> hours > 0 && hours <= 24)
                .findFirst();
        return measured.isPresent()
                ? measured
                : morning(day)
                        .flatMapToDouble(said -> said.sleepHours().stream())
                        .findFirst();
    }

    private OptionalDouble byMovingTime(int day, Function<Session, OptionalDouble> quantity) {
        List<Session> known = days.get(day).sessions().stream()
                .filter(run -> run.sport().isRun() && run.movingSeconds() > 0)
                .filter(run -> quantity.apply(run).isPresent())
                .toList();
        double seconds = known.stream().mapToDouble(Session::movingSeconds).sum();
        return known.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(known.stream()
                                .mapToDouble(run ->
                                        run.movingSeconds() * quantity.apply(run).getAsDouble())
                                .sum()
                        / seconds);
    }

    private void mean(
            int day, String field, int count, OptionalDouble told, Function<TrendDay, OptionalDouble> quantity) {
        OptionalDouble mean = trends.subList(Math.max(0, day - count + 1), day + 1).stream()
                .flatMapToDouble(past -> quantity.apply(past).stream())
                .average();
        same(day, field, told, mean, HALF_OF_A_TENTH);
    }

    private Stream<Session> sessions(int day) {
        return days.get(day).sessions().stream().filter(session -> session.timerSeconds() > 0);
    }

    private Stream<Session> runs(int day) {
        return sessions(day).filter(session -> session.sport().isRun());
    }

    private double metres(int day) {
        return runs(day).mapToDouble(Session::distanceMetres).sum();
    }

    private <R extends Reading> DoubleStream readings(int day, Class<R> type, ToDoubleFunction<R> quantity) {
        return days.get(day).readings().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .mapToDouble(quantity);
    }

    private Stream<CheckIn.Morning> morning(int day) {
        return days.get(day).checkIns().stream()
                .filter(CheckIn.Morning.class::isInstance)
                .map(CheckIn.Morning.class::cast);
    }

    private void same(int day, String field, double told, double defined, double slack) {
        same(day, field, OptionalDouble.of(told), OptionalDouble.of(defined), slack);
    }

    private void same(int day, String field, OptionalDouble told, OptionalDouble defined, double slack) {
        boolean same = told.isPresent() && defined.isPresent()
                ? Math.abs(told.getAsDouble() - defined.getAsDouble()) <= slack
                : told.isPresent() == defined.isPresent();
        if (!same) {
            wrong.add(where(day, field) + text(told) + " instead of " + text(defined) + " by definition");
        }
    }

    private String where(int day, String field) {
        DayFacts facts = days.get(day);
        return "training.trend.v1 of " + facts.athlete() + " " + facts.date() + " " + field + ": ";
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "nothing";
    }
}
