package freshlegs.ingest.archive;

import freshlegs.ingest.limit.Limit;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.apache.commons.compress.utils.InputStreamStatistics;

/**
 * Unpacked bytes, counted as they are read and held against the packed bytes that were read for them; what a header claims of
 * sizes plays no part. Small files may be packed as tightly as they like.
 */
final class Metered extends Counted {
    private static final long SMALL_BYTES = 1L << 20;
    /** Unpackers read ahead, so that a little of what follows may already be counted as packed, or not yet. */
    private static final long READ_AHEAD_BYTES = 1L << 10;

    private final LongSupplier packedBytes;
    private final Allowance allowance;
    private long unpacked;
    private long packedBefore;
    private long headerBytesLeft = Long.MAX_VALUE;

    private Metered(InputStream in, LongSupplier packedBytes, Allowance allowance) {
        super(in);
        this.packedBytes = packedBytes;
        this.allowance = allowance;
    }

    /** {@code unpacker} tells how much it has read, unless nothing is packed. */
    static Metered of(InputStream unpacker, Allowance allowance) {
        LongSupplier packed = unpacker instanceof InputStreamStatistics statistics
                ? statistics::getCompressedCount
                : () -> Long.MAX_VALUE / 2;
        return new Metered(unpacker, packed, allowance);
    }

    /** Measures anew, for the next entry of one stream. */
    void restart() {
        unpacked = 0;
        packedBefore = packedBytes.getAsLong();
    }

    /** Until {@link #content()} no more than {@code bytes} are given. */
    void headers(long bytes) {
        headerBytesLeft = bytes;
    }

    void content() {
        headerBytesLeft = Long.MAX_VALUE;
    }

    /** By reading, so that skipped bytes count as well. */
    @Override
    public long skip(long count) throws IOException {
        byte[] passing = new byte[(int) Math.min(1 << 13, Math.max(0, count))];
        long skipped = 0;
        while (skipped < count) {
            int read = read(passing, 0, (int) Math.min(passing.length, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    void count(int bytes) throws IOException {
        headerBytesLeft -= bytes;
        if (headerBytesLeft < 0) {
            throw new IOException("headers without end");
        }
        unpacked += bytes;
        allowance.count(bytes);
        long packed = packedBytes.getAsLong() - packedBefore + READ_AHEAD_BYTES;
        if (unpacked > SMALL_BYTES && unpacked / allowance.limits.of(Limit.ARCHIVE_RATIO) > packed) {
            throw allowance.limits.exceeded(Limit.ARCHIVE_RATIO);
        }
    }
}
