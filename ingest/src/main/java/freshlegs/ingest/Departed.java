package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The ids of athletes about whom everything was erased, or is being: nothing is taken for them any more. Each is known by the hash
 * of its id alone, as an empty file of that name.
 */
public final class Departed {
    /** Why a file of theirs is not taken. */
    static final String REASON = "everything about this athlete was erased, and nothing is taken for the id any more";

    private final Path folder;

    private Departed(Path folder) {
        this.folder = folder;
    }

    public static Departed in(Path dataFolder) {
        return new Departed(dataFolder.resolve("spool/departed"));
    }

    /** From here on nothing is taken, also after a power cut. */
    public void add(AthleteId athlete) {
        add(hash(athlete));
    }

    /** Of somebody of whom no more than the hash of her id is known. */
    public void add(String sha256) {
        Path file = folder.resolve(sha256);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                DurableFiles.write(file, new byte[0], folder.resolve(UUID.randomUUID() + ".tmp"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("that an athlete has left cannot be noted", e);
        }
    }

    /** Somebody may be known by this id again. */
    public void remove(AthleteId athlete) {
        try {
            Files.deleteIfExists(file(athlete));
        } catch (IOException e) {
            throw new UncheckedIOException("that an athlete had left cannot be forgotten", e);
        }
    }

    public boolean has(AthleteId athlete) {
        return Files.exists(file(athlete));
    }

    private Path file(AthleteId athlete) {
        return folder.resolve(hash(athlete));
    }

    private static String hash(AthleteId athlete) {
        return ContentHash.of(athlete.value().getBytes(StandardCharsets.UTF_8));
    }
}
