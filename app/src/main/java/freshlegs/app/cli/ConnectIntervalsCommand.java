package freshlegs.app.cli;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.ingest.relay.IntervalsServer;
import freshlegs.ingest.relay.Politeness;
import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.ingest.remote.Secret;
import freshlegs.model.AthleteId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "intervals",
        description =
                "Fetch an athlete's activities from intervals.icu by their personal API key, which is asked for or read"
                        + " from standard input, from --key-file or from FRESHLEGS_INTERVALS_KEY.")
final class ConnectIntervalsCommand implements Callable<Integer> {
    private static final int DAYS_BACK = 90;
    private static final LocalDate EVERYTHING = LocalDate.of(2000, 1, 1);

    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "Whose activities they are.")
    private String athlete = "";

    @Option(names = "--key-file", paramLabel = "FILE", description = "A file that holds the key and nothing else.")
    private Optional<String> keyFile = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "The first day to fetch, or all (default: 90 days back).")
    private Optional<String> since = Optional.empty();

    @Option(
            names = "--workouts",
            description =
                    "Also send the coming days' workouts into the athlete's calendar there, from which intervals.icu"
                            + " passes them on to the watch.")
    private boolean workouts;

    @Mixin
    private CommonOptions common = new CommonOptions();

    ConnectIntervalsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        LocalDate first = first();
        Settings settings = common.settings(shell);
        Secret key = new KeySource(shell, System.in).read(keyFile);
        IntervalsServer server = new IntervalsServer(
                settings.get(Catalogue.INTERVALS_URL), settings.limits(), Politeness.standard(0), shell.clock());
        server.check(key).ifPresent(trouble -> {
            throw Problem.failed("Nothing was connected: " + trouble + ".");
        });
        DataFolder folder = new DataFolder(settings.get(Catalogue.DATA));
        folder.prepare();
        Connection connection =
                Connection.intervals(id, key, first, shell.clock().instant());
        ConnectionBook.in(folder.root()).put(workouts ? connection.withWorkouts() : connection);
        shell.out()
                .println(id + " is connected to intervals.icu, back to " + first
                        + (workouts ? ", and workouts are sent there." : "."));
        shell.say("Files come while `freshlegs run` is running; `freshlegs connect list` says how it stands.");
        return 0;
    }

    private LocalDate first() {
        if (since.equals(Optional.of("all"))) {
            return EVERYTHING;
        }
        return Dates.parse("--since", since)
                .orElseGet(() -> LocalDate.now(shell.clock()).minusDays(DAYS_BACK));
    }
}
