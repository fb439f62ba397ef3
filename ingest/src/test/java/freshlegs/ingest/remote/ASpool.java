package freshlegs.ingest.remote;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a spool, seen from outside: its tickets as they are on the disk. */
public record ASpool(Path data) {
    public List<JsonNode> tickets() {
        try (Stream<Path> files = Files.list(data.resolve("spool/pending"))) {
            return files.sorted().map(ASpool::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> paths() {
        return tickets().stream().map(ticket -> ticket.path("path").asText()).toList();
    }

    public List<String> problems() {
        return tickets().stream()
                .filter(ticket -> ticket.hasNonNull("problem"))
                .map(ticket -> ticket.path("problem").asText())
                .toList();
    }

    private static JsonNode read(Path file) {
        try {
            return Json.read(Files.readAllBytes(file), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
