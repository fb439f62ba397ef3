package freshlegs.app.doctor;

import freshlegs.app.folder.FolderLock;
import freshlegs.app.folder.Instance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The data folder, who holds it, and the disk that it lies on. */
final class Folder {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final int FREE_INODES = 3;
    private static final List<String> SECRETS =
            List.of("tokens.json", "connections.json", "instance.json", "postgres/password");
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private Folder() {}

    static List<Finding> rights(Site site) throws IOException {
        Path root = site.folder().root();
        if (!Files.exists(root)) {
            return List.of(Finding.ok("The data folder " + root + " is not there yet; the first start makes it."));
        }
        if (!Files.isDirectory(root)) {
            return List.of(Finding.problem(
                    "The data folder " + root + " is a file.", "remove it, or set FRESHLEGS_DATA to another folder"));
        }
        List<Finding> findings = new ArrayList<>();
        if (!Files.isWritable(root) || !Files.isReadable(root)) {
            findings.add(Finding.problem(
                    "The data folder " + root + " cannot be read and written by " + System.getProperty("user.name")
                            + ".",
                    "run as its owner " + Files.getOwner(root) + ", or set FRESHLEGS_DATA to another folder"));
        }
        closed(root, "700", findings);
        for (String secret : SECRETS) {
            if (Files.exists(root.resolve(secret))) {
                closed(root.resolve(secret), "600", findings);
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.ok("The data folder " + root + " is its owner's alone."))
                : findings;
    }

    private static void closed(Path path, String mode, List<Finding> findings) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
        if (!OWNERS.containsAll(rights)) {
            findings.add(Finding.problem(
                    path + " is open to others than its owner (" + PosixFilePermissions.toString(rights) + ").",
                    "run `chmod " + mode + " " + path + "`"));
        }
    }

    static List<Finding> holder(Site site) {
        if (site.isHeld()) {
            return List.of(Finding.ok("The data folder is held by " + FolderLock.holder(site.folder())
                    + (site.announced().isEmpty() ? ", which does not say yet how to reach it." : ".")));
        }
        return List.of(site.announced().map(Folder::left).orElseGet(() -> Finding.ok("Nobody holds the data folder.")));
    }

    private static Finding left(Instance left) {
        return Finding.warning(
                "The process that held the data folder (" + left
                        + ") has ended without a word: it crashed or was killed.",
                "start `freshlegs run` again, which goes on where it stopped; `logs/` in the data folder may say why");
    }

    static List<Finding> disk(Site site) throws IOException, InterruptedException {
        Path there = site.folder().root();
        while (!Files.exists(there)) {
            there = there.getParent() == null ? Path.of("/") : there.getParent();
        }
        List<Finding> findings = new ArrayList<>();
        long free = there.toFile().getUsableSpace() / MEBIBYTE;
        Limits limits = site.limits();
        String sentence = free + " MB are free on the disk of " + there + ".";
        if (free < limits.roomForAProblemMebibytes()) {
            findings.add(
                    Finding.problem(sentence, "free some space, or set FRESHLEGS_DATA to a folder on another disk"));
        } else if (free < limits.roomForAWarningMebibytes()) {
            findings.add(Finding.warning(sentence, "free some space before files are refused"));
        } else {
            findings.add(Finding.ok(sentence));
        }
        OptionalLong inodes = freeInodes(there);
        if (inodes.isPresent() && inodes.getAsLong() < limits.inodesForAProblem()) {
            findings.add(Finding.problem(
                    "Only " + inodes.getAsLong() + " more files fit on the disk of " + there + " (inodes).",
                    "remove files that nobody needs, or set FRESHLEGS_DATA to a folder on another disk"));
        }
        return findings;
    }

    /** As {@code df} says; nothing where there is none, or where the file system does not count them. */
    private static OptionalLong freeInodes(Path there) throws InterruptedException {
        try {
            Process df = new ProcessBuilder("df", "-Pi", there.toString())
                    .redirectErrorStream(true)
                    .start();
            if (!df.waitFor(3, TimeUnit.SECONDS)) {
                df.destroyForcibly();
                return OptionalLong.empty();
            }
            List<String> lines = new String(df.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] words = lines.get(lines.size() - 1).trim().split("\\s+", -1);
            boolean counted = df.exitValue() == 0 && words.length > FREE_INODES && !"0".equals(words[1]);
            return counted ? OptionalLong.of(Long.parseLong(words[FREE_INODES])) : OptionalLong.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
