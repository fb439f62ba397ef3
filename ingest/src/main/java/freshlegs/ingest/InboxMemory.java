package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of inbox files, by path, size and time of change. Files stay where they are, because whatever put them there (a
 * sync, a mounted watch) would put them there again. A lost line is found again in the latest tickets; else it costs one more delivery, which comes out as a duplicate.
 * Files that are gone are forgotten at the next start.
 */
final class InboxMemory {
    private final Path journal;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** How a file looked. */
    record Sighting(long sizeBytes, long modifiedMillis) {
        static Sighting of(BasicFileAttributes attributes) {
            return new Sighting(attributes.size(), attributes.lastModifiedTime().toMillis());
        }
    }

    /** {@code declined} says why a file was not taken; without it, it was. */
    private record Line(String path, long sizeBytes, long modifiedMillis, Optional<String> declined) {
        boolean is(Sighting sighting) {
            return sizeBytes == sighting.sizeBytes && modifiedMillis == sighting.modifiedMillis;
        }
    }

    private InboxMemory(Path journal) {
        this.journal = journal;
    }

    /** Reads the journal and writes it anew without what was repeated, torn, or is gone from the data folder. */
    static InboxMemory of(Path dataFolder, Path temporary) {
        InboxMemory memory = new InboxMemory(dataFolder.resolve("spool/inbox-taken.jsonl"));
        try {
            if (Files.exists(memory.journal)) {
                memory.compact(dataFolder, temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return memory;
    }

    boolean hasTaken(String path, Sighting sighting) {
        Line line = lines.get(path);
        return line != null && line.is(sighting) && line.declined().isEmpty();
    }

    /** Whether its owner was told already that it cannot be taken, for this very reason. */
    boolean hasDeclined(String path, Sighting sighting, String reason) {
        Line line = lines.get(path);
        return line != null && line.is(sighting) && line.declined().equals(Optional.of(reason));
    }

    void take(String path, Sighting sighting) {
        add(new Line(path, sighting.sizeBytes(), sighting.modifiedMillis(), Optional.empty()));
    }

    void decline(String path, Sighting sighting, String reason) {
        add(new Line(path, sighting.sizeBytes(), sighting.modifiedMillis(), Optional.of(reason)));
    }

    private void add(Line line) {
        lines.put(line.path(), line);
        try {
            Files.writeString(
                    journal, Json.writeText(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compact(Path dataFolder, Path temporary) throws IOException {
        List<String> written = new String(Files.readAllBytes(journal), StandardCharsets.UTF_8)
                .lines()
                .toList();
        written.forEach(this::remember);
        Map<Path, Boolean> empty = new HashMap<>();
        Departed departed = Departed.in(dataFolder);
        lines.keySet().removeIf(path -> isOfDeparted(path, departed) || isGone(dataFolder, path, empty));
        if (lines.size() < written.size()) {
            String kept = lines.values().stream()
                    .map(line -> Json.writeText(line) + "\n")
                    .collect(Collectors.joining());
            DurableFiles.write(journal, kept.getBytes(StandardCharsets.UTF_8), temporary);
        }
    }

    private void remember(String json) {
        try {
            Line line = Json.read(json, Line.class);
            lines.put(line.path(), line);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            // A crash may have torn the last line: that file is taken once more.
        }
    }

    private static boolean isOfDeparted(String path, Departed departed) {
        String[] parts = path.split("/", 3);
        return parts.length > 1 && AthleteId.isValid(parts[1]) && departed.has(AthleteId.of(parts[1]));
    }

    /** An empty folder may be a mount that is not there yet: what was in it is still remembered. */
    private static boolean isGone(Path dataFolder, String path, Map<Path, Boolean> empty) {
        Path file = dataFolder.resolve(path);
        if (Files.exists(file)) {
            return false;
        }
        Path folder = Objects.requireNonNull(file.getParent());
        while (!Files.isDirectory(folder) && !folder.equals(dataFolder)) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return !empty.computeIfAbsent(folder, InboxMemory::isEmpty);
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            return true;
        }
    }
}
