package freshlegs.app.cli;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.folder.Instance;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Consents;
import freshlegs.coach.access.Invitations;
import freshlegs.coach.access.Refusal;
import freshlegs.coach.access.Secret;
import freshlegs.coach.access.Shares;
import freshlegs.coach.read.Database;
import java.net.URI;
import java.sql.SQLException;

/** The accounts of a console as the command line reaches them. */
record Doors(
        Settings settings,
        Access access,
        Accounts accounts,
        Shares shares,
        Invitations invitations,
        Consents consents) {
    /** What a command does with them. */
    @FunctionalInterface
    interface Work {
        void with(Doors doors) throws SQLException;
    }

    /** What is refused becomes the command's sentence. */
    static int open(Shell shell, Settings settings, String command, Work work)
            throws SQLException, InterruptedException {
        try (Access access = Access.forReading(settings, command);
                Database database = Database.at(access.database())) {
            work.with(new Doors(
                    settings,
                    access,
                    new Accounts(database, shell.clock()),
                    new Shares(database, shell.clock()),
                    new Invitations(database, shell.clock()),
                    new Consents(database, shell.clock())));
            return 0;
        } catch (Refusal refusal) {
            throw Problem.failed(refusal.sentence());
        }
    }

    Account account(String login) {
        return accounts.byLogin(login)
                .orElseThrow(() -> Problem.failed(
                        "There is no account with this login: `freshlegs account list` shows those there are."));
    }

    /** The address that a secret opens, wherever people open the console. */
    String link(Secret secret) {
        URI base = settings.get(Catalogue.CONSOLE_URL)
                .or(() -> Instance.on(new DataFolder(settings.get(Catalogue.DATA)))
                        .flatMap(Instance::console))
                .orElseGet(() -> URI.create(
                        "http://" + settings.get(Catalogue.CONSOLE_HOST) + ":" + settings.get(Catalogue.CONSOLE_PORT)));
        return base.toString().replaceFirst("/+$", "") + "/invitations/" + secret.text();
    }
}
