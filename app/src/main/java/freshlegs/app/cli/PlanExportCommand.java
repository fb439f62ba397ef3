package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.SqlWorkouts;
import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.ingest.workout.WorkoutFile;
import freshlegs.ingest.workout.WorkoutZip;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Write the coming sessions as FIT workout files, one for each day that is not for rest, into a"
                + " folder or a zip for the watch's folder NewFiles.")
final class PlanExportCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "Whose plan.")
    private String athlete = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER|FILE.zip",
            description = "Where the files go; those of the same names are replaced.")
    private Path out = Path.of("");

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How many days, from today on: 1 to 100 (default: 14; watches take few).")
    private int days = ComingWorkouts.DAYS_AHEAD;

    @Mixin
    private CommonOptions common = new CommonOptions();

    PlanExportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        if (days < 1 || days > WorkoutZip.MOST_FILES) {
            throw Problem.wrongUse("--days must be 1 to " + WorkoutZip.MOST_FILES + ", not " + days + ".");
        }
        try (Access access = Access.forReading(common.settings(shell), "plan export")) {
            Athletes.checkKnown(id, access.database());
            List<WorkoutFile> files = files(id, access);
            if (files.isEmpty()) {
                shell.say("There is nothing to run for " + id + " within " + days + " days: nothing was written.");
            } else {
                write(files);
            }
        }
        return 0;
    }

    private List<WorkoutFile> files(AthleteId id, Access access) throws SQLException {
        ComingWorkouts.Answer answer = new SqlWorkouts(access.database(), shell.clock()).find(id, days);
        if (answer instanceof ComingWorkouts.Unknown unknown) {
            throw Problem.failed("Nothing was written: " + unknown.note() + ".");
        }
        return ((ComingWorkouts.Found) answer).files();
    }

    private void write(List<WorkoutFile> files) {
        boolean isZip = out.toString().toLowerCase(Locale.ROOT).endsWith(".zip") && !Files.isDirectory(out);
        try {
            if (isZip) {
                replace(out, WorkoutZip.pack(files));
            } else {
                Files.createDirectories(out);
                for (WorkoutFile file : files) {
                    replace(out.resolve(file.name()), file.content());
                }
            }
        } catch (IOException e) {
            throw Problem.failed(out + " cannot be written: choose another place, or make room.", e);
        }
        files.forEach(file -> shell.out()
                .println(file.date() + "  " + file.name() + "  " + file.label().name()));
        shell.say(files.size() + " written to " + out + (isZip ? "" : ", to be copied")
                + ": they belong into the folder GARMIN/NewFiles of the watch.");
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(temporary, content);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
