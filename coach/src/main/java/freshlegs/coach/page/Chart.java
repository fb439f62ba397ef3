package freshlegs.coach.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A chart and the same numbers as a table, the latest day first. */
public record Chart(String id, String title, String about, List<String> columns, List<Line> lines) {

    /** One day's numbers. */
    public record Line(String isoDate, List<String> numbers) {}

    static List<Chart> of(Trend trend) {
        return List.of(
                new Chart(
                        "form",
                        "Fitness, fatigue and form",
                        "Fitness and fatigue are the 42- and 7-day means of daily load; form is yesterday's difference.",
                        List.of("Fitness", "Fatigue", "Form"),
                        lines(trend, present(trend.fitness()), present(trend.fatigue()), present(trend.form()))),
                banded(
                        "resting-heart-rate",
                        "Resting heart rate",
                        "Each day's resting heart rate in bpm against the athlete's own band.",
                        trend,
                        trend.restingHeartRate()),
                banded(
                        "hrv",
                        "Heart rate variability",
                        "Last night's RMSSD in ms against the athlete's own band.",
                        trend,
                        trend.hrv()),
                banded(
                        "heart-rate-at-pace",
                        "Heart rate at pace",
                        "Steady running: beats per minute above (+) or below (−) what this athlete usually needs for the"
                                + " same pace.",
                        trend,
                        trend.heartRateAtPace()),
                banded(
                        "distance-7d",
                        "Distance of seven days",
                        "Kilometres run in the seven days that end on each day against the athlete's own band.",
                        trend,
                        trend.distance7d()),
                banded(
                        "load-7d",
                        "Load of seven days",
                        "The load of the seven days that end on each day against the athlete's own band.",
                        trend,
                        trend.load7d()),
                banded(
                        "sleep",
                        "Sleep",
                        "Hours asleep against the athlete's own band; smoothed is the mean of seven nights.",
                        trend,
                        trend.sleep()),
                banded(
                        "feeling",
                        "How it feels",
                        "The mean answer of the morning check-in, 1 (best) to 7 (worst), against the athlete's own band.",
                        trend,
                        trend.feeling()),
                new Chart(
                        "load",
                        "Load",
                        "100 is one hour at threshold.",
                        List.of("Load"),
                        lines(trend, present(trend.load()))));
    }

    private static Chart banded(String id, String title, String about, Trend trend, Banded marker) {
        return new Chart(
                id,
                title,
                about,
                List.of("Measured", "Smoothed", "Band from", "Band to"),
                lines(trend, marker.daily(), marker.judged(), marker.low(), marker.high()));
    }

    /** Whether there is any number to draw. */
    public boolean isEmpty() {
        return lines.stream().allMatch(line -> line.numbers().stream().allMatch(Numbers.NONE::equals));
    }

    private static List<OptionalDouble> present(List<Double> numbers) {
        return numbers.stream().map(OptionalDouble::of).toList();
    }

    @SafeVarargs
    private static List<Line> lines(Trend trend, List<OptionalDouble>... columns) {
        List<Line> lines = new ArrayList<>();
        for (int day = trend.dates().size() - 1; day >= 0; day--) {
            List<String> numbers = new ArrayList<>();
            for (List<OptionalDouble> column : columns) {
                numbers.add(Numbers.one(column.get(day)));
            }
            lines.add(new Line(trend.dates().get(day).toString(), List.copyOf(numbers)));
        }
        return List.copyOf(lines);
    }
}
