package freshlegs.ingest.archive;

import freshlegs.ingest.limit.LimitExceeded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A whole zip, read by its list of files: Strava's list first, then in the order of the list. */
final class ZipContainer implements Container {
    private static final int LOCAL_HEADER_BYTES = 30;

    private final ZipFile zip;
    private final Deque<ZipArchiveEntry> waiting = new ArrayDeque<>();
    private final Allowance allowance;

    private ZipContainer(ZipFile zip, Allowance allowance) {
        this.zip = zip;
        this.allowance = allowance;
    }

    /** Reads the list; {@link Damaged} when there is none that can be trusted. */
    static ZipContainer open(Path file, Allowance allowance) throws Damaged {
        ZipFile zip = zipFile(file, allowance);
        ZipContainer container = new ZipContainer(zip, allowance);
        try {
            container.list();
            return container;
        } catch (Damaged | RuntimeException e) {
            container.close();
            throw e;
        }
    }

    private static ZipFile zipFile(Path file, Allowance allowance) throws Damaged {
        try (FileChannel channel = FileChannel.open(file)) {
            CentralDirectory.check(channel, allowance.limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return ZipFile.builder()
                    .setPath(file)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            throw Damaged.by(e);
        }
    }

    private void list() throws Damaged {
        List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
        refuseOverlaps(all);
        all.removeIf(entry -> entry.isDirectory() || EntryName.isNobodys(entry.getName()));
        all.sort(Comparator.comparing(entry -> !EntryName.isList(entry.getName())));
        waiting.addAll(all);
    }

    /** Bytes that belong to several files at once are how a small zip unpacks to millions of times its size. */
    private static void refuseOverlaps(List<ZipArchiveEntry> all) throws Damaged {
        List<ZipArchiveEntry> byPlace = new ArrayList<>(all);
        byPlace.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
        for (int i = 1; i < byPlace.size(); i++) {
            ZipArchiveEntry before = byPlace.get(i - 1);
            long end = before.getLocalHeaderOffset() + LOCAL_HEADER_BYTES + Math.max(0, before.getCompressedSize());
            if (end > byPlace.get(i).getLocalHeaderOffset()) {
                throw new Damaged("refused: its files lie over one another, as in archives made to do harm");
            }
        }
    }

    @Override
    public Optional<Entry> next() {
        return Optional.ofNullable(waiting.poll()).map(this::entry);
    }

    private Entry entry(ZipArchiveEntry entry) {
        return ZipEntries.entry(entry, () -> {
            try {
                return Metered.of(zip.getInputStream(entry), allowance);
            } catch (LimitExceeded e) {
                throw e;
            } catch (RuntimeException e) {
                throw new IOException(e);
            }
        });
    }

    @Override
    public int remaining() {
        return waiting.size();
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
