package freshlegs.ingest.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One opened archive among those nested in one another; {@code copy} is its temporary file when it was itself packed. */
final class Level implements AutoCloseable {
    /** How it is shown; empty for the archive that was handed over. */
    final String path;

    final int depth;
    final Container container;
    private final Optional<Path> copy;
    private final int filesBefore;
    int entries;

    Level(String path, int depth, Container container, Optional<Path> copy, int filesBefore) {
        this.path = path;
        this.depth = depth;
        this.container = container;
        this.copy = copy;
        this.filesBefore = filesBefore;
    }

    /** How many of {@code files}, those given so far, came out of it. */
    int given(int files) {
        return files - filesBefore;
    }

    boolean isOuter() {
        return path.isEmpty();
    }

    String shown(Entry entry) {
        return (isOuter() ? "" : path + "!/") + EntryName.shown(entry.name());
    }

    @Override
    public void close() {
        container.close();
        copy.ifPresent(Level::delete);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
