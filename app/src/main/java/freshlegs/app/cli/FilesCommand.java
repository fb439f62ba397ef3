package freshlegs.app.cli;

import freshlegs.app.output.Table;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.result.FileOutcome.Outcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "files",
        description = "Show every file that came: what became of it, which run it is a copy of, and why.")
final class FilesCommand implements Callable<Integer> {
    private static final List<String> OUTCOMES =
            Stream.of(Outcome.values()).map(Outcome::key).toList();

    private final Shell shell;

    @Option(names = "--athlete", paramLabel = "ID", description = "The athlete.")
    private Optional<String> athlete = Optional.empty();

    @Option(names = "--archive", paramLabel = "FILE", description = "Only this archive and what lay in it.")
    private Optional<String> archive = Optional.empty();

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            description = "Only files that came to this: imported, duplicate, set-aside or failed.")
    private Optional<String> outcome = Optional.empty();

    @Option(names = "--group", paramLabel = "GROUP", description = "Only the copies of this run.")
    private Optional<String> group = Optional.empty();

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    FilesCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        AthleteId id = Athletes.parse(athlete.orElseThrow(() ->
                Problem.wrongUse("Say whose files: freshlegs files --athlete ID, or keep, split or undo before it.")));
        List<String> wanted = outcome.stream().map(FilesCommand::outcome).toList();
        try (Access access = Access.forReading(common.settings(shell), "files")) {
            DatabaseAddress database = access.database();
            Athletes.checkKnown(id, database);
            NamedFiles named = new NamedFiles(id, database);
            List<String> in =
                    archive.isPresent() ? List.of(named.find(archive.get()).id()) : List.of();
            Table table =
                    new FileRows(id, database).like(in, wanted, group.stream().toList());
            form.print(shell, table, () -> FileRows.forPeople(table), "There are no such files.");
        }
        return 0;
    }

    private static String outcome(String word) {
        if (!OUTCOMES.contains(word)) {
            throw Problem.wrongUse(
                    "--outcome must be one of " + String.join(", ", OUTCOMES) + ", not \"" + word + "\".");
        }
        return word;
    }
}
