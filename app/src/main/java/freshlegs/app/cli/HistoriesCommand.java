package freshlegs.app.cli;

import freshlegs.app.files.FileFacts;
import freshlegs.app.files.FileHistory;
import freshlegs.app.files.HistoriesReport;
import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Catalogue;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "histories",
        description = "Fold people's own watch files in memory and show what the alerts make of them; nothing is kept.")
final class HistoriesCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
            arity = "1..*",
            paramLabel = "[NAME=]DIR",
            description = "A folder of one person's watch files; several folders of one name are one person's.")
    private List<String> folders = List.of();

    @Mixin
    private CommonOptions common = new CommonOptions();

    HistoriesCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Map<String, List<Path>> people = new LinkedHashMap<>();
        folders.forEach(folder -> add(folder, people));
        ZoneId zone = common.settings(shell).get(Catalogue.ZONE);
        Instant now = shell.clock().instant();
        List<FileHistory> histories = people.entrySet().parallelStream()
                .map(person -> history(person.getKey(), person.getValue(), zone, now))
                .toList();
        shell.out().print(new HistoriesReport(histories).text());
        return 0;
    }

    private static void add(String given, Map<String, List<Path>> people) {
        int equals = given.indexOf('=');
        Path folder = path(given.substring(equals + 1));
        if (!Files.isDirectory(folder)) {
            throw Problem.wrongUse(folder + " is no folder.");
        }
        String name = equals > 0 ? given.substring(0, equals) : String.valueOf(folder.getFileName());
        people.computeIfAbsent(name, one -> new ArrayList<>()).add(folder);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw Problem.wrongUse(text + " is no folder.");
        }
    }

    private static FileHistory history(String name, List<Path> folders, ZoneId zone, Instant now) {
        try {
            return FileHistory.of(name, folders, new FileFacts(AthleteId.of("a"), zone, now));
        } catch (IOException | UncheckedIOException e) {
            throw Problem.failed("The files in " + folders + " could not be read (" + e.getMessage() + ").", e);
        }
    }
}
