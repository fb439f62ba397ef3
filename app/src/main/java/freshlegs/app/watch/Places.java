package freshlegs.app.watch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where watches may be mounted: folders whose sub folders are mounts, the desktop's folder of MTP mounts, and the system's table
 * of mounts, in which {@code jmtpfs} has its lines.
 */
public record Places(List<Path> mounts, List<Path> parents, List<Path> gvfs, List<Path> tables) {
    private static final String GVFS_MTP = "mtp:host=";
    private static final String JMTPFS = "fuse.jmtpfs";
    private static final int MOST_MOUNTS = 500;

    /** The usual places of Linux and macOS. */
    public static Places ofThisMachine(Map<String, String> environment) {
        String user = environment.getOrDefault("USER", System.getProperty("user.name", ""));
        List<Path> parents = new ArrayList<>(List.of(Path.of("/media"), Path.of("/mnt"), Path.of("/Volumes")));
        if (!user.isEmpty()) {
            parents.add(Path.of("/media").resolve(user));
            parents.add(Path.of("/run/media").resolve(user));
        }
        Path runtime = runtimeFolder(environment);
        parents.add(Path.of("/run").resolve(MOUNT_FOLDER));
        parents.add(runtime.resolve(MOUNT_FOLDER));
        return new Places(
                List.of(Path.of("/mnt")),
                parents,
                List.of(runtime.resolve("gvfs")),
                List.of(Path.of("/proc/self/mounts")));
    }

    /** These mounts and no others. */
    public static Places only(List<Path> mounts) {
        return new Places(mounts, List.of(), List.of(), List.of());
    }

    /** The folder, below the system's or the user's runtime folder, in which the installed services mount watches. */
    static final String MOUNT_FOLDER = "freshlegs-watch";

    /** Every watch that is plugged in, each once, in the order of their paths. */
    public List<PluggedWatch> watches() {
        Set<Path> seen = new LinkedHashSet<>();
        List<PluggedWatch> found = new ArrayList<>();
        for (Path mount : all()) {
            for (PluggedWatch watch : WatchFinder.below(mount)) {
                if (seen.add(real(watch.folder()))) {
                    found.add(watch);
                }
            }
        }
        return found;
    }

    private Set<Path> all() {
        Set<Path> all = new LinkedHashSet<>(mounts);
        parents.forEach(parent -> all.addAll(foldersIn(parent, "")));
        all.removeAll(parents.stream().filter(each -> !mounts.contains(each)).toList());
        gvfs.forEach(parent -> all.addAll(foldersIn(parent, GVFS_MTP)));
        tables.forEach(table -> all.addAll(inTable(table)));
        return all;
    }

    private static List<Path> foldersIn(Path parent, String start) {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
            for (Path entry : entries) {
                if (folders.size() < MOST_MOUNTS
                        && String.valueOf(entry.getFileName()).startsWith(start)
                        && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    folders.add(entry);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // Not there, or not ours to look into: then no watch of ours is mounted there.
        }
        folders.sort(Comparator.naturalOrder());
        return folders;
    }

    private static List<Path> inTable(Path table) {
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> line.split(" ", -1))
                    .filter(words -> words.length > 2 && words[2].equals(JMTPFS))
                    .map(words -> Path.of(unescaped(words[1])))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The table writes a space as {@code \040}. */
    private static String unescaped(String text) {
        return text.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }

    private static Path runtimeFolder(Map<String, String> environment) {
        String given = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        try {
            return Path.of("/run/user", String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid")));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Path.of("/run/user/nobody");
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
