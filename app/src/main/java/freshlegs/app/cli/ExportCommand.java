package freshlegs.app.cli;

import freshlegs.app.ask.Export;
import freshlegs.app.ask.Form;
import freshlegs.app.ask.Reader;
import freshlegs.app.ask.View;
import freshlegs.app.folder.DataFolder;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.Backing;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.AthleteId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Into a folder: write the views of schema analytics as files, one for each day where they have one.",
            "Into FILE.zip, with --athlete ID: everything that is known of one athlete, to be handed to her.",
            "Run it again to bring a folder up to date, or after it was interrupted. The files hold health data."
        })
final class ExportCommand implements Callable<Integer> {
    private static final Duration LONG_ENOUGH = Duration.ofHours(6);
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Shell shell;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER|FILE.zip",
            description = "Where the views go, or the zip with everything of one athlete.")
    private Path out = Path.of("");

    @Option(names = "--csv", description = "Write CSV.")
    private boolean csv;

    @Option(names = "--parquet", description = "Write Parquet, as is done when nothing is said.")
    private boolean parquet;

    @Option(names = "--view", arity = "1..*", paramLabel = "NAME", description = "Only these views.")
    private List<String> views = List.of();

    @Option(names = "--from", paramLabel = "DATE", description = "The first day of views that have a day.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "The last day of views that have a day.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--athlete",
            paramLabel = "ID",
            description = "Everything of this athlete, or only this athlete's rows of the views.")
    private Optional<String> athlete = Optional.empty();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ExportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        if (isZip()) {
            takeAway();
        } else {
            exportViews();
        }
        return 0;
    }

    private boolean isZip() {
        return out.toString().toLowerCase(Locale.ROOT).endsWith(".zip") && !Files.isDirectory(out);
    }

    private void takeAway() throws SQLException, InterruptedException {
        AthleteId whose = Athletes.parse(athlete.orElseThrow(() -> Problem.wrongUse(
                "A zip holds everything of one athlete: say whose by --athlete ID, or name a folder for the views.")));
        if (csv || parquet || !views.isEmpty() || from.isPresent() || to.isPresent()) {
            throw Problem.wrongUse("A zip holds everything of " + whose + ": leave --csv, --parquet, --view, --from and"
                    + " --to out, or name a folder for the views.");
        }
        Settings settings = common.settings(shell);
        try (OriginalFiles originals = Backing.originals(settings);
                Access access = Access.forReading(settings, "export")) {
            Athletes.checkKnown(whose, access.database());
            Takeaway takeaway = new Takeaway(
                    access.database(), new DataFolder(settings.get(Catalogue.DATA)), originals, shell.clock());
            long bytes = takeaway.write(whose, out);
            if (!takeaway.hasFiles()) {
                shell.say("Original files are not in it: run it on the machine, and with the data folder (--data), that"
                        + " takes the files.");
            }
            shell.out().println("Everything that is known of " + whose + " is in " + out + ", " + bytes + " bytes.");
        }
    }

    private void exportViews() throws SQLException, InterruptedException {
        Export.Wanted wanted = wanted();
        try (Access access = Access.forReading(common.settings(shell), "export")) {
            if (wanted.athlete().isPresent()) {
                Athletes.checkKnown(wanted.athlete().get(), access.database());
            }
            try (Connection connection = Reader.open(access.database(), LONG_ENOUGH)) {
                Said said = new Said();
                Export.run(wanted, connection, said);
                said.end();
            }
        }
        shell.out().println("Exported to " + out + ".");
        wanted.athlete()
                .ifPresent(whose -> shell.say("These are rows of the views alone: for everything that is known of "
                        + whose + " name a zip, such as --out " + whose + ".zip."));
    }

    private Export.Wanted wanted() {
        if (csv && parquet) {
            throw Problem.wrongUse("Give either --csv or --parquet, not both.");
        }
        Optional<LocalDate> first = Dates.parse("--from", from);
        Optional<LocalDate> last = Dates.parse("--to", to);
        if (first.isPresent() && last.filter(first.get()::isAfter).isPresent()) {
            throw Problem.wrongUse("--from must not be after --to.");
        }
        List<View> chosen = views.isEmpty()
                ? Stream.of(View.values()).toList()
                : views.stream().map(View::of).toList();
        Optional<AthleteId> whose = athlete.map(Athletes::parse);
        return new Export.Wanted(out, csv ? Form.CSV : Form.PARQUET, chosen, first, last, whose);
    }

    /** One line a view, and now and then how far a long one is. */
    private final class Said implements Export.Report {
        private Optional<View> current = Optional.empty();
        private String line = "";
        private long lastLine = System.nanoTime();

        @Override
        public void at(View view, int files, long rows) {
            if (current.filter(view::equals).isEmpty()) {
                end();
                current = Optional.of(view);
            }
            line = view.word() + ": " + rows + " rows, " + files + " files";
            if (System.nanoTime() - lastLine > SILENCE.toNanos()) {
                shell.say(line + " so far");
                lastLine = System.nanoTime();
            }
        }

        void end() {
            if (current.isPresent()) {
                shell.say(line);
                lastLine = System.nanoTime();
            }
        }
    }
}
