package freshlegs.ingest.fit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** One part's content; a failing disk is thrown as what it is, because the SDK would call it a broken file. */
final class PartStream extends InputStream {
    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).limit(0);
    private final long end;
    private long next;

    PartStream(FileChannel file, FitPart part) {
        this.file = file;
        this.next = part.from();
        this.end = part.to();
    }

    @Override
    public int read() {
        return buffer.hasRemaining() || fill() ? buffer.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!buffer.hasRemaining() && !fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(into, offset, count);
        return count;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - next + buffer.remaining());
    }

    private boolean fill() {
        if (next >= end) {
            return false;
        }
        buffer.clear().limit((int) Math.min(buffer.capacity(), end - next));
        try {
            next += Math.max(0, file.read(buffer, next));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.flip();
        return buffer.hasRemaining();
    }
}
