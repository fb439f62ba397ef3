package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.coach.calendar.Calendar;
import freshlegs.coach.calendar.Calendars;
import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "revoke", description = "End an athlete's calendars at once: their addresses find nothing any more.")
final class CalendarRevokeCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "Whose calendars.")
    private String athlete = "";

    @Option(
            names = "--calendar",
            paramLabel = "CALENDAR",
            description = "Only this one, by the id that `freshlegs calendar list` shows.")
    private Optional<String> calendar = Optional.empty();

    @Mixin
    private CommonOptions common = new CommonOptions();

    CalendarRevokeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        try (Access access = Access.forReading(common.settings(shell), "calendar revoke");
                Database database = Database.at(access.database())) {
            List<Calendar> ended = new Calendars(database, shell.clock()).revoke(id, calendar);
            if (ended.isEmpty()) {
                throw Problem.failed("There is no such calendar: `freshlegs calendar list --athlete " + id
                        + "` shows those that can be read.");
            }
            ended.forEach(each -> shell.out()
                    .println("Calendar " + each.id() + " (" + each.name() + ", " + id + ") cannot be read any more."));
        }
        return 0;
    }
}
