package freshlegs.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is gone afterwards. */
public record Scratch(Path folder) implements AutoCloseable {

    public static Scratch create() {
        try {
            return new Scratch(Files.createTempDirectory("freshlegs-bench-"));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for what is only needed now", e);
        }
    }

    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /** The bytes of all files under {@code part}; one that vanishes meanwhile does not count. */
    public static long bytesUnder(Path part) {
        try (Stream<Path> files = Files.walk(part)) {
            return files.mapToLong(Scratch::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + part, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not be removed: " + folder, e);
        }
    }
}
