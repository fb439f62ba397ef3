package freshlegs.app.cli;

import freshlegs.coach.access.Account;
import freshlegs.coach.access.Invitations;
import freshlegs.coach.access.Role;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "share", description = "Let somebody see an athlete, or make them something else to her.")
final class AccountShareCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "Whom they see.")
    private String athlete = "";

    @Option(names = "--login", required = true, paramLabel = "LOGIN", description = "Who sees her.")
    private String login = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "As what: athlete (herself), coach, assistant or viewer.")
    private String role = "";

    @Mixin
    private CommonOptions common = new CommonOptions();

    AccountShareCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        Role as = Roles.parse(role);
        return Doors.open(shell, common.settings(shell), "account share", doors -> {
            Athletes.checkKnown(id, doors.access().database());
            Account account = doors.account(login);
            doors.shares().grant(id, account.id(), as, Invitations.COMMAND_LINE);
            shell.out().println(account.login() + " sees " + id + " as " + as.key() + ".");
        });
    }
}
