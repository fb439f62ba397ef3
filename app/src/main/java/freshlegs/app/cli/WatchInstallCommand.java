package freshlegs.app.cli;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.watch.Installation;
import freshlegs.app.watch.Installation.Call;
import freshlegs.app.watch.Installation.Written;
import freshlegs.app.watch.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    @Mixin
    private WatchTarget target = new WatchTarget();

    @Mixin
    private CommonOptions common = new CommonOptions();

    WatchInstallCommand(Shell shell) {
        this.shell = shell;
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
            uninstall(installation);
        } else {
            install(installation, data);
        }
        return 0;
    }

    private Installation installation(DataFolder data) {
        List<String> words = new ArrayList<>(
                List.of("watch-sync", "--once", "--data", data.root().toString()));
        words.addAll(target.words());
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

    /** What only root may write is left beside the data, with the command that puts it in its place. */
    private void install(Installation installation, DataFolder data) {
        List<String> commands = new ArrayList<>();
        for (Written file : installation.files()) {
            Path path = file.path();
            if (file.needsRoot() && !mayWrite(path)) {
                data.prepare();
                path = data.root().resolve("install").resolve(Objects.requireNonNull(path.getFileName()));
                commands.add("sudo install -m 644 " + Quoted.forShell(path.toString()) + " " + file.path());
            }
            write(path, file.content());
            shell.out().println("Written: " + path);
        }
        commands.addAll(installation.enable());
        shell.out().println("Nothing is switched on yet. To switch it on:");
        commands.forEach(command -> shell.out().println("  " + command));
    }

    private void uninstall(Installation installation) {
        List<String> commands = new ArrayList<>();
        for (Written file : installation.files()) {
            if (!Files.exists(file.path())) {
                continue;
            }
            if (file.needsRoot() && !mayWrite(file.path())) {
                commands.add("sudo rm " + file.path());
            } else {
                remove(file.path());
                shell.out().println("Removed: " + file.path());
            }
        }
        commands.addAll(installation.disable());
        shell.out().println("To switch it off:");
        commands.forEach(command -> shell.out().println("  " + command));
    }

    private static boolean mayWrite(Path path) {
        Path folder = Objects.requireNonNull(path.getParent());
        return Files.isWritable(folder);
    }

    private static void write(Path path, String content) {
        try {
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, content);
        } catch (IOException e) {
            throw Problem.failed(
                    path + " cannot be written: make it writable, or see what belongs there with --print.", e);
        }
    }

    private static void remove(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw Problem.failed(path + " cannot be removed: make its folder writable.", e);
        }
    }
}
