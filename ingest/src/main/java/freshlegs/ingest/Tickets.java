package freshlegs.ingest;

import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The spool's tickets, each a small file: still to be worked on, or done; and beside them how far each archive is. */
final class Tickets {
    static final String ENDING = ".json";

    private static final Logger LOG = LoggerFactory.getLogger(Tickets.class);
    private static final int YEAR_AND_MONTH = 6;
    private static final int LATEST_MONTHS = 2;

    private final SpoolFolders folders;
    private final Intake intake;

    Tickets(SpoolFolders folders, Intake intake) {
        this.folders = folders;
        this.intake = intake;
    }

    /** From here on it is certain to come to an end. */
    void add(Ticket ticket) throws IOException {
        DurableFiles.write(pending(ticket.deliveryId()), Json.write(ticket), intake.temporary());
    }

    /** Ids of those still to be worked on, oldest first. */
    List<String> pendingIds() {
        return idsIn(folders.pending());
    }

    /** The ticket, or nothing when it is done already or cannot be read; the latter is put out of the way. */
    Optional<Ticket> read(String id) {
        Path file = pending(id);
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readAllBytes(file), Ticket.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOG.error("ticket {} cannot be read and is put aside: {}", id, Failures.sentence(e));
            putOutOfTheWay(file, id);
            return Optional.empty();
        }
    }

    /**
     * Everything is acknowledged; working on the tickets again would change nothing, so that the disk is waited for once for all of
     * them. A ticket that was withdrawn stays so.
     */
    void markDone(List<Ticket> tickets) {
        Set<Path> changed = new LinkedHashSet<>();
        try {
            for (Ticket ticket : tickets) {
                String id = ticket.deliveryId();
                Path month = folders.done().resolve(id.substring(0, YEAR_AND_MONTH));
                Path pending = pending(id);
                if (Files.exists(pending)) {
                    Files.createDirectories(month);
                    DurableFiles.rename(month.resolve(id + ENDING), pending);
                    changed.add(month);
                }
            }
            for (Path month : changed) {
                DurableFiles.syncFolder(month);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The latest ones, done or not, oldest first. */
    List<Ticket> latest(int most) {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> months = Files.list(folders.done())) {
            List<Path> all = months.filter(Files::isDirectory).sorted().toList();
            for (Path month : all.subList(Math.max(0, all.size() - LATEST_MONTHS), all.size())) {
                idsIn(month).forEach(id -> files.put(id, month.resolve(id + ENDING)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pendingIds().forEach(id -> files.put(id, pending(id)));
        return files.values().stream()
                .skip(Math.max(0, files.size() - most))
                .flatMap(file -> readable(file).stream())
                .toList();
    }

    private static Optional<Ticket> readable(Path file) {
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), Ticket.class));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<ArchiveProgress> progressOf(String id) {
        Path file = folders.archives().resolve(id + ENDING);
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readAllBytes(file), ArchiveProgress.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOG.warn("how far archive {} is cannot be read: {}; it is worked off anew", id, Failures.sentence(e));
            return Optional.empty();
        }
    }

    void keep(String id, ArchiveProgress progress) {
        try {
            Path file = folders.archives().resolve(id + ENDING);
            DurableFiles.write(file, Json.write(progress), intake.temporary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of those that are archives, as far as they have been begun, oldest first. */
    List<String> archiveIds() {
        return idsIn(folders.archives());
    }

    private Path pending(String id) {
        return folders.pending().resolve(id + ENDING);
    }

    private static List<String> idsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void putOutOfTheWay(Path file, String id) {
        try {
            Files.move(file, folders.setAside().resolve("ticket-" + id + ENDING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
