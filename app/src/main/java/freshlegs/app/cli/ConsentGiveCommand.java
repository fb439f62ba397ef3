package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.coach.access.ConsentText;
import freshlegs.coach.access.Consents;
import freshlegs.coach.access.Role;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "give", description = "State that an athlete without an account has agreed to the latest text.")
final class ConsentGiveCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "Who agreed.")
    private String athlete = "";

    @Option(
            names = "--how",
            required = true,
            paramLabel = "TEXT",
            description = "In which way, such as \"signed on paper on 2026-11-26\"; it is kept.")
    private String how = "";

    @Mixin
    private CommonOptions common = new CommonOptions();

    ConsentGiveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        String way = ConsentWords.how(how);
        return Doors.open(shell, common.settings(shell), "consent give", doors -> {
            Athletes.checkKnown(id, doors.access().database());
            if (doors.shares().of(id).stream().anyMatch(share -> share.role() == Role.ATHLETE)) {
                throw Problem.failed(
                        id + " has an account, so she alone agrees: on her page /athletes/" + id + "/consent.");
            }
            doors.consents().give(id, Consents.COMMAND_LINE, way);
            shell.out()
                    .println(id + " has agreed to version "
                            + ConsentText.latest().version() + " of the text.");
        });
    }
}
