package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.problem.Problem.Exit;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.ingest.FactPublisher;
import freshlegs.ingest.Spool;
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
                "Take in watch files and whole folders, wait until every file has come to its end, and say to which.")
final class ImportCommand implements Callable<Integer> {
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private final Shell shell;

    @Option(
            names = "--athlete",
            required = true,
            paramLabel = "ID",
            description = "Whose files they are; created if new.")
    private String athlete = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
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
        Walk walk = Walk.over(paths);
        walk.remarks().forEach(shell::say);
        List<FileReport> reports = new ArrayList<>();
        walk.unreadable()
                .forEach(path -> reports.add(FileReport.failed(path.path().toString(), path.reason())));
        if (!walk.files().isEmpty()) {
            reports.addAll(takeIn(id, walk.files(), settings));
        }
        reports.sort(Comparator.comparing(FileReport::path));
        return print(reports);
    }

    private List<FileReport> takeIn(AthleteId id, List<Path> files, Settings settings)
            throws SQLException, InterruptedException {
        try (Access access = Access.forWriting(settings, "import", shell.clock())) {
            createIfNew(id, access);
            Intake intake = new Intake(
                    shell, Spool.at(settings.get(Catalogue.DATA), settings.limits(), shell.clock()), Path.of(""));
            intake.handOver(files.stream().map(file -> new Handover(id, file)).toList());
            List<FileReport> reports = intake.await(access);
            if (!Settling.await(access, SETTLING)) {
                shell.say("Not everything has reached the tables yet; it goes on when the pipeline runs.");
            }
            return reports;
        }
    }

    private void createIfNew(AthleteId id, Access access) throws SQLException {
        if (Athletes.isKnown(id, access.database())) {
            return;
        }
        try (FactPublisher publisher = FactPublisher.to(access.kafka())) {
            publisher.publish(List.of(Facts.newcomer(id, shell.clock().instant())));
        }
        shell.say("Athlete " + id + " is new.");
    }

    private int print(List<FileReport> reports) {
        Summary summary = Summary.of(reports);
        if (json) {
            JsonOutput.print(shell.out(), document(reports, summary));
        } else {
            reports.forEach(report -> shell.out().println(report.line()));
            shell.out().println(summary);
        }
        return (summary.failed() > 0 ? Exit.FAILED : Exit.DONE).code();
    }

    private static ObjectNode document(List<FileReport> reports, Summary summary) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode files = document.putArray("files");
        reports.forEach(report -> files.add(report.toJson()));
        document.set("summary", summary.toJson());
        return document;
    }
}
