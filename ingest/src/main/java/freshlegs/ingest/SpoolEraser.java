package freshlegs.ingest;

import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes tickets that are done with, and content and set-aside copies that no other ticket speaks of. */
final class SpoolEraser {
    private final SpoolFolders folders;
    private final OriginalFiles originals;
    private final SetAside setAside;

    SpoolEraser(SpoolFolders folders, OriginalFiles originals, SetAside setAside) {
        this.folders = folders;
        this.originals = originals;
        this.setAside = setAside;
    }

    boolean isWaiting(Predicate<Ticket> theirs) throws IOException {
        return pending().values().stream().anyMatch(theirs);
    }

    /** Content goes before its ticket, so that whatever a crash leaves is found again. */
    void erase(Predicate<Ticket> theirs) throws IOException {
        Map<Path, Ticket> staying = pending();
        staying.putAll(done());
        Map<Path, Ticket> going = new LinkedHashMap<>(staying);
        going.values().removeIf(theirs.negate());
        staying.keySet().removeAll(going.keySet());
        Map<String, List<Ticket>> byContent = staying.values().stream().collect(Collectors.groupingBy(Ticket::sha256));
        for (Map.Entry<Path, Ticket> each : going.entrySet()) {
            Ticket ticket = each.getValue();
            List<Ticket> same = byContent.getOrDefault(ticket.sha256(), List.of());
            if (same.stream().noneMatch(other -> other.athlete().equals(ticket.athlete()))) {
                setAside.remove(ticket);
            }
            if (same.isEmpty()) {
                originals.delete(ticket.sha256());
            }
            Files.deleteIfExists(folders.archives().resolve(each.getKey().getFileName()));
            Files.deleteIfExists(each.getKey());
        }
    }

    private Map<Path, Ticket> done() throws IOException {
        Map<Path, Ticket> tickets = new LinkedHashMap<>();
        for (Path month : list(folders.done())) {
            tickets.putAll(tickets(month));
        }
        return tickets;
    }

    /** To be read before those that are done: a ticket that moves on meanwhile is then seen twice rather than never. */
    private Map<Path, Ticket> pending() throws IOException {
        return tickets(folders.pending());
    }

    private static Map<Path, Ticket> tickets(Path folder) throws IOException {
        Map<Path, Ticket> tickets = new LinkedHashMap<>();
        for (Path file : list(folder)) {
            read(file).ifPresent(ticket -> tickets.put(file, ticket));
        }
        return tickets;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** One that moves on while being read is pending no more, or done already. */
    private static Optional<Ticket> read(Path file) throws IOException {
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), Ticket.class));
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty();
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
