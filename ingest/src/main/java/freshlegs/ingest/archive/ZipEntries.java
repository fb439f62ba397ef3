package freshlegs.ingest.archive;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** What zip's entries say of themselves. */
final class ZipEntries {
    private static final Set<Integer> METHODS = Set.of(
            ZipMethod.STORED.getCode(),
            ZipMethod.DEFLATED.getCode(),
            ZipMethod.ENHANCED_DEFLATED.getCode(),
            ZipMethod.BZIP2.getCode());

    private ZipEntries() {}

    static Entry entry(ZipArchiveEntry entry, Entry.Source content) {
        var modified = Optional.ofNullable(entry.getLastModifiedTime()).map(time -> time.toInstant());
        Optional<String> refusal = refusal(entry);
        if (refusal.isPresent()) {
            return Entry.refused(entry.getName(), modified, refusal.get());
        }
        OptionalLong checksum = entry.getCrc() < 0 ? OptionalLong.empty() : OptionalLong.of(entry.getCrc());
        return Entry.readable(entry.getName(), modified, checksum, content);
    }

    private static Optional<String> refusal(ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return Optional.of("encrypted: unpack it with its password and hand over what is in it");
        }
        if (entry.isUnixSymlink()) {
            return Optional.of("a link, not a file");
        }
        return METHODS.contains(entry.getMethod())
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "packed by a method that is not read (number %d): pack it again as an ordinary zip",
                        entry.getMethod()));
    }
}
