package freshlegs.app.cli;

import freshlegs.app.embedded.Folders;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.AtOnce;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Setting;
import freshlegs.app.setting.Settings;
import freshlegs.app.simulate.Label;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description =
                "Simulate a small squad, run its files through the real pipeline, show who needs attention and why,"
                        + " and serve the coach's pages until Ctrl-C.")
final class DemoCommand implements Callable<Integer> {
    private static final Map<Setting<?>, String> STANDARDS = Map.of(
            Catalogue.CONSOLE_PORT,
            "0",
            Catalogue.INTAKE_PORT,
            "0",
            Catalogue.METRICS_PORT,
            "0",
            Catalogue.SETTLE,
            "2s");

    private final Shell shell;

    @Option(names = "--exit", description = "End after printing.")
    private boolean exit;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    DemoCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        Map<Setting<?>, String> given = service.given(common);
        if (given.containsKey(Catalogue.DATA)) {
            return demonstrate(Settings.of(given, STANDARDS, shell.environment()));
        }
        Path fresh = freshFolder();
        given.put(Catalogue.DATA, fresh.toString());
        given.put(Catalogue.ORIGINALS, "folder");
        try {
            return demonstrate(Settings.of(given, STANDARDS, shell.environment()));
        } finally {
            remove(fresh);
        }
    }

    private void remove(Path fresh) {
        try {
            Folders.deleteAll(fresh);
        } catch (UncheckedIOException e) {
            shell.say("The folder " + fresh + " could not be removed: remove it yourself.");
        }
    }

    private int demonstrate(Settings settings) throws SQLException, InterruptedException {
        Path simulated = settings.get(Catalogue.DATA).resolve("simulated");
        shell.say("Starting Kafka and PostgreSQL, and simulating a squad, in " + settings.get(Catalogue.DATA) + " ...");
        try (AtOnce atOnce = new AtOnce()) {
            AtOnce.Pending<List<Label>> squad = atOnce.begin(() -> simulate(simulated));
            try (Access access = Access.serve(settings, "demo", shell.clock())) {
                access.metrics().ifPresent(address -> shell.say("Metrics and health: " + address));
                List<Label> labels = squad.await();
                List<FileReport> files = new SquadIntake(shell, access, settings).takeIn(labels, simulated);
                print(SquadReport.read(access, labels, files));
                if (!exit) {
                    shell.say("The coach's pages stay up until Ctrl-C.");
                    stayUp();
                }
            }
        }
        return 0;
    }

    private void stayUp() {
        try {
            shell.awaitStop();
        } catch (InterruptedException e) {
            shell.say("Stopping.");
        }
    }

    private void print(SquadReport report) {
        if (json) {
            JsonOutput.print(shell.out(), report.toJson());
        } else {
            shell.out().print(report.forPeople());
        }
        shell.out().flush();
    }

    private List<Label> simulate(Path out) throws IOException {
        LocalDate today = LocalDate.ofInstant(shell.clock().instant(), ZoneOffset.UTC);
        return Simulator.write(Simulation.demo(today), out);
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory("freshlegs-demo-");
        } catch (IOException e) {
            throw Problem.failed(
                    "No folder could be made in " + System.getProperty("java.io.tmpdir") + ": name one with --data.",
                    e);
        }
    }
}
