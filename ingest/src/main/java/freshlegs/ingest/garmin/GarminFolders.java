package freshlegs.ingest.garmin;

import freshlegs.ingest.DurableFiles;
import freshlegs.model.ContentHash;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where notifications lie: bodies as they came, the single things they asked for, users who are leaving, how each user stands.
 */
record GarminFolders(Path bodies, Path items, Path leaving, Path users) {
    private static final String JSON = ".json";

    static GarminFolders in(Path dataFolder) {
        Path garmin = dataFolder.resolve("spool/garmin");
        return new GarminFolders(garmin, garmin.resolve("items"), garmin.resolve("leaving"), garmin.resolve("users"));
    }

    void create() {
        try {
            for (Path folder : List.of(bodies, items, leaving, users)) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be used", e);
        }
    }

    /** In the order of their names. */
    static List<Path> in(Path folder, int most) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(JSON))
                    .sorted()
                    .limit(most)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file name for a text that a stranger chose. */
    static String nameOf(String text) {
        return ContentHash.of(text.getBytes(StandardCharsets.UTF_8)) + JSON;
    }

    static void write(Path file, Object content) {
        try {
            write(file, Json.write(content));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    static void write(Path file, byte[] content) throws IOException {
        DurableFiles.writeForOwner(file, content, file.resolveSibling(UUID.randomUUID() + ".tmp"));
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be removed", e);
        }
    }
}
