package freshlegs.ingest;

import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An athlete's files as they came, byte for byte, from the spool; one that lay in an archive is in that archive. */
public final class OwnFiles {
    private final SpoolFolders folders;
    private final OriginalFiles originals;

    private OwnFiles(SpoolFolders folders, OriginalFiles originals) {
        this.folders = folders;
        this.originals = originals;
    }

    public static OwnFiles in(Path dataFolder, OriginalFiles originals) {
        return new OwnFiles(SpoolFolders.in(dataFolder), originals);
    }

    /** Somebody who takes files. */
    @FunctionalInterface
    public interface Taker {
        /** {@code name} is safe as a file's name everywhere. */
        void take(String name, Instant receivedAt, InputStream content) throws IOException;
    }

    /** Each content once, month by month, so that no more than hashes is held. */
    public void each(AthleteId athlete, Taker taker) throws IOException {
        Set<String> given = new HashSet<>();
        for (Path month : sorted(folders.done())) {
            for (Path file : sorted(month)) {
                give(athlete, file, given, taker);
            }
        }
        for (Path file : sorted(folders.pending())) {
            give(athlete, file, given, taker);
        }
    }

    private void give(AthleteId athlete, Path file, Set<String> given, Taker taker) throws IOException {
        Optional<Ticket> ticket = read(file).filter(known -> known.athlete().equals(athlete));
        if (ticket.isEmpty() || !given.add(ticket.get().sha256())) {
            return;
        }
        Optional<InputStream> found = originals.open(ticket.get().sha256());
        if (found.isEmpty()) {
            // It lay in an archive, which has a ticket of its own, or there never was any content.
            return;
        }
        try (InputStream content = found.get()) {
            taker.take(nameOf(ticket.get()), ticket.get().receivedAt(), content);
        }
    }

    private static String nameOf(Ticket ticket) {
        return ticket.deliveryId() + "-" + SetAside.safe(ticket.fileName());
    }

    private static List<Path> sorted(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** One that moves on meanwhile is found where it goes. */
    private static Optional<Ticket> read(Path file) throws IOException {
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), Ticket.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
