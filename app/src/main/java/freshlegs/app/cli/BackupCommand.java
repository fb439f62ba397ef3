package freshlegs.app.cli;

import freshlegs.app.backup.Backup;
import freshlegs.app.backup.BackupFile;
import freshlegs.app.backup.Manifest;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.Backing;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.ingest.original.OriginalFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "backup",
        description =
                "Write everything that cannot be made again into one file, while everything runs; or check such a file.")
final class BackupCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The new file, a zip that only you can read; it holds secrets and health data.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--check", paramLabel = "FILE", description = "Read a backup and say whether it is whole.")
    private Optional<Path> check = Optional.empty();

    @Mixin
    private CommonOptions common = new CommonOptions();

    BackupCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException, IOException {
        if (out.isPresent() == check.isPresent()) {
            throw Problem.wrongUse("Say --out FILE to write a backup, or --check FILE to check one.");
        }
        if (check.isPresent()) {
            try (BackupFile backup = BackupFile.open(check.get())) {
                backup.check();
                print("Whole", check.get(), backup.manifest());
            }
            return 0;
        }
        Backup.requireNew(out.get());
        Settings settings = common.settings(shell);
        try (OriginalFiles originals = Backing.originals(settings);
                Access access = Access.forReadingTopics(settings, "backup", shell.clock())) {
            Manifest manifest = new Backup(
                            access.kafka(), access.database(), settings.get(Catalogue.DATA), originals, shell.clock())
                    .write(out.get(), Freshlegs.VERSION);
            print("Written", out.get(), manifest);
        }
        return 0;
    }

    private void print(String word, Path file, Manifest manifest) {
        shell.out()
                .println(word + ": " + file + ", by freshlegs " + manifest.program() + " from " + manifest.begunAt()
                        + " to " + manifest.finishedAt() + ": " + manifest.counts() + ".");
    }
}
