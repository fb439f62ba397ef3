package freshlegs.app.watch;

import freshlegs.app.problem.Problem;
import freshlegs.app.watch.Installation.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Writes and removes the files of an installation. What only root may write is left in {@code waiting}, with the command that
 * puts it in its place. Nothing is switched on or off: the commands for that are told.
 */
public final class Installer {
    private final Path root;
    private final Path waiting;

    /** {@code root} is where the system's folders begin. */
    public Installer(Path root, Path waiting) {
        this.root = root;
        this.waiting = waiting;
    }

    /** What was done, and what is to be said to the system, by whom it may concern. */
    public record Done(List<String> done, List<String> commands) {}

    public Done install(Installation installation) {
        List<String> done = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        for (Written file : installation.files()) {
            Path path = place(file);
            if (file.needsRoot() && !mayWrite(path)) {
                path = waiting.resolve(Objects.requireNonNull(path.getFileName()));
                commands.add("sudo install -m 644 " + Quoted.forShell(path.toString()) + " " + file.path());
            }
            write(path, file.content());
            done.add("Written: " + path);
        }
        commands.addAll(installation.enable());
        return new Done(done, commands);
    }

    public Done uninstall(Installation installation) {
        List<String> done = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        for (Written file : installation.files()) {
            Path path = place(file);
            if (!Files.exists(path)) {
                continue;
            }
            if (file.needsRoot() && !mayWrite(path)) {
                commands.add("sudo rm " + file.path());
            } else {
                remove(path);
                done.add("Removed: " + path);
            }
        }
        commands.addAll(installation.disable());
        return new Done(done, commands);
    }

    private Path place(Written file) {
        return root.resolve(Path.of("/").relativize(file.path()));
    }

    private static boolean mayWrite(Path path) {
        return Files.isWritable(Objects.requireNonNull(path.getParent()));
    }

    private static void write(Path path, String content) {
        try {
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, content);
        } catch (IOException e) {
            throw Problem.failed(
                    path + " cannot be written: make it writable, or see with --print what belongs there.", e);
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
