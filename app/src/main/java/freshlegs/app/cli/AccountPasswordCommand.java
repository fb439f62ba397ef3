package freshlegs.app.cli;

import freshlegs.coach.access.Account;
import freshlegs.coach.access.Invitations;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "password",
        description =
                "Set somebody's password, asked for or read as one line from standard input; all their browsers are signed"
                        + " out.")
final class AccountPasswordCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--login", required = true, paramLabel = "LOGIN", description = "Whose password.")
    private String login = "";

    @Option(names = "--invite", description = "Ask for none; print an address where they choose it themselves.")
    private boolean invite;

    @Mixin
    private CommonOptions common = new CommonOptions();

    AccountPasswordCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        Optional<String> password = invite
                ? Optional.empty()
                : Optional.of(new PasswordSource(System.in).read(login.toLowerCase(Locale.ROOT)));
        return Doors.open(shell, common.settings(shell), "account password", doors -> {
            Account account = doors.account(login);
            if (password.isPresent()) {
                doors.accounts().setPassword(account.id(), password.get());
                shell.out().println("The password of " + account.login() + " is another now.");
            } else {
                shell.out().println(doors.link(doors.invitations().toPassword(account.id(), Invitations.COMMAND_LINE)));
                shell.say("Send this address to " + account.login() + " alone: it is shown this once and holds for "
                        + Invitations.LASTS.toDays() + " days.");
            }
        });
    }
}
