package freshlegs.app.cli;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.watch.Installation;
import freshlegs.app.watch.Installation.Call;
import freshlegs.app.watch.Installation.Written;
import freshlegs.app.watch.Installer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "install",
        description =
                "Let the system call watch-sync when a watch is plugged in: writes systemd and udev files on Linux, a"
                        + " launchd file on macOS, and says how to switch them on.")
final class WatchInstallCommand implements Callable<Integer> {
    private final Shell shell;
    private final Path root;

    @Option(names = "--print", description = "Show the files and where they go; write nothing.")
    private boolean print;

    @Option(names = "--user", description = "For your own session instead of the whole system (Linux).")
    private boolean ofUser;

    @Option(names = "--uninstall", description = "Remove the files again.")
    private boolean uninstall;

    @Option(
            names = "--launcher",
            paramLabel = "FILE",
            description = "The program to be called (default: the one that runs now).")
    private Optional<Path> launcher = Optional.empty();

    @Option(names = "--workouts", description = "Let it write the coming days' workouts onto the watch, too.")
    private boolean workouts;

    @Mixin
    private WatchTarget target = new WatchTarget();

    @Mixin
    private CommonOptions common = new CommonOptions();

    WatchInstallCommand(Shell shell, Path root) {
        this.shell = shell;
        this.root = root;
    }

    @Override
    public Integer call() {
        if (print && uninstall) {
            throw Problem.wrongUse("Say either --print or --uninstall.");
        }
        DataFolder data = new DataFolder(common.settings(shell).get(Catalogue.DATA));
        Installation installation = installation(data);
        if (print) {
            installation.files().forEach(this::show);
            shell.out().println("# then:");
            installation.enable().forEach(shell.out()::println);
        } else if (uninstall) {
            tell(installer(data).uninstall(installation), "To switch it off:");
        } else {
            data.prepare();
            tell(installer(data).install(installation), "Nothing is switched on yet. To switch it on:");
        }
        return 0;
    }

    private Installer installer(DataFolder data) {
        return new Installer(root, data.root().resolve("install"));
    }

    private Installation installation(DataFolder data) {
        List<String> words = new ArrayList<>(
                List.of("watch-sync", "--once", "--data", data.root().toString()));
        words.addAll(target.words());
        if (workouts) {
            words.add("--workouts");
        }
        Call call = new Call(program(), words);
        Path home = Path.of(System.getProperty("user.home"));
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac")) {
            return Installation.mac(call, home, data.logs().resolve("watch-sync.log"));
        }
        return Installation.linux(call, user(), home, ofUser);
    }

    private Path program() {
        return launcher.or(() -> Optional.ofNullable(System.getProperty("freshlegs.launcher"))
                        .map(Path::of))
                .map(path -> path.toAbsolutePath().normalize())
                .orElseThrow(() -> Problem.wrongUse("Say which program to call with --launcher FILE."));
    }

    /** Under sudo, the person who said it, whose data folder must then be named. */
    private String user() {
        String behind = shell.environment().getOrDefault("SUDO_USER", "");
        if (!behind.isEmpty()
                && common.given().isEmpty()
                && !shell.environment().containsKey("FRESHLEGS_DATA")) {
            throw Problem.wrongUse("Under sudo the data folder would be root's: say whose with --data DIR.");
        }
        String user = behind.isEmpty() ? System.getProperty("user.name", "") : behind;
        if (!user.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*")) {
            throw Problem.failed("The user's name \"" + user + "\" cannot be written into a service file.");
        }
        return user;
    }

    private void show(Written file) {
        shell.out().println("# " + file.path() + (file.needsRoot() ? " (needs root)" : ""));
        shell.out().println(file.content());
    }

    private void tell(Installer.Done done, String intention) {
        done.done().forEach(shell.out()::println);
        shell.out().println(intention);
        done.commands().forEach(command -> shell.out().println("  " + command));
    }
}
