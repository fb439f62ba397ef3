package freshlegs.ingest;

import freshlegs.ingest.archive.Archive;
import freshlegs.ingest.decode.Kind;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.limit.Room;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Copies content into the spool, bounded, hashed on the way and synced to disk. */
final class Intake {
    /** Left free for tickets, so that what was accepted can also be finished. */
    private static final long RESERVE_BYTES = 16L << 20;

    private static final long CHECK_ROOM_EVERY = 16L << 20;
    private static final int CHUNK = 1 << 16;
    private static final Duration LONGEST_COPY = Duration.ofDays(1);

    private final SpoolFolders folders;
    private final OriginalFiles originals;
    private final Limits limits;

    Intake(SpoolFolders folders, OriginalFiles originals, Limits limits) {
        this.folders = folders;
        this.originals = originals;
        this.limits = limits;
    }

    /** Content that is in the spool. */
    record Stored(String sha256, long sizeBytes) {}

    /** Why {@code file} cannot be taken, as far as that shows before reading it. */
    Optional<String> refusal(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.of("there is no such file");
        }
        if (Files.isDirectory(file)) {
            return Optional.of("a folder, not a file");
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of("not a regular file");
        }
        if (!Files.isReadable(file)) {
            return Optional.of("not readable: its permissions forbid it");
        }
        long size = Files.size(file);
        if (size > Math.min(limits.bytes(Limit.FILE_MEGABYTES), limits.bytes(Limit.ARCHIVE_MEGABYTES))) {
            Limit largest = largest(head(file));
            if (size > limits.bytes(largest)) {
                return Optional.of(limits.exceeded(largest).reason());
            }
        }
        return hasRoomFor(size) ? Optional.empty() : Optional.of(Failures.NO_ROOM);
    }

    boolean hasRoomFor(long sizeBytes) throws IOException {
        return Room.usableBytes(folders.temporary()) - RESERVE_BYTES >= sizeBytes;
    }

    Stored store(InputStream content) throws IOException {
        Path temporary = temporary();
        try {
            MessageDigest hash = ContentHash.sha256();
            long size = copy(content, temporary, hash);
            String sha256 = HexFormat.of().formatHex(hash.digest());
            originals.keep(sha256, temporary);
            return new Stored(sha256, size);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Removes what broken-off copies left, of any process; no copy stands still for a day. */
    void clear(Instant now) {
        long longAgo = now.minus(LONGEST_COPY).toEpochMilli();
        try (Stream<Path> left = Files.list(folders.temporary())) {
            left.filter(file -> file.toFile().lastModified() < longAgo).forEach(DurableFiles::drop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path temporary() {
        return folders.temporary().resolve(UUID.randomUUID() + ".tmp");
    }

    private long copy(InputStream content, Path to, MessageDigest hash) throws IOException {
        byte[] head = content.readNBytes(Kind.HEAD_BYTES);
        Limit largest = largest(head);
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        long roomFor = 0;
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer next = ByteBuffer.wrap(head);
            while (next.hasRemaining()) {
                size += next.remaining();
                if (size > limits.bytes(largest)) {
                    throw limits.exceeded(largest);
                }
                if (size > roomFor) {
                    roomFor = size + CHECK_ROOM_EVERY;
                    if (!hasRoomFor(CHECK_ROOM_EVERY)) {
                        throw new IOException("no space left but the reserve");
                    }
                }
                hash.update(next.duplicate());
                while (next.hasRemaining()) {
                    channel.write(next);
                }
                next = ByteBuffer.wrap(chunk, 0, Math.max(0, content.read(chunk)));
            }
            channel.force(true);
        }
        return size;
    }

    /** Only what begins as an archive may be as large as one. */
    private static Limit largest(byte[] head) {
        return Archive.isArchive(head) ? Limit.ARCHIVE_MEGABYTES : Limit.FILE_MEGABYTES;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(Kind.HEAD_BYTES);
        }
    }
}
