package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.service.Access;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Flat;
import freshlegs.model.result.TrendDay;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "trends",
        description = "Show an athlete's load, fitness, fatigue, form and rolling means, one line per day.")
final class TrendsCommand implements Callable<Integer> {
    private static final String ACUTE_CHRONIC = "acuteChronic";
    private static final List<String> FIELDS = Flat.of(TrendDay.class).names().stream()
            .filter(field -> !field.equals("athlete"))
            .toList();

    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--from", paramLabel = "DATE", description = "The first day, such as 2026-09-01.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "The last day.")
    private Optional<String> to = Optional.empty();

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    TrendsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        AthleteId id = Athletes.parse(athlete);
        LocalDate first = Dates.parse("--from", from).orElse(LocalDate.EPOCH);
        LocalDate last = Dates.parse("--to", to).orElse(LocalDate.of(9999, 1, 1));
        try (Access access = Access.forReading(common.settings(shell), "trends")) {
            Athletes.checkKnown(id, access.database());
            Table table = Query.of(
                            FIELDS, "freshlegs.trend_day WHERE athlete = ? AND date BETWEEN ? AND ? ORDER BY date")
                    .with(id.value(), first, last)
                    .ask(access.database());
            form.print(shell, table, () -> forPeople(table), "There are no days of " + id + " in that time.");
        }
        return 0;
    }

    private static TextTable forPeople(Table table) {
        TextTable text = new TextTable(
                "date",
                "day",
                "load",
                "fitness",
                "fatigue",
                "form",
                "km",
                "bpm",
                "min/km",
                "effort",
                "rest bpm",
                "HRV",
                "sleep h");
        table.objects().forEach(day -> text.add(cells(day)));
        return text;
    }

    private static String[] cells(JsonNode day) {
        return new String[] {
            Show.text(day, "date"),
            Show.words(day, "kind"),
            Show.number(day, "load", 0),
            Show.number(day, "fitness", 1),
            Show.number(day, "fatigue", 1),
            Show.number(day, "form", 1),
            Show.kilometres(day, "distanceMetres"),
            Show.number(day, "heartRateBpm", 0),
            Show.pace(day, "paceSecondsPerKilometre"),
            Show.number(day, "effort", 0),
            Show.number(day, "restingHeartRateBpm", 0),
            Show.number(day, "hrvRmssdMilliseconds", 0),
            Show.number(day, "sleepHours", 1),
        };
    }
}
