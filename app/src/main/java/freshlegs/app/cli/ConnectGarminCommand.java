package freshlegs.app.cli;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.model.AthleteId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "garmin",
        description = "Say which athlete Garmin means by a user id; for members of Garmin's programme only.")
final class ConnectGarminCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "Whose activities they are.")
    private String athlete = "";

    @Option(
            names = "--user",
            required = true,
            paramLabel = "USER",
            description = "The user id in Garmin's notifications.")
    private String user = "";

    @Mixin
    private CommonOptions common = new CommonOptions();

    ConnectGarminCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        AthleteId id = Athletes.parse(athlete);
        if (!user.matches("[\\x21-\\x7e]{1,200}")) {
            throw Problem.wrongUse("--user must be the user id as it stands in Garmin's notifications.");
        }
        Settings settings = common.settings(shell);
        DataFolder folder = new DataFolder(settings.get(Catalogue.DATA));
        folder.prepare();
        ConnectionBook.in(folder.root())
                .put(Connection.garmin(id, user, shell.clock().instant()));
        shell.out().println(id + " is Garmin's user " + user + ".");
        if (!settings.get(Catalogue.GARMIN)) {
            shell.say("Garmin's notifications are not taken here: FRESHLEGS_GARMIN is off.");
        }
        return 0;
    }
}
