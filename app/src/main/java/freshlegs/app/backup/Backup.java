package freshlegs.app.backup;

import freshlegs.app.problem.Problem;
import freshlegs.app.service.TopicReader;
import freshlegs.coach.access.Leavings;
import freshlegs.coach.read.Database;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.LetterRecord;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes everything that cannot be made again into one file while the system runs: what was told to people, then tickets, then the
 * facts, then the files' content. So the facts are never older than what was told because of them, nothing that a ticket calls done is
 * missing, and no content either.
 */
public final class Backup {
    private final KafkaAddress kafka;
    private final DatabaseAddress database;
    private final FolderFiles folder;
    private final OriginalFiles originals;
    private final Clock clock;

    public Backup(KafkaAddress kafka, DatabaseAddress database, Path data, OriginalFiles originals, Clock clock) {
        this.originals = originals;
        this.kafka = kafka;
        this.database = database;
        this.folder = new FolderFiles(data);
        this.clock = clock;
    }

    /** The topics of which everything else follows, and what stopped on its way. */
    static List<Topic<?>> topics() {
        List<Topic<?>> topics = new ArrayList<>(Topics.facts());
        topics.addAll(Topics.answers());
        topics.add(Topics.DEAD_LETTER);
        return topics;
    }

    /** Nothing is replaced. */
    public static void requireNew(Path target) {
        if (Files.exists(target)) {
            throw Problem.failed(target + " is there already: name a new file.");
        }
    }

    /** {@code program} is the version that writes it. */
    public Manifest write(Path target, String program) throws SQLException {
        requireNew(target);
        Instant begun = now();
        try (BackupWriter writer = new BackupWriter(target.toAbsolutePath())) {
            String version = writeTables(writer);
            writeFiles(writer, folder.beforeTheFacts());
            writeTopics(writer);
            writeOriginals(writer);
            writeFiles(writer, folder.afterTheFacts());
            Manifest manifest = new Manifest(Manifest.FORMAT, program, version, begun, now(), writer.entries());
            writer.finish(manifest);
            return manifest;
        } catch (IOException e) {
            throw BackupWriter.failed(target, e);
        }
    }

    private String writeTables(BackupWriter writer) throws IOException, SQLException {
        try (TableRows rows = TableRows.asOfNow(database)) {
            for (String table : rows.names()) {
                writer.entry(Manifest.TABLES + table, FileTime.from(now()), out -> copy(rows, table, out));
            }
            return rows.version();
        }
    }

    private static long copy(TableRows rows, String table, OutputStream out) throws IOException {
        try {
            return rows.copyOut(table, out);
        } catch (SQLException e) {
            throw new IOException("the database does not give its rows: " + e.getMessage(), e);
        }
    }

    private void writeTopics(BackupWriter writer) throws IOException {
        Set<String> gone = gone();
        try (TopicReader reader = new TopicReader(kafka)) {
            for (Topic<?> topic : topics()) {
                writer.entry(
                        Manifest.TOPICS + topic.name(),
                        FileTime.from(now()),
                        out -> records(reader, topic.name(), gone, out));
            }
        }
    }

    private Set<String> gone() {
        try (Database tables = Database.at(database)) {
            return Set.copyOf(new Leavings(tables, clock).hashes());
        }
    }

    /** Without those of {@code gone}, whose records may lie there until they are compacted away. */
    static long records(TopicReader reader, String topic, Set<String> gone, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
        long[] count = {0};
        try {
            reader.all(topic, stored -> {
                if (LetterRecord.athlete(stored.key(), null)
                        .map(AthleteId::of)
                        .map(Leavings::hash)
                        .filter(gone::contains)
                        .isPresent()) {
                    return;
                }
                try {
                    StoredRecord.of(stored).write(out);
                    count[0]++;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
        return count[0];
    }

    private void writeFiles(BackupWriter writer, List<Path> files) throws IOException {
        for (Path file : files) {
            try (InputStream content = Files.newInputStream(file)) {
                writer.entry(Manifest.FILES + folder.name(file), Files.getLastModifiedTime(file), out -> {
                    content.transferTo(out);
                    return 1;
                });
            } catch (NoSuchFileException e) {
                // it has gone on meanwhile, or was erased
            }
        }
    }

    /** As files of the folder, wherever they are kept. */
    private void writeOriginals(BackupWriter writer) throws IOException {
        for (String sha256 : originals.all()) {
            Optional<InputStream> found = originals.open(sha256);
            if (found.isPresent()) {
                try (InputStream content = found.get()) {
                    String name = Manifest.FILES + FolderFiles.CONTENT_BY_HASH + "/" + sha256;
                    writer.entry(name, FileTime.from(now()), out -> {
                        content.transferTo(out);
                        return 1;
                    });
                }
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
