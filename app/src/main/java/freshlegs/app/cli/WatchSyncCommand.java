package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.problem.Problem.Exit;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.app.watch.Destination;
import freshlegs.app.watch.Places;
import freshlegs.app.watch.PluggedWatch;
import freshlegs.app.watch.ServerDestination.Pause;
import freshlegs.app.watch.WatchReader;
import freshlegs.app.watch.WatchReport;
import freshlegs.app.watch.WatchSync;
import freshlegs.app.watch.WatchSync.Seen;
import freshlegs.app.watch.WatchWriter;
import freshlegs.app.watch.Watches;
import freshlegs.app.watch.WorkoutSync;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "watch-sync",
        description =
                "Hand over the new files of plugged-in watches, to the inbox or to a server; a watch is only read, unless"
                        + " --workouts is said.")
final class WatchSyncCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int LOOKS_BETWEEN_TRIES = 12;

    private final Shell shell;
    private final Question question;
    private final Pause pause;

    @Option(
            names = "--mount",
            paramLabel = "DIR",
            description = "Where a watch is mounted; may be repeated (default: the system's usual places).")
    private List<Path> mounts = List.of();

    @Option(names = "--athlete", paramLabel = "ID", description = "Whose a watch is that is seen for the first time.")
    private Optional<String> athlete = Optional.empty();

    @Option(names = "--yes", description = "Confirm that without being asked; needs --athlete.")
    private boolean yes;

    @Mixin
    private WatchTarget target = new WatchTarget();

    @Option(
            names = "--workouts",
            description =
                    "Also write the coming days' workouts into GARMIN/NewFiles of the watch, and take back those of"
                            + " ours that the plan has changed since.")
    private boolean workouts;

    @Option(names = "--once", description = "Look once and end; this is what happens unless told otherwise.")
    private boolean once;

    @Option(names = "--watch", description = "Keep looking for watches until Ctrl-C.")
    private boolean watch;

    @Option(names = "--dry-run", description = "Say what would be handed over, and do nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    WatchSyncCommand(Shell shell, Question question, Pause pause) {
        this.shell = shell;
        this.question = question;
        this.pause = pause;
    }

    /** With its own commands below it. */
    static CommandLine line(Shell shell) {
        return line(shell, Question.ofTerminal(shell), Pause.REAL, Path.of("/"));
    }

    /** {@code root} is where the system's folders begin, for {@code install}. */
    static CommandLine line(Shell shell, Question question, Pause pause, Path root) {
        return new CommandLine(new WatchSyncCommand(shell, question, pause))
                .addSubcommand(new WatchForgetCommand(shell))
                .addSubcommand(new WatchInstallCommand(shell, root));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (once && watch) {
            throw Problem.wrongUse("Say either --once or --watch.");
        }
        if (yes && athlete.isEmpty()) {
            throw Problem.wrongUse("--yes confirms whose a watch is: say --athlete ID with it.");
        }
        Optional<AthleteId> given = athlete.map(Athletes::parse);
        Settings settings = common.settings(shell);
        Path data = settings.get(Catalogue.DATA);
        Destination destination = target.destination(shell, data, pause);
        Places places = mounts.isEmpty() ? Places.ofThisMachine(shell.environment()) : Places.only(mounts);
        WatchOwner owner = new WatchOwner(shell, question, given, yes);
        return watch
                ? keepLooking(places, settings, destination, owner)
                : look(places.watches(), settings, destination, owner);
    }

    private int look(List<PluggedWatch> plugged, Settings settings, Destination destination, WatchOwner owner)
            throws InterruptedException {
        if (plugged.isEmpty()) {
            shell.say(
                    mounts.isEmpty()
                            ? "No watch is plugged in, or it is not mounted: name the folder where it is with --mount DIR."
                            : "There is no watch below " + mounts + ": name the folder that holds its folder GARMIN, or"
                                    + " for a Wahoo its folder exports.");
        }
        List<WatchReport> reports = handOver(plugged, settings, destination, owner);
        new WatchSyncOutput(shell, dryRun).print(reports, json);
        boolean done = reports.stream().allMatch(WatchReport::isComplete) && (mounts.isEmpty() || !plugged.isEmpty());
        return (done ? Exit.DONE : Exit.FAILED).code();
    }

    /** A watch that is done is left in peace until it was away; one with something left gets another turn now and then. */
    private int keepLooking(Places places, Settings settings, Destination destination, WatchOwner owner)
            throws InterruptedException {
        Map<Path, Integer> resting = new HashMap<>();
        shell.say("Waiting for watches. Ctrl-C ends.");
        try {
            while (true) {
                List<PluggedWatch> plugged = places.watches();
                resting.keySet()
                        .retainAll(plugged.stream().map(PluggedWatch::storage).toList());
                resting.replaceAll((mount, looks) -> looks - 1);
                List<PluggedWatch> due = plugged.stream()
                        .filter(each -> resting.getOrDefault(each.storage(), 0) <= 0)
                        .toList();
                List<WatchReport> reports = handOver(due, settings, destination, owner);
                if (!reports.isEmpty()) {
                    new WatchSyncOutput(shell, dryRun).print(reports, json);
                }
                reports.forEach(report -> resting.put(report.mount(), looksToRest(report)));
                pause.of(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            shell.say("Stopped.");
            return Exit.DONE.code();
        }
    }

    private static int looksToRest(WatchReport report) {
        boolean settled = report.isComplete() || report.athlete().isEmpty();
        return settled ? Integer.MAX_VALUE : LOOKS_BETWEEN_TRIES;
    }

    private List<WatchReport> handOver(
            List<PluggedWatch> plugged, Settings settings, Destination destination, WatchOwner owner)
            throws InterruptedException {
        if (plugged.isEmpty()) {
            return List.of();
        }
        Path data = settings.get(Catalogue.DATA);
        List<WatchReport> reports = new ArrayList<>();
        try (Watches watches = dryRun ? Watches.read(data) : Watches.hold(data)) {
            List<Seen> seen = new ArrayList<>();
            plugged.forEach(each -> see(each, seen, reports));
            WatchSync sync = new WatchSync(watches, destination, WatchReader.PLAIN, settings.limits());
            long newcomers = seen.stream()
                    .filter(each -> watches.ownerOf(each.identity()).isEmpty())
                    .count();
            WorkoutSync sessions =
                    new WorkoutSync(watches, target.workouts(shell, settings), WatchReader.PLAIN, WatchWriter.PLAIN);
            for (Seen each : seen) {
                WatchReport report = dryRun ? sync.preview(each) : handOver(each, sync, watches, owner, newcomers);
                reports.add(mayHaveWorkouts(report) ? withWorkouts(report, each, sessions) : report);
            }
        }
        return reports;
    }

    private WatchReport handOver(Seen seen, WatchSync sync, Watches watches, WatchOwner owner, long newcomers)
            throws InterruptedException {
        Optional<String> problem = owner.settle(seen.identity(), watches, newcomers);
        if (problem.isPresent()) {
            return WatchReport.without(seen.watch().storage(), seen.identity(), problem.get());
        }
        WatchProgress progress = new WatchProgress(shell, seen.identity().model());
        WatchReport report = sync.run(seen, progress);
        progress.end();
        return report;
    }

    /** Whatever keeps the files from going, such as a token of somebody else's, keeps workouts from coming. */
    private boolean mayHaveWorkouts(WatchReport report) {
        return workouts && report.athlete().isPresent() && report.problem().isEmpty();
    }

    private WatchReport withWorkouts(WatchReport report, Seen seen, WorkoutSync sessions) {
        return report.with(dryRun ? sessions.preview(seen) : sessions.run(seen));
    }

    private static void see(PluggedWatch watch, List<Seen> seen, List<WatchReport> reports) {
        try {
            seen.add(WatchSync.see(watch, WatchReader.PLAIN));
        } catch (IOException e) {
            reports.add(WatchReport.unreadable(watch));
        }
    }
}
