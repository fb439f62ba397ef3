package freshlegs.app.cli;

import freshlegs.app.follow.Seasons;
import freshlegs.app.problem.Problem;
import freshlegs.app.simulate.HistoryArchive;
import freshlegs.app.simulate.Label;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        description =
                "Write a squad's watch files, check-ins and the truth about them; the same seed and last day give the same bytes. "
                        + "With --csv, the tables of a larger squad, which \"freshlegs evaluate\" reads.")
final class SimulateCommand implements Callable<Integer> {
    private static final int MOST_FILES = 100_000;
    private static final int ATHLETES = 6;
    private static final int DAYS = 98;

    private final Shell shell;

    @Option(names = "--seed", paramLabel = "N", description = "Chooses one of many squads (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--athletes", paramLabel = "N", description = "How many athletes (default: 6).")
    private Optional<Integer> athletes = Optional.empty();

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How many days (default: 98; with --csv 365, and of the sound athletes).")
    private Optional<Integer> days = Optional.empty();

    @Option(names = "--last-day", paramLabel = "DATE", description = "The last day (default: today in UTC).")
    private Optional<String> lastDay = Optional.empty();

    @Option(
            names = "--history",
            paramLabel = "N",
            description = "Instead of a squad: one account export of so many watch files, a zip of zips.")
    private Optional<Integer> history = Optional.empty();

    @Option(
            names = "--seasons",
            description =
                    "Instead of a squad: athletes who follow a plan from its first day to its race and after, one of each"
                            + " fate, and the commands that make their plans.")
    private boolean seasons;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to write to; with --history, the file.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private LabelledSquadOptions labelled = new LabelledSquadOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // read by the parser alone
    private CommonOptions common = new CommonOptions();

    SimulateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (labelled.isAskedFor()) {
            if (seasons || Stream.of(out, athletes, lastDay, history).anyMatch(Optional::isPresent)) {
                throw Problem.wrongUse("--csv goes with --seed, --days, --sound and --overreached alone.");
            }
            return labelled.write(shell, seed, days);
        }
        labelled.checkUnused();
        Path to = out.orElseThrow(() -> Problem.wrongUse(
                "Say where to: --out DIR for watch files, or --csv DIR for a labelled squad's tables."));
        LocalDate last = Dates.parse("--last-day", lastDay)
                .orElseGet(() -> LocalDate.ofInstant(shell.clock().instant(), ZoneOffset.UTC));
        if (seasons) {
            return writeSeasons(last, to);
        }
        if (history.isPresent()) {
            return writeHistory(history.get(), last, to);
        }
        List<Label> labels = write(last, to);
        labels.forEach(label -> shell.out().println(label.athlete() + " " + label.story()));
        return 0;
    }

    private int writeSeasons(LocalDate last, Path to) {
        if (Stream.of(athletes, days, history).anyMatch(Optional::isPresent)) {
            throw Problem.wrongUse("--seasons goes with --out, --seed and --last-day alone.");
        }
        try {
            Seasons.write(seed, last, to).forEach(season -> shell.out()
                    .println(season.fate().athlete() + " from "
                            + season.milestones().plan() + " to the race on "
                            + season.milestones().race()));
        } catch (IOException e) {
            throw unwritable(to, e);
        }
        shell.out().println("The commands that make their plans: " + to.resolve(Seasons.SCRIPT));
        return 0;
    }

    private int writeHistory(int files, LocalDate last, Path to) {
        if (files < 1 || files > MOST_FILES) {
            throw Problem.wrongUse("--history must be a number from 1 to " + MOST_FILES + ".");
        }
        try {
            HistoryArchive.write(seed, files, last, to);
        } catch (IOException e) {
            throw unwritable(to, e);
        }
        shell.out().println(files + " synthetic watch files in " + to);
        return 0;
    }

    private List<Label> write(LocalDate last, Path to) {
        try {
            return Simulator.write(new Simulation(seed, athletes.orElse(ATHLETES), days.orElse(DAYS), last), to);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("The number of " + e.getMessage() + ".");
        } catch (IOException e) {
            throw unwritable(to, e);
        }
    }

    private static Problem unwritable(Path to, IOException e) {
        return Problem.failed(
                "The files could not be written to " + to + " (" + e.getMessage()
                        + "): choose another folder with --out.",
                e);
    }
}
