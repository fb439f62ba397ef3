package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.service.Access;
import freshlegs.coach.calendar.Calendar;
import freshlegs.coach.calendar.Calendars;
import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "List the calendars that follow plans: whose, what for, when last read; never their addresses.")
final class CalendarListCommand implements Callable<Integer> {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Shell shell;

    @Option(names = "--athlete", paramLabel = "ID", description = "Only those of this athlete.")
    private Optional<String> athlete = Optional.empty();

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    CalendarListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        Optional<AthleteId> wanted = athlete.map(Athletes::parse);
        try (Access access = Access.forReading(common.settings(shell), "calendar list");
                Database database = Database.at(access.database())) {
            List<Calendar> calendars = new Calendars(database, shell.clock()).all(wanted);
            form.print(
                    shell,
                    new Table(
                            List.of("id", "athlete", "name", "created", "lastRead"),
                            calendars.stream().map(CalendarListCommand::row).toList()),
                    () -> forPeople(calendars),
                    "No calendars yet; `freshlegs calendar add --athlete ID` makes an address for one.");
        }
        return 0;
    }

    private static List<JsonNode> row(Calendar calendar) {
        return List.of(
                JSON.textNode(calendar.id()),
                JSON.textNode(calendar.athlete().value()),
                JSON.textNode(calendar.name()),
                JSON.textNode(calendar.createdAt().toString()),
                calendar.lastReadOn()
                        .<JsonNode>map(day -> JSON.textNode(day.toString()))
                        .orElseGet(JSON::nullNode));
    }

    private static TextTable forPeople(List<Calendar> calendars) {
        TextTable table = new TextTable("Calendar", "Athlete", "Name", "Created", "Last read");
        calendars.forEach(calendar -> table.add(
                calendar.id(),
                calendar.athlete().value(),
                calendar.name(),
                calendar.createdAt().toString().substring(0, 10),
                calendar.lastReadOn().map(LocalDate::toString).orElse("never")));
        return table;
    }
}
