package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
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
    private final Shell shell;

    @Option(names = "--seed", paramLabel = "N", description = "Chooses one of many squads (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--athletes", paramLabel = "N", description = "How many athletes (default: ${DEFAULT-VALUE}).")
    private int athletes = 6;

    @Option(names = "--days", paramLabel = "N", description = "How many days (default: ${DEFAULT-VALUE}).")
    private int days = 98;

    @Option(names = "--last-day", paramLabel = "DATE", description = "The last day (default: today in UTC).")
    private Optional<String> lastDay = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write to.")
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
        List<Label> labels = write(last);
        labels.forEach(label -> shell.out().println(label.athlete() + " " + label.story()));
        return 0;
    }

    private List<Label> write(LocalDate last) {
        try {
            return Simulator.write(new Simulation(seed, athletes, days, last), out);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("The number of " + e.getMessage() + ".");
        } catch (IOException e) {
            throw Problem.failed(
                    "The files could not be written to " + out + " (" + e.getMessage()
                            + "): choose another folder with --out.",
                    e);
        }
    }
}
