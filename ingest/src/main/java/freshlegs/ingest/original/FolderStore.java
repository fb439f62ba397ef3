package freshlegs.ingest.original;

import freshlegs.ingest.DurableFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Original files in a folder; when one was last put or asked for is its time of change. */
final class FolderStore implements OriginalStore {
    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder;
    }

    Path path(String sha256) {
        return folder.resolve(sha256);
    }

    @Override
    public void put(String sha256, Path file) throws IOException {
        DurableFiles.moveInto(path(sha256), file);
    }

    @Override
    public Optional<InputStream> open(String sha256) throws IOException {
        try {
            return Optional.of(Files.newInputStream(path(sha256)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean has(String sha256) {
        return Files.exists(path(sha256));
    }

    @Override
    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(path(sha256));
    }

    @Override
    public List<String> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Notes that somebody needs it now; false when it is not there. */
    boolean touch(String sha256) throws IOException {
        try {
            Files.setLastModifiedTime(path(sha256), FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    boolean isIdleSince(String sha256, Instant time) throws IOException {
        try {
            return Files.getLastModifiedTime(path(sha256)).toInstant().isBefore(time);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Takes it away unless somebody has needed it since {@code time}, even this moment. */
    boolean drop(String sha256, Instant time, Path aside) throws IOException {
        if (!isIdleSince(sha256, time)) {
            return false;
        }
        DurableFiles.moveInto(aside, path(sha256));
        if (Files.getLastModifiedTime(aside).toInstant().isBefore(time)) {
            Files.delete(aside);
            return true;
        }
        DurableFiles.moveInto(path(sha256), aside);
        return false;
    }

    @Override
    public void close() {}
}
