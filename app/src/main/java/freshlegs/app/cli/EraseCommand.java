package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.coach.access.Leavings;
import freshlegs.coach.access.Leavings.Progress;
import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "erase",
        description = {
            "Erase everything about an athlete: files, records, what was worked out from them, tables, messages and account.",
            "It cannot be undone. It may be ended at any moment and run again; where a service is at work it goes on there."
        })
final class EraseCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration UNTIL_BEGUN = Duration.ofMinutes(1);

    private final Shell shell;
    private final Question question;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--json", description = "Print when everything was erased, what waits where and how long, as JSON.")
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    EraseCommand(Shell shell) {
        this.shell = shell;
        this.question = Question.ofTerminal(shell);
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        Settings settings = common.settings(shell);
        try (Access access = Access.forErasing(settings, "erase", shell.clock());
                Database database = Database.at(access.database())) {
            Leavings leavings = new Leavings(database, shell.clock());
            Optional<Progress> before = leavings.of(id);
            boolean isUnderWay = before.filter(EraseCommand::isUnderWay).isPresent();
            boolean isKnown = hasFolder(settings, id) || Athletes.isKnown(id, access.database());
            if (!isKnown && !isUnderWay && before.isEmpty()) {
                Athletes.checkKnown(id, access.database());
            }
            if (isKnown && !isUnderWay) {
                confirm(id);
                leavings.ask(id);
            }
            EraseReport report = new EraseReport(id, await(leavings, id));
            if (json) {
                JsonOutput.print(shell.out(), report.json());
            } else {
                shell.out().print(report.text());
                shell.out().flush();
            }
            return 0;
        }
    }

    private static boolean isUnderWay(Progress progress) {
        return progress.finishedAt().isEmpty();
    }

    /** Somebody of whom nothing but files is there is no row yet. */
    private static boolean hasFolder(Settings settings, AthleteId id) {
        Path data = settings.get(Catalogue.DATA);
        return Files.exists(data.resolve("inbox").resolve(id.value()))
                || Files.exists(data.resolve("set-aside").resolve(id.value()));
    }

    private void confirm(AthleteId id) {
        if (yes) {
            return;
        }
        String answer = question.ask("Everything about " + id + " will be gone for good. To go on, type " + id + ":")
                .orElseThrow(() -> Problem.wrongUse("Nobody is there to be asked: say --yes to erase everything about "
                        + id + ", which cannot be undone."));
        if (!answer.equals(id.value())) {
            throw Problem.failed("Nothing was erased: the answer was not " + id + ".");
        }
    }

    private Progress await(Leavings leavings, AthleteId id) throws InterruptedException {
        long begun = System.nanoTime();
        String said = "";
        while (true) {
            Progress now = leavings.of(id).orElseThrow();
            if (now.finishedAt().isPresent()) {
                return now;
            }
            String saying = EraseReport.step(now);
            if (!saying.equals(said)) {
                shell.say(saying);
                said = saying;
            }
            boolean isBegun =
                    now.step() != Leavings.Step.CLOSING || now.trouble().isPresent();
            if (!isBegun && System.nanoTime() - begun > UNTIL_BEGUN.toNanos()) {
                throw Problem.failed(
                        "It is noted that everything about " + id + " is to be erased, but nobody has begun:"
                                + " it is done where the files are, by `freshlegs run`, or by `freshlegs ingest` when"
                                + " FRESHLEGS_POSTGRES_URL is set there. Start it; this command then shows how far it is.");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
    }
}
