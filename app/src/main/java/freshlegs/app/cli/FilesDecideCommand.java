package freshlegs.app.cli;

import freshlegs.app.output.Table;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.ingest.FactPublisher;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.FileDecision.Verdict;
import freshlegs.model.json.Revision;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code files keep}, {@code files split} and {@code files undo}: a decision about files, and what holds then. */
@Command
final class FilesDecideCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int MOST_SHOWN = 20;

    /** What can be decided. */
    enum Verb {
        KEEP("Analyse this copy of a run, whichever is the richest."),
        SPLIT("Say that these are runs of their own, nobody's copies."),
        UNDO(
                "Take back what is decided about a file; where nothing is, take back the file, or all that an archive held.");

        private final String purpose;

        Verb(String purpose) {
            this.purpose = purpose;
        }

        String purpose() {
            return purpose;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Shell shell;
    private final Verb verb;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The file's id, the beginning of it, or its path.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    FilesDecideCommand(Shell shell, Verb verb) {
        this.shell = shell;
        this.verb = verb;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        AthleteId id = Athletes.parse(athlete);
        try (Access access = Access.forWriting(common.settings(shell), "files " + verb.word(), shell.clock())) {
            Athletes.checkKnown(id, access.database());
            List<FileDecision> decisions = decisions(id, new NamedFiles(id, access.database()));
            try (FactPublisher publisher = FactPublisher.to(access.kafka())) {
                publisher.publish(decisions);
            }
            if (!Settling.await(access, LIMIT)) {
                throw Problem.failed("It is decided, but the tables have not followed within " + LIMIT.toMinutes()
                        + " minutes: `freshlegs files --athlete " + id + "` will show it.");
            }
            Table table = new FileRows(id, access.database())
                    .around(decisions.stream().map(FileDecision::factId).toList());
            Table some = table.first(MOST_SHOWN);
            form.print(shell, table, () -> FileRows.forPeople(some), "Nothing is left of it.");
            if (table.rows().size() > MOST_SHOWN) {
                shell.say("... and " + (table.rows().size() - MOST_SHOWN) + " more rows: `freshlegs files --athlete "
                        + id + "` lists all.");
            }
        }
        return 0;
    }

    /** All are found before any is decided. */
    private List<FileDecision> decisions(AthleteId id, NamedFiles named) throws SQLException {
        List<FileDecision> decisions = new ArrayList<>();
        for (String file : files) {
            NamedFiles.Named found = named.find(file);
            decisions.add(decision(id, found.id(), verdict(id, found, named)));
        }
        return decisions;
    }

    private Verdict verdict(AthleteId id, NamedFiles.Named file, NamedFiles named) throws SQLException {
        if (verb != Verb.UNDO && !file.isRun() && file.decision() != Verdict.UNDO) {
            throw Problem.failed(file.path() + " holds no activity itself, so there is nothing to " + verb.word()
                    + ": name the file of a run.");
        }
        if (verb == Verb.KEEP) {
            return Verdict.KEEP;
        }
        if (verb == Verb.SPLIT) {
            return Verdict.SPLIT;
        }
        boolean takenBack = file.decision() == Verdict.UNDO;
        if (takenBack
                && file.archive().isPresent()
                && named.find(file.archive().get()).decision() == Verdict.UNDO) {
            throw Problem.failed(file.path() + " was taken back with its archive: bring all of that back with"
                    + " `freshlegs files undo --athlete " + id + " "
                    + file.archive().get()
                    + "`, or this file alone with `freshlegs files keep`.");
        }
        return file.decision() == Verdict.NONE ? Verdict.UNDO : Verdict.NONE;
    }

    private FileDecision decision(AthleteId id, String target, Verdict verdict) {
        Instant now = shell.clock().instant();
        FileDecision draft = new FileDecision(id, target, "", Instant.EPOCH, now, verdict);
        return new FileDecision(id, target, Revision.of(draft), now, now, verdict);
    }
}
