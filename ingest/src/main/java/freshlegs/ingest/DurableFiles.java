package freshlegs.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Files that are there whole, and on disk, or not at all. */
final class DurableFiles {
    private DurableFiles() {}

    /** Writes beside the target, syncs, renames, syncs the folder. */
    static void write(Path target, byte[] content, Path temporary) throws IOException {
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            moveInto(target, temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Renames a synced file to its place. */
    static void moveInto(Path target, Path temporary) throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(Objects.requireNonNull(target.toAbsolutePath().getParent()));
    }

    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
