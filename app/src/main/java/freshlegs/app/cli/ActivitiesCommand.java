package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.model.result.ActivityAnalysis;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "activities",
        description = "Show what each of an athlete's activities amounted to: kind, load, efficiency, fade, bests.")
final class ActivitiesCommand implements Callable<Integer> {
    private static final List<String> FIELDS = Query.fieldsOf(ActivityAnalysis.class).stream()
            .filter(field -> !field.equals("athlete"))
            .toList();

    private final Shell shell;

    @Mixin
    private DayTable days = new DayTable();

    ActivitiesCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        return days.show(
                shell,
                "activities",
                ActivitiesCommand::asking,
                ActivitiesCommand::forPeople,
                "There are no activities of %s in that time.");
    }

    private static Query asking(DayTable.Days days) {
        return Query.of(
                        FIELDS,
                        "freshlegs.activity_analysis WHERE athlete = ? AND date BETWEEN ? AND ?"
                                + " ORDER BY start, fact_id")
                .with(days.athlete().value(), days.from().orElse(LocalDate.EPOCH), days.to());
    }

    private static TextTable forPeople(Table table) {
        TextTable text = new TextTable(
                "date", "kind", "hard", "load", "by", "km", "bpm", "min/km", "TRIMP", "effort", "m/beat", "drift %",
                "repeats", "fade %");
        table.objects().forEach(activity -> text.add(cells(activity)));
        return text;
    }

    private static String[] cells(JsonNode activity) {
        JsonNode repeats = activity.path("repeats");
        return new String[] {
            Show.text(activity, "date"),
            Show.words(activity, "kind"),
            activity.path("hard").asBoolean() ? "hard" : "",
            Show.number(activity, "load", 0),
            Show.text(activity, "loadBasis"),
            Show.kilometres(activity, "distanceMetres"),
            Show.number(activity, "heartRateBpm", 0),
            Show.pace(activity, "paceSecondsPerKilometre"),
            Show.number(activity, "trimp", 0),
            Show.number(activity, "effort", 0),
            Show.number(activity, "efficiency", 2),
            Show.number(activity, "decouplingPercent", 1),
            repeats.isObject()
                    ? Show.text(repeats, "count") + " x " + Show.number(repeats, "meanMetres", 0) + " m"
                    : "",
            repeats.isObject() ? Show.number(repeats, "decrementPercent", 1) : "",
        };
    }
}
