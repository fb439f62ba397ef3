package freshlegs.ingest.archive;

import freshlegs.ingest.limit.LimitExceeded;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** A zip whose list of files is missing or wrong, read from its beginning as far as it goes; it always ends as damaged. */
final class StreamedZip implements Container {
    private static final int CHUNK = 1 << 13;

    private final ZipArchiveInputStream zip;
    private final Allowance allowance;
    private final String damage;
    private Metered current;
    private boolean endUnknown;

    private StreamedZip(ZipArchiveInputStream zip, Allowance allowance, String damage) {
        this.zip = zip;
        this.allowance = allowance;
        this.damage = damage;
        this.current = Metered.of(zip, allowance);
    }

    static StreamedZip open(Path file, Allowance allowance, String damage) {
        try {
            var content = new BufferedInputStream(Files.newInputStream(file));
            var zip = new ZipArchiveInputStream(content, StandardCharsets.UTF_8.name(), true, false, true);
            return new StreamedZip(zip, allowance, damage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Entry> next() throws Damaged {
        ZipArchiveEntry entry = following();
        while (entry.isDirectory() || EntryName.isNobodys(entry.getName())) {
            allowance.countEntry();
            entry = following();
        }
        Optional<String> unreadable = zip.canReadEntryData(entry)
                ? Optional.empty()
                : Optional.of("its size is not known before its end: the archive is damaged too much to find it");
        Entry read = ZipEntries.entry(entry, () -> new Lent(current));
        return Optional.of(
                read.refusal().isPresent() || unreadable.isEmpty()
                        ? read
                        : Entry.refused(read.name(), read.modifiedAt(), unreadable.get()));
    }

    /** An entry that does not say where it ends must be unpacked to its end, which counts like what somebody wanted. */
    private ZipArchiveEntry following() throws Damaged {
        try {
            byte[] passing = new byte[CHUNK];
            while (endUnknown && current.read(passing) >= 0) {
                // What nobody wanted of the entry before.
            }
            ZipArchiveEntry entry = zip.getNextEntry();
            if (entry != null) {
                endUnknown = entry.getGeneralPurposeBit().usesDataDescriptor() && zip.canReadEntryData(entry);
                current = Metered.of(zip, allowance);
                return entry;
            }
        } catch (LimitExceeded e) {
            if (Allowance.endsEverything(e)) {
                throw e;
            }
            throw new Damaged(e.reason());
        } catch (IOException | RuntimeException e) {
            throw Damaged.by(e);
        }
        throw new Damaged(damage);
    }

    @Override
    public int remaining() {
        return 0;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
