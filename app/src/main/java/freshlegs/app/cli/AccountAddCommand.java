package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Invitations;
import freshlegs.coach.access.Role;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "add",
        description =
                "Add somebody who signs in at the coach's pages; with the first account everybody has to. The password is asked"
                        + " for, or read as one line from standard input.")
final class AccountAddCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--login", required = true, paramLabel = "LOGIN", description = "What they sign in by.")
    private String login = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What people call them (default: the login).")
    private Optional<String> name = Optional.empty();

    @Option(names = "--operator", description = "Sees to accounts; that alone shows no athlete.")
    private boolean operator;

    @Option(names = "--athlete", paramLabel = "ID", description = "Whom they see.")
    private Optional<String> athlete = Optional.empty();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "As what: athlete (herself), coach (default), assistant or viewer.")
    private Optional<String> role = Optional.empty();

    @Option(names = "--invite", description = "Ask for no password; print an address where they choose it themselves.")
    private boolean invite;

    @Mixin
    private CommonOptions common = new CommonOptions();

    AccountAddCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        Optional<AthleteId> whom = athlete.map(Athletes::parse);
        if (role.isPresent() && whom.isEmpty()) {
            throw Problem.wrongUse("--role says what they are to an athlete: name her with --athlete.");
        }
        Role as = role.map(Roles::parse).orElse(Role.COACH);
        Optional<String> password = invite
                ? Optional.empty()
                : Optional.of(new PasswordSource(System.in).read(login.toLowerCase(Locale.ROOT)));
        return Doors.open(shell, common.settings(shell), "account add", doors -> {
            if (whom.isPresent()) {
                Athletes.checkKnown(whom.get(), doors.access().database());
            }
            Account account = doors.accounts().add(login, name.orElse(login), password, operator);
            whom.ifPresent(id -> doors.shares().grant(id, account.id(), as, Invitations.COMMAND_LINE));
            tell(doors, account);
        });
    }

    private void tell(Doors doors, Account account) {
        if (invite) {
            shell.out().println(doors.link(doors.invitations().toPassword(account.id(), Invitations.COMMAND_LINE)));
            shell.say("Send this address to " + account.login() + " alone: it is shown this once and holds for "
                    + Invitations.LASTS.toDays() + " days.");
        } else {
            shell.out().println(account.login());
        }
    }
}
