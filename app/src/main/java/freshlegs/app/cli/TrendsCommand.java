package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.model.json.Flat;
import freshlegs.model.result.TrendDay;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "trends",
        description = {
            "Show an athlete's training, running and recovery, one line per day.",
            "A fitness of fewer than 42 days is marked ?, a week with missing days says how many. --csv and --json have"
                    + " what is usual for the athlete too: baseline, band and the days they rest on."
        })
final class TrendsCommand implements Callable<Integer> {
    private static final String ACUTE_CHRONIC = "acuteChronic";
    private static final int SETTLED_DAYS = TrendDay.Training.SETTLED_DAYS;
    private static final String UNSETTLED = "?";
    private static final List<String> TITLES = List.of(
            "date",
            "day",
            "load",
            "7 d",
            "fitness",
            "fatigue",
            "form",
            "monotony",
            "strain",
            "km",
            "km 7 d",
            "longest",
            "bpm",
            "min/km",
            "effort",
            "rest bpm",
            "HRV",
            "HRV 7 d",
            "sleep h",
            "feels");
    private static final List<String> ACUTE_CHRONIC_TITLES = List.of("a:c 7/28", "a:c 7/21", "a:c exp");

    private final Shell shell;

    @Option(
            names = "--acute-chronic",
            description = "Show the ratio of acute to chronic load too; read docs/science.md before believing it.")
    private boolean acuteChronic;

    @Mixin
    private DayTable days = new DayTable();

    TrendsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        return days.show(shell, "trends", this::asking, this::forPeople, "There are no days of %s in that time.");
    }

    private Query asking(DayTable.Days days) {
        return Query.of(fields(), "freshlegs.trend_day WHERE athlete = ? AND date BETWEEN ? AND ? ORDER BY date")
                .with(days.athlete().value(), days.from().orElse(LocalDate.EPOCH), days.to());
    }

    /** All numbers of a day but the ratio that nobody asked for. */
    private List<String> fields() {
        return Flat.of(TrendDay.class).names().stream()
                .filter(field -> !field.equals("athlete"))
                .filter(field -> acuteChronic || !field.startsWith(ACUTE_CHRONIC))
                .toList();
    }

    private TextTable forPeople(Table table) {
        List<String> titles = new ArrayList<>(TITLES);
        if (acuteChronic) {
            titles.addAll(ACUTE_CHRONIC_TITLES);
        }
        TextTable text = new TextTable(titles.toArray(String[]::new));
        table.objects().forEach(day -> text.add(cells(day)));
        return text;
    }

    private String[] cells(JsonNode day) {
        Stream<String> cells = Stream.of(
                Show.text(day, "date"),
                Show.words(day, "kind"),
                Show.number(day, "load", 0),
                Show.number(day, "load7d", 0),
                Show.number(day, "fitness", 1) + (day.path("fitnessDays").asInt() < SETTLED_DAYS ? UNSETTLED : ""),
                Show.number(day, "fatigue", 1),
                Show.number(day, "form", 1),
                Show.number(day, "monotony", 1),
                Show.number(day, "strain", 0),
                Show.kilometres(day, "distanceMetres"),
                Show.kilometres(day, "distance7dMetres") + missing(day),
                Show.kilometres(day, "longestRun30dMetres"),
                Show.number(day, "heartRateBpm", 0),
                Show.pace(day, "paceSecondsPerKilometre"),
                Show.number(day, "effort", 0),
                Show.number(day, "restingHeartRateBpm", 0),
                Show.number(day, "hrvRmssdMilliseconds", 0),
                Show.number(day, "hrvRmssdMillisecondsMean7d", 0),
                Show.number(day, "sleepHours", 1),
                Show.number(day, "subjective", 1));
        Stream<String> ratios = Stream.of(
                Show.number(day, "acuteChronicCoupled", 2),
                Show.number(day, "acuteChronicUncoupled", 2),
                Show.number(day, "acuteChronicExponential", 2));
        return Stream.concat(cells, acuteChronic ? ratios : Stream.empty()).toArray(String[]::new);
    }

    /** A week's sum with days that were not heard of says of how many days it knows nothing. */
    private static String missing(JsonNode day) {
        int missing = day.path("missingDays7d").asInt();
        return missing == 0 ? "" : " (-" + missing + " d)";
    }
}
