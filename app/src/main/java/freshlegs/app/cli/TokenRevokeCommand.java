package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Catalogue;
import freshlegs.ingest.http.Token;
import freshlegs.ingest.http.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "revoke", description = "End a token at once, also for a service that runs.")
final class TokenRevokeCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "TOKEN", description = "The token's id, as `freshlegs token list` shows it.")
    private String token = "";

    @Mixin
    private CommonOptions common = new CommonOptions();

    TokenRevokeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path folder = common.settings(shell).get(Catalogue.DATA);
        Optional<Token> ended =
                Files.isDirectory(folder) ? Tokens.in(folder, shell.clock()).revoke(token) : Optional.empty();
        Token known = ended.orElseThrow(() -> Problem.failed(
                "There is no such token: `freshlegs token list` shows the ids of those that are valid."));
        shell.out()
                .println("Token " + known.id() + " (" + known.name() + ", " + known.athlete()
                        + ") is not valid any more.");
        return 0;
    }
}
