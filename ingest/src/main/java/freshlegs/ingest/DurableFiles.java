package freshlegs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Files that are there whole, and on disk, or not at all. */
public final class DurableFiles {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private DurableFiles() {}

    /** Writes beside the target, syncs, renames, syncs the folder. */
    public static void write(Path target, byte[] content, Path temporary) throws IOException {
        write(target, content, temporary, new FileAttribute<?>[0]);
    }

    /** The same, readable by nobody but the owner at any moment. */
    public static void writeForOwner(Path target, byte[] content, Path temporary) throws IOException {
        write(target, content, temporary, OWNER_ONLY);
    }

    private static void write(Path target, byte[] content, Path temporary, FileAttribute<?>... attributes)
            throws IOException {
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
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
    public static void moveInto(Path target, Path temporary) throws IOException {
        rename(target, temporary);
        syncFolder(Objects.requireNonNull(target.toAbsolutePath().getParent()));
    }

    /** The same, which stays only once {@link #syncFolder the folder} is synced: for many files of one folder. */
    static void rename(Path target, Path temporary) throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes a file that is there no longer needed, if it is there at all. */
    public static void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After files were renamed into it or out of it: from here on that stays. */
    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
