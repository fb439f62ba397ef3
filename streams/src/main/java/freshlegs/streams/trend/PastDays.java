package freshlegs.streams.trend;

import freshlegs.model.result.TrendDay;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** The trend days up to yesterday, asked for means and sums over the last of them. */
record PastDays(List<TrendDay> days) {

    /** The {@code count} days that end yesterday, fewer when the season is younger. */
    List<TrendDay> last(int count) {
        return days.subList(Math.max(0, days.size() - count), days.size());
    }

    /** The mean over today and the {@code count - 1} days before it that have a value. */
    OptionalDouble mean(int count, OptionalDouble today, Function<TrendDay, OptionalDouble> quantity) {
        return DoubleStream.concat(
                        today.stream(), last(count - 1).stream().flatMapToDouble(day -> quantity.apply(day).stream()))
                .average();
    }

    double[] lastWith(int count, double today, Function<TrendDay, Double> quantity) {
        return DoubleStream.concat(last(count - 1).stream().mapToDouble(quantity::apply), DoubleStream.of(today))
                .toArray();
    }
}
