package freshlegs.coach.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A chart and the same numbers as a table, the latest day first; what its columns are called stands under {@code charts.column}. */
public record Chart(String id, List<String> columns, List<Line> lines) {
    private static final List<String> BANDED = List.of("measured", "smoothed", "band-from", "band-to");

    /** One day's numbers, and what is marked on it. */
    public record Line(String isoDate, List<OptionalDouble> numbers, String marked) {
        public List<String> shown() {
            return numbers.stream().map(Numbers::one).toList();
        }
    }

    static List<Chart> of(Trend trend, Units units) {
        return List.of(
                new Chart(
                        "form",
                        List.of("fitness", "fatigue", "form"),
                        lines(trend, present(trend.fitness()), present(trend.fatigue()), present(trend.form()))),
                new Chart("load", List.of("load"), lines(trend, present(trend.load()))),
                banded("load-7d", trend, trend.load7d()),
                banded("distance-7d", trend, in(units, trend.distance7d())),
                banded("heart-rate-at-pace", trend, trend.heartRateAtPace()),
                banded("resting-heart-rate", trend, trend.restingHeartRate()),
                banded("hrv", trend, trend.hrv()),
                banded("sleep", trend, trend.sleep()),
                banded("feeling", trend, trend.feeling()));
    }

    /** The one of that name, in kilometres. */
    public static Optional<Chart> find(Trend trend, String id) {
        return of(trend, Units.METRIC).stream()
                .filter(chart -> chart.id().equals(id))
                .findFirst();
    }

    private static Chart banded(String id, Trend trend, Banded marker) {
        return new Chart(id, BANDED, lines(trend, marker.daily(), marker.judged(), marker.low(), marker.high()));
    }

    private static Banded in(Units units, Banded kilometres) {
        return new Banded(
                units.distanceUnit(),
                in(units, kilometres.daily()),
                in(units, kilometres.judged()),
                in(units, kilometres.low()),
                in(units, kilometres.high()));
    }

    private static List<OptionalDouble> in(Units units, List<OptionalDouble> kilometres) {
        return kilometres.stream()
                .map(number ->
                        number.isPresent() ? OptionalDouble.of(units.distanceOf(1000 * number.getAsDouble())) : number)
                .toList();
    }

    /** Whether there is any number to draw. */
    public boolean isEmpty() {
        return lines.stream().allMatch(line -> line.numbers().stream().allMatch(OptionalDouble::isEmpty));
    }

    /** The table as a file: the same columns, dates in ISO 8601, numbers with a point and nothing for what is missing. */
    public String csv(Sayings sayings) {
        List<String> header = Stream.of(Stream.of("day"), columns.stream(), Stream.of("marked"))
                .flatMap(columns -> columns)
                .map(column -> sayings.say("charts.column." + column))
                .toList();
        return Csv.of(header, lines.stream().map(Chart::fields));
    }

    private static List<String> fields(Line line) {
        return Stream.of(Stream.of(line.isoDate()), line.numbers().stream().map(Chart::plain), Stream.of(line.marked()))
                .flatMap(fields -> fields)
                .toList();
    }

    private static String plain(OptionalDouble number) {
        return number.isPresent()
                ? BigDecimal.valueOf(number.getAsDouble()).stripTrailingZeros().toPlainString()
                : "";
    }

    private static List<OptionalDouble> present(List<Double> numbers) {
        return numbers.stream().map(OptionalDouble::of).toList();
    }

    @SafeVarargs
    private static List<Line> lines(Trend trend, List<OptionalDouble>... columns) {
        List<Line> lines = new ArrayList<>();
        for (int day = trend.dates().size() - 1; day >= 0; day--) {
            List<OptionalDouble> numbers = new ArrayList<>();
            for (List<OptionalDouble> column : columns) {
                numbers.add(column.get(day));
            }
            LocalDate date = trend.dates().get(day);
            lines.add(new Line(
                    date.toString(), List.copyOf(numbers), trend.marks().on(date)));
        }
        return List.copyOf(lines);
    }
}
