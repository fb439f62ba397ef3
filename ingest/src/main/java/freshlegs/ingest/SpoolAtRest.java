package freshlegs.ingest;

import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The spool as it lies on disk, for those who look without working on it: nothing is made and nothing changed. */
public final class SpoolAtRest {
    private static final int MONTH = 6;

    private final SpoolFolders folders;

    private SpoolAtRest(SpoolFolders folders) {
        this.folders = folders;
    }

    public static SpoolAtRest in(Path dataFolder) {
        return new SpoolAtRest(SpoolFolders.in(dataFolder));
    }

    /** How many wait for their turn. */
    public int waiting() {
        return names(folders.pending()).size();
    }

    /** The files that have waited longest. */
    public List<Taken> longestWaiting(int most) {
        return names(folders.pending()).stream()
                .limit(most)
                .flatMap(name -> taken(folders.pending().resolve(name), true).stream())
                .toList();
    }

    public Optional<Taken> find(String deliveryId) {
        String name = deliveryId + Tickets.ENDING;
        if (deliveryId.length() < MONTH || !deliveryId.matches("[0-9A-Za-z-]+")) {
            return Optional.empty();
        }
        return taken(folders.pending().resolve(name), true)
                .or(() -> taken(
                        folders.done().resolve(deliveryId.substring(0, MONTH)).resolve(name), false));
    }

    /** The latest whose content has a hash that begins so, the latest first; a delivery's id holds the hash's beginning. */
    public List<Taken> ofContent(String sha256, int most) {
        String part = "-" + sha256.substring(0, Math.min(sha256.length(), 12));
        return latest(name -> name.contains(part))
                .filter(taken -> taken.sha256().startsWith(sha256))
                .limit(most)
                .toList();
    }

    /** The latest that were handed over under a path, or a file name, the latest first. */
    public List<Taken> ofPath(String path, int most) {
        return latest(name -> true)
                .filter(taken -> taken.path().equals(path) || taken.path().endsWith("/" + path))
                .limit(most)
                .toList();
    }

    private Stream<Taken> latest(Predicate<String> name) {
        Stream<Path> pending =
                names(folders.pending()).stream().map(each -> folders.pending().resolve(each));
        Stream<Path> done = names(folders.done()).stream()
                .flatMap(month -> names(folders.done().resolve(month)).stream()
                        .map(each -> folders.done().resolve(month).resolve(each)));
        return Stream.concat(pending, done)
                .filter(file -> name.test(file.getFileName().toString()))
                .sorted(Comparator.comparing((Path file) -> file.getFileName().toString())
                        .reversed())
                .flatMap(file -> taken(file, file.startsWith(folders.pending())).stream());
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Taken> taken(Path file, boolean waits) {
        try {
            Ticket ticket = Json.read(Files.readAllBytes(file), Ticket.class);
            return Optional.of(new Taken(
                    ticket.deliveryId(),
                    ticket.athlete(),
                    ticket.route(),
                    ticket.path(),
                    ticket.sha256(),
                    ticket.sizeBytes(),
                    ticket.receivedAt(),
                    ticket.archive(),
                    ticket.problem(),
                    waits,
                    Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
