package freshlegs.coach.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A chart and the same numbers as a table, the latest day first; what its columns are called stands under {@code charts.column}, its unit
 * under {@code charts.unit}.
 */
public record Chart(String id, String unit, List<String> columns, List<Line> lines) {
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
                        "",
                        List.of("fitness", "fatigue", "form"),
                        lines(trend, present(trend.fitness()), present(trend.fatigue()), present(trend.form()))),
                new Chart("load", "", List.of("load"), lines(trend, present(trend.load()))),
                banded("load-7d", "", trend, trend.load7d()),
                banded("distance-7d", units.distanceUnit(), trend, in(units, trend.distance7d())),
                banded("heart-rate-at-pace", "bpm", trend, trend.heartRateAtPace()),
                banded("resting-heart-rate", "bpm", trend, trend.restingHeartRate()),
                banded("hrv", "ms", trend, trend.hrv()),
                banded("sleep", "h", trend, trend.sleep()),
                banded("feeling", "of-7", trend, trend.feeling()));
    }

    /** The one of that name in kilometres, whatever who asks likes: files are read by programs. */
    public static Optional<Chart> find(Trend trend, String id) {
        return of(trend, Units.METRIC).stream()
                .filter(chart -> chart.id().equals(id))
                .findFirst();
    }

    private static Chart banded(String id, String unit, Trend trend, Banded marker) {
        return new Chart(id, unit, BANDED, lines(trend, marker.daily(), marker.judged(), marker.low(), marker.high()));
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

    /** What a column is called, with its unit where it has one. */
    public String heading(String column, Sayings sayings) {
        String name = sayings.say("charts.column." + column);
        return unit.isEmpty() ? name : sayings.say("charts.in-unit", name, sayings.say("charts.unit." + unit));
    }

    /** Whether there is any number to draw. */
    public boolean isEmpty() {
        return lines.stream().allMatch(line -> line.numbers().stream().allMatch(OptionalDouble::isEmpty));
    }

    /** The table as a file: the same columns, dates in ISO 8601, numbers with a point and nothing for what is missing. */
    public String csv(Sayings sayings) {
        List<String> header = Stream.of(
                        Stream.of(sayings.say("charts.column.day")),
                        columns.stream().map(column -> heading(column, sayings)),
                        Stream.of(sayings.say("charts.column.marked")))
                .flatMap(headings -> headings)
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
