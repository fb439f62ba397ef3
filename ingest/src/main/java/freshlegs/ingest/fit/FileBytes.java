package freshlegs.ingest.fit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** A file's bytes, read in pieces where they are needed. */
final class FileBytes {
    private static final int CHUNK = 1 << 16;

    private final FileChannel file;
    private final long size;

    FileBytes(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    long size() {
        return size;
    }

    /** Up to {@code length} bytes; fewer only where the file ends. */
    byte[] read(long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && file.read(buffer, offset + buffer.position()) > 0) {
            // The channel may give less than asked for.
        }
        return buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
    }

    int checksum(long from, long to) throws IOException {
        Checksum checksum = new Checksum();
        for (long at = from; at < to; at += CHUNK) {
            byte[] chunk = read(at, (int) Math.min(CHUNK, to - at));
            checksum.add(chunk, 0, chunk.length);
        }
        return checksum.value();
    }

    /** Where the zeros begin that reach up to {@code to}; {@code to} when there are none. */
    long trailingZeros(long from, long to) throws IOException {
        for (long end = to; end > from; end -= CHUNK) {
            long at = Math.max(from, end - CHUNK);
            byte[] chunk = read(at, (int) (end - at));
            for (int i = chunk.length - 1; i >= 0; i--) {
                if (chunk[i] != 0) {
                    return at + i + 1;
                }
            }
        }
        return from;
    }
}
