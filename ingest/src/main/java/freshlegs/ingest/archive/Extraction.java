package freshlegs.ingest.archive;

import freshlegs.ingest.decode.Kind;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.LimitExceeded;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.limit.Room;
import freshlegs.model.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/** Brings one packed file onto the disk, hashed and measured on the way, and tells what it is. */
final class Extraction {
    private static final int CHUNK = 1 << 14;
    /** Left free on the disk, for everything else that lives on it. */
    private static final long RESERVE_BYTES = 64L << 20;

    private static final long CHECK_ROOM_EVERY = 16L << 20;

    private final Entry entry;
    private final Path to;
    private final Limits limits;
    private final MessageDigest hash = ContentHash.sha256();
    private final CRC32 checksum = new CRC32();
    private byte[] head = new byte[0];
    private long size;
    private long roomFor = CHECK_ROOM_EVERY;
    private Optional<String> problem = Optional.empty();
    private Optional<String> damage = Optional.empty();
    private Optional<Damaged> broken = Optional.empty();

    private Extraction(Entry entry, Path to, Limits limits) {
        this.entry = entry;
        this.to = to;
        this.limits = limits;
    }

    /** A limit of the whole archive is thrown; anything else becomes part of the answer. */
    static Extraction of(Entry entry, Path to, Limits limits) {
        Extraction extraction = new Extraction(entry, to, limits);
        try (OutputStream out = Files.newOutputStream(to)) {
            extraction.copy(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return extraction;
    }

    /** For what has no content. */
    static Unpacked none(String path, Optional<Instant> modifiedAt, String problem) {
        return new Unpacked(
                path,
                Optional.empty(),
                Kind.UNKNOWN,
                ContentHash.of(new byte[0]),
                0,
                modifiedAt,
                Optional.of(problem),
                Optional.empty());
    }

    boolean isArchive() {
        return problem.isEmpty() && Archive.isArchive(head);
    }

    Unpacked unpacked(String path, Path copy) {
        Kind kind = Kind.of(head);
        Optional<String> why = problem.or(() -> kind.isPlainlyNoWatchFile()
                ? Optional.of("not a watch file: it looks like " + kind.words())
                : size == 0 ? damage : Optional.empty());
        return new Unpacked(
                path,
                why.isPresent() ? Optional.empty() : Optional.of(copy),
                kind,
                HexFormat.of().formatHex(hash.digest()),
                size,
                entry.modifiedAt(),
                why,
                damage);
    }

    private void copy(OutputStream out) throws IOException {
        try (InputStream content = open()) {
            head = read(content, Kind.HEAD_BYTES);
            take(head, out);
            long most = Archive.isArchive(head) ? Long.MAX_VALUE : limits.bytes(Limit.FILE_MEGABYTES);
            byte[] chunk = head;
            while (chunk.length > 0 && size <= most) {
                chunk = read(content, CHUNK);
                take(chunk, out);
            }
            if (size > most) {
                throw limits.exceeded(Limit.FILE_MEGABYTES);
            }
            if (entry.checksum().isPresent() && entry.checksum().getAsLong() != checksum.getValue()) {
                damage = Optional.of("damaged in its archive: wrong checksum");
            }
        } catch (LimitExceeded e) {
            if (Allowance.endsEverything(e)) {
                throw e;
            }
            problem = Optional.of(e.reason());
        } catch (Damaged e) {
            damage = Optional.of("damaged in its archive: " + e.reason());
        }
    }

    private InputStream open() throws Damaged {
        try {
            return entry.content().open();
        } catch (IOException e) {
            throw Damaged.by(e);
        }
    }

    /** Up to {@code most} bytes; what came before a break is taken first. */
    private byte[] read(InputStream content, int most) throws Damaged {
        if (broken.isPresent()) {
            throw broken.get();
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] chunk = new byte[most];
        try {
            int count = content.read(chunk, 0, most);
            while (count >= 0) {
                read.write(chunk, 0, count);
                if (read.size() == most) {
                    break;
                }
                count = content.read(chunk, 0, most - read.size());
            }
        } catch (LimitExceeded e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            broken = Optional.of(Damaged.by(e));
            if (read.size() == 0) {
                throw broken.get();
            }
        }
        return read.toByteArray();
    }

    private void take(byte[] bytes, OutputStream out) throws IOException {
        hash.update(bytes);
        checksum.update(bytes);
        size += bytes.length;
        if (size > roomFor) {
            roomFor = size + CHECK_ROOM_EVERY;
            if (Room.usableBytes(to) < RESERVE_BYTES + CHECK_ROOM_EVERY) {
                throw new IOException("no space left but the reserve");
            }
        }
        out.write(bytes);
    }
}
