package freshlegs.ingest.archive;

import freshlegs.ingest.limit.LimitExceeded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar, packed with gzip or not, from its beginning to its end. */
final class TarContainer implements Container {
    private static final long MOST_HEADER_BYTES = 1L << 20;
    private static final int CHUNK = 1 << 13;

    private final Metered bytes;
    private final TarArchiveInputStream tar;
    private final Allowance allowance;

    private TarContainer(Metered bytes, Allowance allowance) {
        this.bytes = bytes;
        this.allowance = allowance;
        this.tar = new TarArchiveInputStream(bytes);
    }

    /** {@code content} is the tar itself or what unpacks it. */
    static TarContainer over(InputStream content, Allowance allowance) {
        return new TarContainer(Metered.of(content, allowance), allowance);
    }

    @Override
    public Optional<Entry> next() throws Damaged {
        try {
            TarArchiveEntry entry = following();
            while (entry != null && (entry.isDirectory() || EntryName.isNobodys(entry.getName()))) {
                allowance.countEntry();
                entry = following();
            }
            return Optional.ofNullable(entry).map(this::entry);
        } catch (LimitExceeded e) {
            if (Allowance.endsEverything(e)) {
                throw e;
            }
            throw new Damaged(e.reason());
        } catch (IOException | RuntimeException e) {
            throw Damaged.by(e);
        }
    }

    /** Long names and extended headers are collected in memory, so only so many bytes of them are given. */
    private TarArchiveEntry following() throws IOException {
        byte[] passing = new byte[CHUNK];
        while (tar.getCurrentEntry() != null && tar.read(passing) >= 0) {
            // What nobody wanted of the entry before.
        }
        bytes.restart();
        bytes.headers(MOST_HEADER_BYTES);
        TarArchiveEntry entry = tar.getNextEntry();
        bytes.content();
        return entry;
    }

    private Entry entry(TarArchiveEntry entry) {
        Optional<Instant> modified =
                Optional.ofNullable(entry.getLastModifiedTime()).map(time -> time.toInstant());
        if (entry.isSymbolicLink() || entry.isLink()) {
            return Entry.refused(entry.getName(), modified, "a link, not a file");
        }
        if (!entry.isFile()
                || entry.isSparse()
                || entry.isFIFO()
                || entry.isCharacterDevice()
                || entry.isBlockDevice()) {
            return Entry.refused(entry.getName(), modified, "a special file, such as a device, not an ordinary one");
        }
        return Entry.readable(entry.getName(), modified, OptionalLong.empty(), () -> new Lent(tar));
    }

    @Override
    public int remaining() {
        return 0;
    }

    @Override
    public void close() {
        try {
            tar.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
