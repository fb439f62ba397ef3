package freshlegs.app.cli;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * What paths on a command line amount to: the files under them in the order of their names, what cannot be read with the
 * reason, and what deserves a remark. Hidden files and folders are left out.
 */
record Walk(List<Path> files, List<Unreadable> unreadable, List<String> remarks) {
    /** A path that cannot be taken in, and why. */
    record Unreadable(Path path, String reason) {}

    static Walk over(List<Path> paths) {
        Walk walk = new Walk(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        paths.forEach(walk::add);
        walk.files.sort(Comparator.naturalOrder());
        return walk;
    }

    private void add(Path path) {
        if (!Files.exists(path)) {
            unreadable.add(new Unreadable(path, "There is no such file or folder."));
            return;
        }
        try {
            Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor(path));
        } catch (IOException e) {
            unreadable.add(new Unreadable(path, "It cannot be read: " + e.getMessage() + "."));
        }
    }

    private SimpleFileVisitor<Path> visitor(Path start) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (!folder.equals(start) && isHidden(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (folder.toString().toLowerCase(Locale.ROOT).endsWith(".fit")) {
                    remarks.add(folder + " is a folder: the files in it are taken in.");
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.equals(start) || !isHidden(file)) {
                    addFile(file, attributes);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) {
                addFailed(path, e);
                return FileVisitResult.CONTINUE;
            }
        };
    }

    private void addFile(Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            unreadable.add(new Unreadable(file, "It is not a regular file."));
        } else if (!Files.isReadable(file)) {
            unreadable.add(new Unreadable(file, "It cannot be read: permission denied."));
        } else {
            files.add(file);
        }
    }

    private void addFailed(Path path, IOException e) {
        if (e instanceof FileSystemLoopException) {
            remarks.add(path + " leads back to a folder above it and is left out.");
        } else if (e instanceof NoSuchFileException) {
            unreadable.add(new Unreadable(path, "It leads to nothing."));
        } else {
            unreadable.add(new Unreadable(path, "It cannot be read: permission denied."));
        }
    }

    private static boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }
}
