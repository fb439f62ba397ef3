package freshlegs.app.deadletter;

import freshlegs.app.deadletter.DeadLetter.Kind;
import freshlegs.model.ContentHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that the intake put aside, each with its reason beside it. */
final class SetAsideFiles {
    private static final String REASON = ".reason.txt";
    private static final int HASH = 12;

    private final Path folder;

    /** Those of a data folder. */
    SetAsideFiles(Path data) {
        folder = data.resolve("set-aside");
    }

    List<DeadLetter> all() {
        return files().entrySet().stream()
                .map(each -> letter(each.getKey(), each.getValue()))
                .toList();
    }

    /** The file itself. */
    Optional<Path> find(String id) {
        return Optional.ofNullable(files().get(id));
    }

    private Map<String, Path> files() {
        Map<String, Path> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(folder, 2)) {
            all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.toString().endsWith(REASON))
                    .forEach(file -> files.put(id(file), file));
        } catch (IOException e) {
            throw new UncheckedIOException("the files that were put aside cannot be read", e);
        }
        return files;
    }

    /** By whose it is, its name and its content, so that the same file again is the same letter. */
    private String id(Path file) {
        try {
            String content = ContentHash.of(Files.readAllBytes(file));
            String whole = folder.relativize(file) + "\n" + content;
            return "file-"
                    + ContentHash.of(whole.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was put aside cannot be read: " + file, e);
        }
    }

    private DeadLetter letter(String id, Path file) {
        try {
            Path reason = file.resolveSibling(file.getFileName() + REASON);
            boolean told = Files.isRegularFile(reason);
            Path owner = folder.relativize(file);
            return new DeadLetter(
                    id,
                    Kind.INTAKE,
                    Files.getLastModifiedTime(told ? reason : file).toInstant(),
                    Place.ofFile(folder.getFileName() + "/" + owner),
                    Place.ofFile(folder.getFileName() + "/" + owner),
                    owner.getNameCount() > 1 ? owner.getName(0).toString() : "",
                    told ? Texts.line(Files.readString(reason)) : "its ticket cannot be read",
                    1,
                    Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was put aside cannot be read: " + file, e);
        }
    }
}
