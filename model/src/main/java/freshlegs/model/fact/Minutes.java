package freshlegs.model.fact;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A session's {@link Minute}s as integer columns, so that an hour stays under 3 KB. */
public record Minutes(
        Column startSecond,
        Column movingPercent,
        Column gradeAdjustedSpeedMillimetresPerSecond,
        Column speedVariationPermille,
        Column gradePermille,
        Column heartRateTenthBpm,
        Column heartRateValidPercent,
        Column temperatureCelsius) {

    public static Minutes of(List<Minute> minutes) {
        return new Minutes(
                column(minutes, Minute::startSecond),
                column(minutes, m -> m.movingShare() * 100),
                column(minutes, m -> m.gradeAdjustedSpeedMetresPerSecond() * 1000),
                column(minutes, m -> m.speedVariationPercent() * 10),
                column(minutes, m -> m.gradePercent() * 10),
                column(minutes, m -> m.heartRateBpm().orElse(Double.NaN) * 10),
                column(minutes, m -> m.heartRateValidShare() * 100),
                column(minutes, m -> m.temperatureCelsius().orElse(Double.NaN)));
    }

    public List<Minute> toList() {
        return IntStream.range(0, startSecond.size()).mapToObj(this::minute).toList();
    }

    private Minute minute(int i) {
        return new Minute(
                startSecond.at(i),
                movingPercent.at(i) / 100.0,
                gradeAdjustedSpeedMillimetresPerSecond.at(i) / 1000.0,
                speedVariationPermille.at(i) / 10.0,
                gradePermille.at(i) / 10.0,
                optional(heartRateTenthBpm, i, 10),
                heartRateValidPercent.at(i) / 100.0,
                optional(temperatureCelsius, i, 1));
    }

    private static OptionalDouble optional(Column column, int i, double unit) {
        return column.has(i) ? OptionalDouble.of(column.at(i) / unit) : OptionalDouble.empty();
    }

    private static Column column(List<Minute> minutes, ToDoubleFunction<Minute> quantity) {
        return Column.of(minutes.stream()
                .mapToDouble(quantity)
                .mapToInt(value -> Double.isNaN(value) ? Column.MISSING : (int) Math.round(value))
                .toArray());
    }
}
