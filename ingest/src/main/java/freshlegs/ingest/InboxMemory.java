package freshlegs.ingest;

import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which inbox files were taken, by path, size and time of change. Files stay where they are, because whatever put them there
 * (a sync, a mounted watch) would put them there again. A lost line costs one more delivery, which comes out as a duplicate.
 */
final class InboxMemory {
    private final Path journal;
    private final Map<String, Sighting> taken = new HashMap<>();

    /** How a file looked. */
    record Sighting(long sizeBytes, long modifiedMillis) {}

    private record Line(String path, long sizeBytes, long modifiedMillis) {}

    InboxMemory(Path journal) {
        this.journal = journal;
        if (Files.exists(journal)) {
            read().forEach(this::remember);
        }
    }

    boolean hasTaken(String path, Sighting sighting) {
        return sighting.equals(taken.get(path));
    }

    void take(String path, Sighting sighting) {
        taken.put(path, sighting);
        String line = Json.writeText(new Line(path, sighting.sizeBytes(), sighting.modifiedMillis())) + "\n";
        try {
            Files.writeString(journal, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> read() {
        try {
            return new String(Files.readAllBytes(journal), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(String json) {
        try {
            Line line = Json.read(json, Line.class);
            taken.put(line.path(), new Sighting(line.sizeBytes(), line.modifiedMillis()));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            // A crash may have torn the last line: that file is taken once more.
        }
    }
}
