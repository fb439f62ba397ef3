package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.RaceTime;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.service.Access;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "show", description = "Show an athlete's goals, each from the day on which it was stated.")
final class GoalShowCommand implements Callable<Integer> {
    private static final List<String> FIELDS = List.of(
            "factId", "localDate", "event", "distanceMetres", "eventDate", "targetSeconds", "edit", "recordedAt");

    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    GoalShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        AthleteId id = Athletes.parse(athlete);
        try (Access access = Access.forReading(common.settings(shell), "goal show")) {
            Athletes.checkKnown(id, access.database());
            Table table = Query.of(FIELDS, "freshlegs.goal where athlete = ? order by local_date")
                    .with(id.value())
                    .ask(access.database());
            form.print(shell, table, () -> forPeople(table), "No goal of " + id + " is known.");
        }
        return 0;
    }

    private static TextTable forPeople(Table table) {
        TextTable text = new TextTable("from", "event", "metres", "on", "target");
        table.objects()
                .forEach(goal -> text.add(
                        Show.text(goal, "localDate"),
                        Show.words(goal, "event"),
                        Show.text(goal, "distanceMetres"),
                        Show.text(goal, "eventDate"),
                        target(goal.path("targetSeconds"))));
        return text;
    }

    private static String target(JsonNode seconds) {
        return seconds.isNumber() ? RaceTime.text(seconds.asInt()) : "";
    }
}
