package freshlegs.app.cli;

import freshlegs.app.backup.BackupFile;
import freshlegs.app.backup.Restore;
import freshlegs.app.setting.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "restore",
        description = "Make a data folder of a backup, with everything that follows from it; nobody is told anything.")
final class RestoreCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
    private Path from = Path.of("");

    @Mixin
    private CommonOptions common = new CommonOptions();

    RestoreCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException, IOException {
        Path target = common.settings(shell).get(Catalogue.DATA);
        RestoreProgress shown = new RestoreProgress(shell);
        try (BackupFile backup = BackupFile.open(from)) {
            new Restore(backup, target, shell.environment(), shell.clock(), shown).run();
            shown.end();
            shell.out()
                    .println(
                            "Restored into " + target + ": " + backup.manifest().counts() + ".");
            shell.out().flush();
        }
        return 0;
    }
}
