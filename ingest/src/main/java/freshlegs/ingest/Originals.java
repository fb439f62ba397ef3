package freshlegs.ingest;

import freshlegs.ingest.archive.Archive;
import freshlegs.ingest.archive.Gzip;
import freshlegs.ingest.archive.Unpacked;
import freshlegs.ingest.decode.Kind;
import freshlegs.ingest.fit.FitPlaces;
import freshlegs.ingest.limit.LimitExceeded;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.ingest.original.OriginalFiles.Lent;
import freshlegs.ingest.track.Outline;
import freshlegs.ingest.track.Places;
import freshlegs.ingest.xml.XmlPlaces;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs read again from the original files that the spool keeps, one at a time and whenever somebody looks; nothing of it is kept or
 * published. A file within an archive is looked for from its beginning.
 */
public final class Originals {
    private final SpoolFolders folders;
    private final OriginalFiles files;
    private final Limits limits;
    private final Interpreter interpreter;

    private Originals(SpoolFolders folders, OriginalFiles files, Limits limits) {
        this.folders = folders;
        this.files = files;
        this.limits = limits;
        // The zone decides on which day a run counts, which is known by now.
        this.interpreter = new Interpreter(limits, athlete -> moment -> ZoneOffset.UTC, folders.temporary());
    }

    public static Originals in(Path dataFolder, OriginalFiles files, Limits limits) {
        return new Originals(SpoolFolders.in(dataFolder), files, limits);
    }

    /** One run of a file; {@code archiveSha256} is that of the archive in which the file lay. */
    public record Wanted(
            AthleteId athlete,
            String fact,
            String revision,
            String path,
            String sha256,
            Optional<String> archiveSha256) {}

    /** Nothing when the file is gone or does not hold the run any more; throws {@link LimitExceeded} of one that is too large. */
    public Optional<Original> read(Wanted wanted) {
        try {
            Optional<Lent> own = files.lend(wanted.sha256());
            if (own.isPresent()) {
                try (Lent lent = own.get()) {
                    return read(wanted, lent.path());
                }
            }
            Optional<Lent> archive = wanted.archiveSha256().isEmpty()
                    ? Optional.empty()
                    : files.lend(wanted.archiveSha256().get());
            if (archive.isEmpty()) {
                return Optional.empty();
            }
            try (Lent lent = archive.get()) {
                return readArchive(wanted, lent.path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Original> readArchive(Wanted wanted, Path archive) {
        try (Archive open = Archive.open(archive, folders.temporary(), limits)) {
            for (Optional<Unpacked> file = open.next(); file.isPresent(); file = open.next()) {
                Optional<Original> found = read(wanted, file.get());
                if (found.isPresent() || Thread.currentThread().isInterrupted()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }

    private Optional<Original> read(Wanted wanted, Unpacked file) {
        try {
            return file.sha256().equals(wanted.sha256())
                    ? file.content().flatMap(content -> read(wanted, content))
                    : Optional.empty();
        } finally {
            file.content().ifPresent(DurableFiles::drop);
        }
    }

    private Optional<Original> read(Wanted wanted, Path content) {
        Kind kind = Kind.of(content);
        if (kind != Kind.GZIP) {
            return read(wanted, content, kind);
        }
        Path inside = folders.temporary().resolve(UUID.randomUUID() + ".tmp");
        try {
            Gzip.unpack(content, inside, limits);
            return read(wanted, inside, Kind.of(inside));
        } finally {
            DurableFiles.drop(inside);
        }
    }

    private Optional<Original> read(Wanted wanted, Path content, Kind kind) {
        List<Recording> recordings = interpreter.interpret(Job.of(ticket(wanted), content)).facts().stream()
                .filter(Recording.class::isInstance)
                .map(Recording.class::cast)
                .toList();
        return chosen(wanted, recordings).map(recording -> new Original(recording, outline(recording, content, kind)));
    }

    /** By its name and content; by its start alone where only somebody's word told the sport. */
    private static Optional<Recording> chosen(Wanted wanted, List<Recording> recordings) {
        String start = wanted.fact().replaceFirst("-.*$", "");
        return recordings.stream()
                .filter(recording -> recording.factId().equals(wanted.fact())
                        && recording.revision().equals(wanted.revision()))
                .findFirst()
                .or(() -> recordings.stream()
                        .filter(recording -> recording.factId().equals(wanted.fact()))
                        .findFirst())
                .or(() -> recordings.stream()
                        .filter(recording -> recording.factId().startsWith(start))
                        .findFirst());
    }

    private Outline outline(Recording recording, Path content, Kind kind) {
        Places places =
                switch (kind) {
                    case TCX, GPX -> new XmlPlaces(limits).read(content);
                    default -> new FitPlaces(limits).read(content);
                };
        long start = recording.start().getEpochSecond();
        int rows = recording.samples().size();
        double seconds = Math.max(
                recording.summary().elapsedSeconds(),
                rows == 0 ? 0 : recording.samples().secondsFromStart().at(rows - 1));
        return Outline.of(places, start, start + (long) Math.ceil(seconds));
    }

    private static Ticket ticket(Wanted wanted) {
        return new Ticket(
                "on-demand",
                wanted.athlete(),
                Route.IMPORT,
                wanted.path(),
                wanted.sha256(),
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
