package freshlegs.ingest.limit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of a disk may still be written. */
public final class Room {
    private Room() {}

    /** In bytes, by a file or folder that is there. */
    public static long usableBytes(Path where) throws IOException {
        try {
            return Files.getFileStore(where).getUsableSpace();
        } catch (IOException e) {
            // Below a changed root Java finds no mount for the file, while the system itself knows.
            if (Files.exists(where)) {
                return where.toFile().getUsableSpace();
            }
            throw e;
        }
    }
}
