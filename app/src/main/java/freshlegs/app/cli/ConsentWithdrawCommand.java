package freshlegs.app.cli;

import freshlegs.coach.access.Consents;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "withdraw",
        description =
                "State that an athlete has withdrawn her consent: no file and no check-in of hers is taken from then on.")
final class ConsentWithdrawCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "Who withdrew.")
    private String athlete = "";

    @Option(
            names = "--how",
            required = true,
            paramLabel = "TEXT",
            description = "In which way, such as \"by letter of 2026-11-26\"; it is kept.")
    private String how = "";

    @Mixin
    private CommonOptions common = new CommonOptions();

    ConsentWithdrawCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        String way = ConsentWords.how(how);
        return Doors.open(shell, common.settings(shell), "consent withdraw", doors -> {
            Athletes.checkKnown(id, doors.access().database());
            doors.consents().withdraw(id, Consents.COMMAND_LINE, way);
            shell.out()
                    .println(id + " has withdrawn her consent: nothing more is taken of her until she agrees again.");
            shell.say("What is known of her stays: she can take it along (`freshlegs export --athlete " + id + " --out "
                    + id + ".zip`) and have it erased.");
        });
    }
}
