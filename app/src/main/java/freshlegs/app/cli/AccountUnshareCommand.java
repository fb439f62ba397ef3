package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Invitations;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "unshare", description = "End that somebody sees an athlete, at once.")
final class AccountUnshareCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "Whom they see no more.")
    private String athlete = "";

    @Option(names = "--login", required = true, paramLabel = "LOGIN", description = "Who.")
    private String login = "";

    @Mixin
    private CommonOptions common = new CommonOptions();

    AccountUnshareCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        return Doors.open(shell, common.settings(shell), "account unshare", doors -> {
            Account account = doors.account(login);
            if (!doors.shares().revoke(id, account.id(), Invitations.COMMAND_LINE)) {
                throw Problem.failed(account.login() + " does not see " + id + ".");
            }
            shell.out().println(account.login() + " does not see " + id + " any more.");
        });
    }
}
