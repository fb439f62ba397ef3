package freshlegs.app.cli;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.folder.Instance;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.coach.calendar.Calendars;
import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import java.net.URI;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "add",
        description =
                "Make a secret address under which a calendar can follow an athlete's plan, and print it, this once.")
final class CalendarAddCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "Whose plan it shows.")
    private String athlete = "";

    @Option(
            names = "--name",
            defaultValue = "calendar",
            paramLabel = "NAME",
            description = "What it is read by, such as phone (default: calendar).")
    private String name = "";

    @Mixin
    private CommonOptions common = new CommonOptions();

    CalendarAddCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        Settings settings = common.settings(shell);
        URI outside = settings.get(Catalogue.CALENDAR_URL).orElseGet(() -> console(settings));
        try (Access access = Access.forReading(settings, "calendar add");
                Database database = Database.at(access.database())) {
            Athletes.checkKnown(id, access.database());
            Calendars.Fresh fresh = add(new Calendars(database, shell.clock()), id);
            String base = outside.toString().replaceFirst("/+$", "");
            shell.out().println(base + "/calendar/" + fresh.secret() + ".ics");
            shell.say("Whoever has this address sees the plan of " + id
                    + ", so give it to calendars alone. It is shown this once; `freshlegs calendar revoke --athlete "
                    + id
                    + " --calendar " + fresh.calendar().id() + "` ends it.");
        }
        return 0;
    }

    private Calendars.Fresh add(Calendars calendars, AthleteId id) {
        try {
            return calendars.add(id, name);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("--name: " + e.getMessage() + ".");
        }
    }

    private static URI console(Settings settings) {
        return Instance.on(new DataFolder(settings.get(Catalogue.DATA)))
                .flatMap(Instance::console)
                .orElseGet(() -> URI.create(
                        "http://" + settings.get(Catalogue.CONSOLE_HOST) + ":" + settings.get(Catalogue.CONSOLE_PORT)));
    }
}
