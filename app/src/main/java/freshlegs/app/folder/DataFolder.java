package freshlegs.app.folder;

import freshlegs.app.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where things are in the one folder that holds all of a user's data. */
public record DataFolder(Path root) {
    /** What a start of the whole pipeline writes, and then some. */
    public static final long ROOM_TO_WRITE_MEBIBYTES = 256;

    /** What a start of the database alone writes. */
    public static final long ROOM_TO_READ_MEBIBYTES = 48;

    private static final long MEBIBYTE = 1024 * 1024;

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path streams() {
        return root.resolve("streams");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path instance() {
        return root.resolve("instance.json");
    }

    /** Whether a database was ever made in it. */
    public boolean hasDatabase() {
        return Files.exists(postgres().resolve("cluster/PG_VERSION"));
    }

    /** Creates it for its owner only. */
    public void prepare() {
        try {
            if (!Files.exists(root)) {
                Files.createDirectories(
                        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw Problem.failed(
                    "The data folder " + root + " cannot be written (" + reason(e)
                            + "): make it writable or choose another with --data.",
                    e);
        }
    }

    /** Refuses a disk on which there is not even room to start. */
    public void requireRoom(long mebibytes) {
        long free = root.toFile().getUsableSpace() / MEBIBYTE;
        if (free < mebibytes) {
            throw Problem.failed("Only " + free + " MB are free on the disk of " + root + " and at least " + mebibytes
                    + " MB are needed: free some space or choose another folder with --data.");
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
