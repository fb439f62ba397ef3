package freshlegs.app.cli;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.folder.Instance;
import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.ingest.http.Tokens;
import freshlegs.model.AthleteId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "add",
        description =
                "Make a token for an athlete and print it, this once; as in the inbox, an athlete comes into being with"
                        + " the first file.")
final class TokenAddCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "Whose files it hands over.")
    private String athlete = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "What it is used by, such as phone.")
    private String name = "";

    @Mixin
    private CommonOptions common = new CommonOptions();

    TokenAddCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        AthleteId id = Athletes.parse(athlete);
        Settings settings = common.settings(shell);
        DataFolder folder = new DataFolder(settings.get(Catalogue.DATA));
        folder.prepare();
        Tokens.Fresh fresh = add(Tokens.in(folder.root(), shell.clock()), id);
        String address = Instance.on(folder)
                .flatMap(Instance::intake)
                .map(Object::toString)
                .orElseGet(() ->
                        "http://" + settings.get(Catalogue.INTAKE_HOST) + ":" + settings.get(Catalogue.INTAKE_PORT));
        shell.out().println(fresh.secret());
        shell.out()
                .println("curl -u API_KEY:" + fresh.secret() + " -F file=@run.fit " + address
                        + "/api/v1/athlete/0/activities");
        shell.say("Token " + fresh.token().id() + " hands over files for " + id
                + ". It is shown this once: keep it where it is used. `freshlegs token revoke "
                + fresh.token().id() + "` ends it.");
        return 0;
    }

    private Tokens.Fresh add(Tokens tokens, AthleteId id) {
        try {
            return tokens.add(id, name);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("--name: " + e.getMessage() + ".");
        }
    }
}
