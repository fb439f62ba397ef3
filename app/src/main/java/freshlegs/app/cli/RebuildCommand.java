package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.rebuild.RebuildBeside;
import freshlegs.app.rebuild.RebuildBeside.Found;
import freshlegs.app.rebuild.RebuildReport;
import freshlegs.app.service.Access;
import freshlegs.app.service.Rebuilding;
import freshlegs.app.setting.Settings;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rebuild",
        description = {
            "Make everything that follows from the facts anew in memory, beside the running system, and compare it with what"
                    + " stands in topics and tables; then have mended what differs, of whom it differs.",
            "Nobody is told of what comes out as it was. It may be ended at any moment and run again."
        })
final class RebuildCommand implements Callable<Integer> {
    private final Shell shell;
    private final Question question;

    @Option(names = "--athlete", paramLabel = "ID", description = "Only this athlete's.")
    private Optional<String> athlete = Optional.empty();

    @Option(names = "--sessions", description = "Analyse every recording anew as well.")
    private boolean sessions;

    @Option(names = "--compare", description = "Compare only: exit code 0 when all is equal, else 1.")
    private boolean compare;

    @Option(names = "--yes", description = "Mend what differs without asking.")
    private boolean yes;

    @Option(
            names = "--values",
            description = "Show what stands there and what should, which may be about somebody's health.")
    private boolean values;

    @Option(
            names = "--stopped",
            description =
                    "The last resort: forget all state, results and tables, and make them anew while nothing else is at"
                            + " work; when it was interrupted, run it again.")
    private boolean stopped;

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    RebuildCommand(Shell shell) {
        this.shell = shell;
        this.question = Question.ofTerminal(shell);
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        if (stopped) {
            if (athlete.isPresent() || compare || values || !form.forPeople()) {
                throw Problem.wrongUse(
                        "--stopped makes everything of everybody anew: give it alone or with --sessions.");
            }
            return rebuildStopped();
        }
        Settings settings = common.settings(shell);
        Optional<AthleteId> only = athlete.map(Athletes::parse);
        RebuildProgress progress = new RebuildProgress(shell);
        try (Access access = Access.forRebuilding(settings, "rebuild", shell.clock())) {
            RebuildBeside beside = RebuildBeside.of(access, settings, sessions, shell.clock(), progress);
            if (!beside.isAnybodyAtWork()) {
                throw Problem.failed("No streams are at work: start `freshlegs streams`, or rebuild with --stopped.");
            }
            Found found = beside.compare(only);
            progress.end();
            if (only.isPresent() && found.compared().isNothing()) {
                throw Problem.failed("Nothing is stored of an athlete " + only.get() + ".");
            }
            RebuildReport report = new RebuildReport(found, Optional.empty(), values);
            if (form.forPeople()) {
                shell.out().print(report.text());
                shell.out().println(report.summary());
                shell.out().flush();
            }
            if (report.isByOtherRules()) {
                shell.say("Some of it was told by other thresholds: give FRESHLEGS_RULES as the streams have it.");
            }
            if (!report.isEqual() && !compare && isWanted(found)) {
                beside.takeOver(found);
                report = new RebuildReport(found, Optional.of(beside.compare(only)), values);
                progress.end();
            }
            return tell(report);
        }
    }

    private boolean isWanted(Found found) {
        if (yes) {
            return true;
        }
        int athletes = found.compared().athletes().size();
        Optional<String> answer = question.ask("Have this mended for "
                + (athletes == 1 ? "1 athlete" : athletes + " athletes")
                + "? Alerts that come out differently are told as those of late data are. [y/N]");
        if (answer.isEmpty()) {
            shell.say("Nothing was mended: say --yes to have it done without being asked.");
        }
        return answer.filter(said -> said.toLowerCase(Locale.ROOT).startsWith("y"))
                .isPresent();
    }

    private int tell(RebuildReport report) {
        if (!form.forPeople()) {
            form.print(shell, report.table(), report::json);
        }
        report.found()
                .moving()
                .forEach(name -> shell.say("Results of " + name
                        + " were still changing: compare once more when the streams have caught up."));
        report.left().ifPresent(left -> {
            if (left.compared().isEqual()) {
                shell.say("Everything is mended: topics and tables are what the facts say.");
            } else {
                shell.say(new RebuildReport(left, Optional.empty(), values).text());
                shell.say("Some of it still differs: run it again, and when that does not help, stop everything and run"
                        + " `freshlegs rebuild --stopped`.");
            }
        });
        return report.isEqual() ? 0 : 1;
    }

    private int rebuildStopped() throws SQLException, InterruptedException {
        RebuildProgress progress = new RebuildProgress(shell);
        Rebuilding.Done done = Rebuilding.run(common.settings(shell), sessions, shell.clock(), progress);
        progress.end();
        shell.out()
                .println("Rebuilt. Results that no fact stands behind and that were taken back: " + done.takenBack()
                        + ".");
        shell.out().flush();
        return 0;
    }
}
