package freshlegs.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Whether a file that stands still looks as if more of it were to come: nothing in it yet, a FIT header that promises more
 * bytes than are there, a zip archive without its end. A sync that pauses leaves such files.
 */
final class StillArriving {
    private static final int FIT_HEADER = 12;
    private static final int FIT_CHECKSUM = 2;
    private static final int FIT_SIGNATURE = 0x5449462E;
    private static final int FIT_MOST_PARTS = 1_000;
    private static final int ZIP_SIGNATURE = 0x04034B50;
    private static final int ZIP_END_SIGNATURE = 0x06054B50;
    private static final int ZIP_END = 22;
    private static final int ZIP_LONGEST_COMMENT = 0xFFFF;

    private StillArriving() {}

    static boolean looksSo(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer start = read(channel, 0, FIT_HEADER);
            if (start.limit() < Integer.BYTES) {
                return start.limit() == 0;
            }
            if (start.getInt(0) == ZIP_SIGNATURE) {
                return !hasZipEnd(channel);
            }
            return isFit(start) && promisesMore(channel);
        }
    }

    private static boolean isFit(ByteBuffer header) {
        return header.limit() == FIT_HEADER && header.get(0) >= FIT_HEADER && header.getInt(8) == FIT_SIGNATURE;
    }

    /** Goes from one chained part to the next. */
    private static boolean promisesMore(FileChannel channel) throws IOException {
        long offset = 0;
        for (int part = 0; part < FIT_MOST_PARTS && offset < channel.size(); part++) {
            ByteBuffer header = read(channel, offset, FIT_HEADER);
            if (!isFit(header)) {
                return false;
            }
            long data = Integer.toUnsignedLong(header.getInt(4));
            offset += header.get(0) + data + FIT_CHECKSUM;
            if (data == 0) {
                return true;
            }
        }
        return offset > channel.size();
    }

    private static boolean hasZipEnd(FileChannel channel) throws IOException {
        int length = (int) Math.min(channel.size(), ZIP_END + ZIP_LONGEST_COMMENT);
        ByteBuffer tail = read(channel, channel.size() - length, length);
        for (int at = tail.limit() - ZIP_END; at >= 0; at--) {
            if (tail.getInt(at) == ZIP_END_SIGNATURE) {
                return true;
            }
        }
        return false;
    }

    private static ByteBuffer read(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) > 0) {
            // The channel may give less than asked for.
        }
        return buffer.flip();
    }
}
