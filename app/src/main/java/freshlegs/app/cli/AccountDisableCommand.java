package freshlegs.app.cli;

import freshlegs.coach.access.Account;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "disable", description = "Let somebody sign in no more, at once; what they said stays.")
final class AccountDisableCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--login", required = true, paramLabel = "LOGIN", description = "Whose account.")
    private String login = "";

    @Mixin
    private CommonOptions common = new CommonOptions();

    AccountDisableCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        return Doors.open(shell, common.settings(shell), "account disable", doors -> {
            Account account = doors.account(login);
            doors.accounts().disable(account.id());
            shell.out().println(account.login() + " cannot sign in any more.");
        });
    }
}
