package freshlegs.app.cli;

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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        description =
                "Write a squad's watch files, check-ins and the truth about them; the same seed and last day give the same bytes.")
final class SimulateCommand implements Callable<Integer> {
    private static final int MOST_FILES = 100_000;

    private final Shell shell;

    @Option(names = "--seed", paramLabel = "N", description = "Chooses one of many squads (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--athletes", paramLabel = "N", description = "How many athletes (default: ${DEFAULT-VALUE}).")
    private int athletes = 6;

    @Option(names = "--days", paramLabel = "N", description = "How many days (default: ${DEFAULT-VALUE}).")
    private int days = 98;

    @Option(names = "--last-day", paramLabel = "DATE", description = "The last day (default: today in UTC).")
    private Optional<String> lastDay = Optional.empty();

    @Option(
            names = "--history",
            paramLabel = "N",
            description = "Instead of a squad: one account export of so many watch files, a zip of zips.")
    private Optional<Integer> history = Optional.empty();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder to write to; with --history, the file.")
    private Path out = Path.of("");

    @Mixin
    @SuppressWarnings("UnusedVariable") // read by the parser alone
    private CommonOptions common = new CommonOptions();

    SimulateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        LocalDate last = Dates.parse("--last-day", lastDay)
                .orElseGet(() -> LocalDate.ofInstant(shell.clock().instant(), ZoneOffset.UTC));
        if (history.isPresent()) {
            return writeHistory(history.get(), last);
        }
        List<Label> labels = write(last);
        labels.forEach(label -> shell.out().println(label.athlete() + " " + label.story()));
        return 0;
    }

    private int writeHistory(int files, LocalDate last) {
        if (files < 1 || files > MOST_FILES) {
            throw Problem.wrongUse("--history must be a number from 1 to " + MOST_FILES + ".");
        }
        try {
            HistoryArchive.write(seed, files, last, out);
        } catch (IOException e) {
            throw unwritable(e);
        }
        shell.out().println(files + " synthetic watch files in " + out);
        return 0;
    }

    private List<Label> write(LocalDate last) {
        try {
            return Simulator.write(new Simulation(seed, athletes, days, last), out);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("The number of " + e.getMessage() + ".");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Problem unwritable(IOException e) {
        return Problem.failed(
                "The files could not be written to " + out + " (" + e.getMessage()
                        + "): choose another folder with --out.",
                e);
    }
}
