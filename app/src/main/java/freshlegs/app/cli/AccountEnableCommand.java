package freshlegs.app.cli;

import freshlegs.coach.access.Account;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "enable", description = "Let somebody sign in again whose account was disabled.")
final class AccountEnableCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--login", required = true, paramLabel = "LOGIN", description = "Whose account.")
    private String login = "";

    @Mixin
    private CommonOptions common = new CommonOptions();

    AccountEnableCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        return Doors.open(shell, common.settings(shell), "account enable", doors -> {
            Account account = doors.account(login);
            doors.accounts().enable(account.id());
            shell.out().println(account.login() + " can sign in again.");
        });
    }
}
