package freshlegs.coach.page;

import freshlegs.coach.read.RunRow;
import freshlegs.coach.run.Curve;
import freshlegs.coach.run.Outline;
import freshlegs.coach.run.RunRows;
import freshlegs.coach.run.Thinning;
import freshlegs.model.Rounding;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.SessionDetail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A run as its charts and programs read it: equally long columns, paces in seconds a kilometre, what is missing null, and a row of
 * nothing wherever the recording was interrupted. {@code basis} is {@code file} (second by second, thinned) or {@code minutes};
 * {@code rolling} holds the means over so many seconds that end with each row.
 */
public record RunSeries(
        String basis,
        List<Integer> seconds,
        List<OptionalDouble> kilometres,
        List<OptionalDouble> heartRate,
        List<OptionalDouble> pace,
        List<OptionalDouble> gradeAdjustedPace,
        List<OptionalDouble> altitude,
        Map<String, Rolling> rolling,
        List<Integer> laps,
        List<Bout> repeats,
        Way outline) {
    private static final int MOST_ROWS = 1500;

    /** Means over one window. */
    public record Rolling(List<OptionalDouble> heartRate, List<OptionalDouble> gradeAdjustedPace) {}

    /** A hard bout, in seconds from the start. */
    public record Bout(double from, double to) {}

    /** The outline of the way as columns: metres from its own middle, north up. */
    public record Way(List<Integer> seconds, List<Integer> east, List<Integer> north) {
        static Way of(Outline outline) {
            return new Way(
                    outline.points().stream().map(Outline.Point::second).toList(),
                    outline.points().stream().map(Outline.Point::east).toList(),
                    outline.points().stream().map(Outline.Point::north).toList());
        }
    }

    public static RunSeries of(String basis, RunRows run, Outline outline, RunRow recorded) {
        int[] rows = withBreaks(
                run, Thinning.rows(run, MOST_ROWS, List.of(run.heartRate(), run.gradeAdjustedSpeed(), run.speed())));
        Map<String, Rolling> rolling = new LinkedHashMap<>();
        for (RunRows.Rolling means : run.rolling()) {
            rolling.put(
                    Integer.toString(means.windowSeconds()),
                    new Rolling(
                            column(rows, means.heartRate(), 1),
                            column(rows, row -> pace(means.gradeAdjustedSpeed(), row))));
        }
        return new RunSeries(
                basis,
                seconds(run, rows),
                column(rows, row -> scaled(run.metres(), row, 1000, 3)),
                column(rows, run.heartRate(), 0),
                column(rows, row -> pace(run.speed(), row)),
                column(rows, row -> pace(run.gradeAdjustedSpeed(), row)),
                column(rows, run.altitudeMetres(), 1),
                rolling,
                recorded.detail().laps().stream()
                        .map(SessionDetail.LapMark::startSecond)
                        .toList(),
                recorded.repeats().stream().map(RunSeries::bout).toList(),
                Way.of(outline));
    }

    /** All rows as a table, none left out. */
    public static String csv(RunRows run) {
        List<String> header = new ArrayList<>(List.of(
                "seconds",
                "metres",
                "heart_rate_bpm",
                "speed_metres_per_second",
                "grade_adjusted_speed_metres_per_second",
                "altitude_metres"));
        for (RunRows.Rolling means : run.rolling()) {
            header.add("heart_rate_bpm_mean_" + means.windowSeconds() + "s");
            header.add("grade_adjusted_speed_metres_per_second_mean_" + means.windowSeconds() + "s");
        }
        return Csv.of(header, IntStream.range(0, run.size()).mapToObj(row -> fields(run, row)));
    }

    private static List<String> fields(RunRows run, int row) {
        return Stream.concat(
                        Stream.of(
                                field(run.seconds(), row, 0),
                                field(run.metres(), row, 1),
                                field(run.heartRate(), row, 1),
                                field(run.speed(), row, 3),
                                field(run.gradeAdjustedSpeed(), row, 3),
                                field(run.altitudeMetres(), row, 1)),
                        run.rolling().stream()
                                .flatMap(means -> Stream.of(
                                        field(means.heartRate(), row, 1), field(means.gradeAdjustedSpeed(), row, 3))))
                .toList();
    }

    private static String field(Curve curve, int row, int decimals) {
        return curve.has(row) ? Numbers.with(decimals, curve.at(row)).replace('−', '-') : "";
    }

    private static Bout bout(Repeat repeat) {
        return new Bout(repeat.startSecond(), repeat.startSecond() + repeat.durationSeconds());
    }

    /** Before a row that is apart stands its negative, for a row of nothing. */
    private static int[] withBreaks(RunRows run, int[] rows) {
        return Arrays.stream(rows)
                .flatMap(row -> run.isApart(row) ? IntStream.of(-row, row) : IntStream.of(row))
                .toArray();
    }

    private static List<Integer> seconds(RunRows run, int[] rows) {
        return Arrays.stream(rows)
                .map(row -> row < 0
                        ? (int) run.seconds().at(-row - 1) + 1
                        : (int) run.seconds().at(row))
                .boxed()
                .toList();
    }

    private static List<OptionalDouble> column(int[] rows, Curve curve, int decimals) {
        return column(rows, row -> scaled(curve, row, 1, decimals));
    }

    private static List<OptionalDouble> column(int[] rows, IntFunction<OptionalDouble> quantity) {
        return Arrays.stream(rows)
                .mapToObj(row -> row < 0 ? OptionalDouble.empty() : quantity.apply(row))
                .toList();
    }

    private static OptionalDouble scaled(Curve curve, int row, double unit, int decimals) {
        return curve.has(row) ? OptionalDouble.of(Rounding.to(decimals, curve.at(row) / unit)) : OptionalDouble.empty();
    }

    private static OptionalDouble pace(Curve speed, int row) {
        double pace = RunWords.secondsPerKilometre(speed.at(row));
        return Double.isNaN(pace) ? OptionalDouble.empty() : OptionalDouble.of(Rounding.to(1, pace));
    }
}
