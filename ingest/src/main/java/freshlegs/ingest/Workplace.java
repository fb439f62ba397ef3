package freshlegs.ingest;

import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;

/** A worker's own place on a data folder that it shares with others: its name, while it lives, and a folder for files on their way. */
final class Workplace implements AutoCloseable {
    /** What the locks of workers are called, the worker's own name behind it. */
    static final String NAME = "worker-";

    private static final Duration LONG_GONE = Duration.ofDays(1);
    private static final int ID_LENGTH = 8;
    private static final long PAUSE_MS = 20;
    private static final int TRIES = 25;

    private final ProcessLock name;
    private final Path unpacked;
    private final String spool;

    private Workplace(ProcessLock name, Path unpacked, String spool) {
        this.name = name;
        this.unpacked = unpacked;
        this.spool = spool;
    }

    /** Refuses a name that somebody works under already. */
    static Workplace take(Path dataFolder, String worker) {
        try {
            Path workers = Files.createDirectories(dataFolder.resolve("spool/workers"));
            ProcessLock name = named(workers.resolve(NAME + worker), worker);
            Path unpacked = Files.createDirectories(
                    SpoolFolders.in(dataFolder).unpacked().resolve(worker));
            empty(unpacked);
            return new Workplace(name, unpacked, spoolId(dataFolder));
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be used: " + Failures.sentence(e), e);
        }
    }

    /** Whoever only looks whether the name is taken has it for a moment too. */
    private static ProcessLock named(Path file, String worker) {
        for (int tries = 1; ; tries++) {
            Optional<ProcessLock> taken = ProcessLock.take(file);
            if (taken.isPresent()) {
                return taken.get();
            }
            if (tries == TRIES) {
                throw new NameTaken(worker);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Where files lie on their way out of an archive; nobody else writes there. */
    Path unpacked() {
        return unpacked;
    }

    /** What tells this data folder from others that use the same Kafka. */
    String spool() {
        return spool;
    }

    /** Removes what workers left that are no more. */
    static void clearLeftovers(Path dataFolder, Instant now) {
        Path workers = dataFolder.resolve("spool/workers");
        for (Path left : list(SpoolFolders.in(dataFolder).unpacked())) {
            if (!Files.isDirectory(left)) {
                DurableFiles.drop(left);
            } else {
                ProcessLock.take(workers.resolve(NAME + left.getFileName())).ifPresent(free -> {
                    empty(left);
                    DurableFiles.drop(left);
                    free.close();
                });
            }
        }
        long longAgo = now.minus(LONG_GONE).toEpochMilli();
        list(workers).stream()
                .filter(file -> file.getFileName().toString().startsWith(NAME))
                .filter(file -> file.toFile().lastModified() < longAgo)
                .forEach(file -> ProcessLock.take(file).ifPresent(free -> {
                    DurableFiles.drop(file);
                    free.close();
                }));
    }

    /** Made up by whoever comes first. */
    static String spoolId(Path dataFolder) {
        Path file = dataFolder.resolve("spool/id.json");
        Path workers = dataFolder.resolve("spool/workers");
        while (true) {
            try {
                return Json.read(Files.readAllBytes(file), String.class);
            } catch (NoSuchFileException e) {
                makeId(file, workers);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void makeId(Path file, Path workers) {
        Optional<ProcessLock> making = ProcessLock.take(workers.resolve("id"));
        try {
            if (making.isEmpty()) {
                pause();
            } else if (!Files.exists(file)) {
                String id = UUID.randomUUID().toString().substring(0, ID_LENGTH);
                DurableFiles.write(file, Json.write(id), workers.resolve(id + ".tmp"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            making.ifPresent(ProcessLock::close);
        }
    }

    private static void empty(Path folder) {
        list(folder).forEach(DurableFiles::drop);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        empty(unpacked);
        DurableFiles.drop(unpacked);
        name.close();
    }
}
