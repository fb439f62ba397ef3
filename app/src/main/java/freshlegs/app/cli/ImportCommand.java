package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.problem.Problem.Exit;
import freshlegs.app.service.Access;
import freshlegs.app.service.Backing;
import freshlegs.app.service.Newcomer;
import freshlegs.app.setting.Settings;
import freshlegs.ingest.FactPublisher;
import freshlegs.model.AthleteId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Take in watch files, whole folders and unopened archives, wait until every file has come to its end, and say to which.")
final class ImportCommand implements Callable<Integer> {
    private static final Duration SETTLING = Duration.ofMinutes(5);
    private static final int TOLD_OF_AN_ARCHIVE = 20;

    private final Shell shell;

    @Option(
            names = "--athlete",
            required = true,
            paramLabel = "ID",
            description = "Whose files they are; created if new.")
    private String athlete = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, folders and unopened archives.")
    private List<Path> paths = List.of();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ImportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        Settings settings = common.settings(shell);
        Athletes.checkNotGone(id, settings);
        Walk walk = Walk.over(paths);
        walk.remarks().forEach(shell::say);
        List<FileReport> reports = new ArrayList<>();
        walk.unreadable()
                .forEach(path -> reports.add(FileReport.failed(path.path().toString(), path.reason())));
        List<ArchiveReport> archives = new ArrayList<>();
        if (!walk.files().isEmpty()) {
            Intake.Taken taken = takeIn(id, walk.files(), settings);
            reports.addAll(taken.files());
            archives.addAll(taken.archives());
        }
        reports.sort(Comparator.comparing(FileReport::path));
        return print(reports, archives);
    }

    private Intake.Taken takeIn(AthleteId id, List<Path> files, Settings settings)
            throws SQLException, InterruptedException {
        try (Access access = Access.forWriting(settings, "import", shell.clock())) {
            createIfNew(id, access);
            Intake intake = new Intake(shell, Backing.spool(settings, shell.clock()), Path.of(""));
            intake.handOver(files.stream().map(file -> new Handover(id, file)).toList());
            Intake.Taken taken = intake.await(access, json ? Integer.MAX_VALUE : TOLD_OF_AN_ARCHIVE);
            if (!Settling.await(access, SETTLING)) {
                shell.say("Not everything has reached the tables yet; it goes on when the pipeline runs.");
            }
            return taken;
        }
    }

    private void createIfNew(AthleteId id, Access access) throws SQLException {
        if (Athletes.isKnown(id, access.database())) {
            return;
        }
        try (FactPublisher publisher = FactPublisher.to(access.kafka())) {
            publisher.publish(List.of(Newcomer.of(id, shell.clock().instant())));
        }
        shell.say("Athlete " + id + " is new.");
    }

    private int print(List<FileReport> reports, List<ArchiveReport> archives) {
        Summary summary = archives.stream().map(ArchiveReport::counted).reduce(Summary.of(reports), Summary::plus);
        if (json) {
            JsonOutput.print(shell.out(), document(reports, archives, summary));
        } else {
            reports.forEach(report -> shell.out().println(report.line()));
            archives.forEach(archive -> archive.lines().forEach(shell.out()::println));
            shell.out().println(summary);
        }
        return (summary.failed() > 0 ? Exit.FAILED : Exit.DONE).code();
    }

    private static ObjectNode document(List<FileReport> reports, List<ArchiveReport> archives, Summary summary) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode files = document.putArray("files");
        reports.forEach(report -> files.add(report.toJson()));
        if (!archives.isEmpty()) {
            ArrayNode unpacked = document.putArray("archives");
            archives.forEach(archive -> unpacked.add(archive.toJson()));
        }
        document.set("summary", summary.toJson());
        return document;
    }
}
