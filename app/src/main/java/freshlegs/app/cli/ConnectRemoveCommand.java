package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Catalogue;
import freshlegs.ingest.relay.RelayWorker;
import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.model.AthleteId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "remove", description = "Forget an athlete's keys and connections; files that came already stay.")
final class ConnectRemoveCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "Whose connections.")
    private String athlete = "";

    @Mixin
    private CommonOptions common = new CommonOptions();

    ConnectRemoveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        AthleteId id = Athletes.parse(athlete);
        Path data = common.settings(shell).get(Catalogue.DATA);
        List<Connection> removed =
                Files.isDirectory(data) ? ConnectionBook.in(data).remove(id, Optional.empty()) : List.of();
        if (removed.isEmpty()) {
            throw Problem.failed(id + " is not connected to anything: `freshlegs connect list` shows who is.");
        }
        RelayWorker.forget(data, id);
        removed.forEach(old -> shell.out()
                .println(id + " is no longer connected to " + old.service().key() + "."));
        return 0;
    }
}
