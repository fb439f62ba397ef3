package freshlegs.app.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The files of a data folder that cannot be made again. A file on its way is met before it has gone on: the inbox before the tickets,
 * tickets that wait before those that are done, all tickets before the facts, and the content that they speak of after everything.
 */
record FolderFiles(Path data) {
    private static final Set<String> NOT_KEPT = Set.of(
            "kafka",
            "postgres",
            "streams",
            "logs",
            "lock",
            "instance.json",
            "install",
            "spool/tmp",
            "spool/unpacked",
            "spool/workers");
    /** It is asked for through {@code OriginalFiles}, wherever it lies. */
    static final String CONTENT_BY_HASH = "spool/blobs";

    private static final List<String> BEFORE = List.of("inbox", "spool/archives", "spool/pending", "spool/done");
    private static final List<String> CONTENT = List.of(CONTENT_BY_HASH, "set-aside");

    List<Path> beforeTheFacts() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : BEFORE) {
            files.addAll(under(data.resolve(folder)));
        }
        List<Path> rest = under(data);
        rest.removeAll(Set.copyOf(files));
        rest.removeIf(file ->
                CONTENT.stream().anyMatch(folder -> data.relativize(file).startsWith(folder)));
        files.addAll(rest);
        return files;
    }

    List<Path> afterTheFacts() throws IOException {
        return under(data.resolve("set-aside"));
    }

    /** With slashes on every system. */
    String name(Path file) {
        return data.relativize(file).toString().replace('\\', '/');
    }

    private List<Path> under(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                return NOT_KEPT.contains(name(each)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !NOT_KEPT.contains(name(file))) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path gone, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.naturalOrder());
        return files;
    }
}
