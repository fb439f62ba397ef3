package freshlegs.ingest.archive;

import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Walks a zip's list of files without keeping it, so that a list that would fill the memory is refused before it is read. */
final class CentralDirectory {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_BYTES = 20;
    private static final int FILE = 0x02014b50;
    private static final int FILE_BYTES = 46;
    private static final int CHUNK = 1 << 16;
    private static final long USUAL_BYTES_AN_ENTRY = 320;
    private static final long SMALL_BYTES = 16L << 20;

    private final FileChannel file;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowAt;

    private CentralDirectory(FileChannel file) {
        this.file = file;
    }

    /** Throws {@link freshlegs.ingest.limit.LimitExceeded} when it names too many files, or names without end. */
    static void check(FileChannel file, Limits limits) throws IOException {
        new CentralDirectory(file).walk(limits);
    }

    private void walk(Limits limits) throws IOException {
        long at = start();
        long begin = at;
        long most = Math.max(SMALL_BYTES, limits.of(Limit.ARCHIVE_ENTRIES) * USUAL_BYTES_AN_ENTRY);
        for (long entries = 0; at >= 0 && has(at, FILE_BYTES) && intAt(at) == FILE; entries++) {
            limits.check(Limit.ARCHIVE_ENTRIES, entries);
            if (at - begin > most) {
                throw limits.exceeded(Limit.ARCHIVE_ENTRIES);
            }
            at += FILE_BYTES + shortAt(at + 28) + shortAt(at + 30) + shortAt(at + 32);
        }
    }

    /** Where the list begins as its end says; -1 when there is no end. */
    private long start() throws IOException {
        long size = file.size();
        long lowest = Math.max(0, size - END_BYTES - LONGEST_COMMENT);
        for (long at = size - END_BYTES; at >= lowest; at--) {
            if (intAt(at) == END) {
                return startBy(at);
            }
        }
        return -1;
    }

    private long startBy(long end) throws IOException {
        long locator = end - LOCATOR_64_BYTES;
        if (locator >= 0 && intAt(locator) == LOCATOR_64) {
            long end64 = longAt(locator + 8);
            if (end64 >= 0 && has(end64, 56)) {
                return longAt(end64 + 48);
            }
        }
        long listBytes = Integer.toUnsignedLong(intAt(end + 12));
        long offset = Integer.toUnsignedLong(intAt(end + 16));
        return Math.max(offset, end - listBytes);
    }

    private int shortAt(long at) throws IOException {
        return Short.toUnsignedInt(at(at, 2).getShort());
    }

    private int intAt(long at) throws IOException {
        return at(at, 4).getInt();
    }

    private long longAt(long at) throws IOException {
        return at(at, 8).getLong();
    }

    private boolean has(long at, int bytes) throws IOException {
        return at + bytes <= file.size();
    }

    private ByteBuffer at(long at, int bytes) throws IOException {
        if (at < windowAt || at + bytes > windowAt + window.limit()) {
            long from = Math.max(0, at - CHUNK / 2);
            ByteBuffer read = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
            while (read.hasRemaining() && file.read(read, from + read.position()) > 0) {
                // The channel may give less than asked for.
            }
            window = read.flip();
            windowAt = from;
            if (at + bytes > from + window.limit()) {
                return ByteBuffer.allocate(bytes);
            }
        }
        return window.slice((int) (at - windowAt), bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
