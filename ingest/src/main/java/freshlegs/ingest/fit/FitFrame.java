package freshlegs.ingest.fit;

import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Checks headers, sizes and checksums of all chained parts before anything is decoded, in one pass over the file. The SDK
 * delivers every message before it looks at the checksum, and calls truncated and empty files whole.
 */
final class FitFrame {
    private static final int SHORT_HEADER = 12;
    private static final int HEADER = 14;
    private static final int CHECKSUM = 2;
    private static final int CHUNK = 1 << 16;
    private static final byte[] SIGNATURE = ".FIT".getBytes(StandardCharsets.US_ASCII);

    private final FileChannel file;
    private final long size;
    private final Limits limits;

    FitFrame(FileChannel file, Limits limits) throws IOException {
        this.file = file;
        this.size = file.size();
        this.limits = limits;
    }

    /** The parts of a whole file; a {@link Refusal} says what is wrong with any other. */
    List<FitPart> parts() throws IOException {
        if (size == 0) {
            throw new Refusal("an empty file");
        }
        if (size > limits.bytes(Limit.FILE_MEGABYTES)) {
            throw limits.exceeded(Limit.FILE_MEGABYTES);
        }
        List<FitPart> parts = new ArrayList<>();
        long offset = 0;
        while (offset < size && !(offset > 0 && onlyZerosFrom(offset))) {
            limits.check(Limit.PARTS, parts.size() + 1L);
            FitPart part = partAt(offset);
            parts.add(part);
            offset += part.length();
        }
        return parts;
    }

    private FitPart partAt(long offset) throws IOException {
        byte[] header = read(offset, HEADER);
        if (!isFit(header)) {
            throw new Refusal(
                    offset == 0
                            ? "not a FIT file: it begins with " + LookOfBytes.of(header)
                            : "damaged: something that is not FIT follows after %,d bytes".formatted(offset));
        }
        long data = Integer.toUnsignedLong(
                ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        FitPart part = new FitPart(offset, header[0] + data + CHECKSUM);
        if (data == 0) {
            throw new Refusal("never finished: its header says that nothing was written");
        }
        if (offset + part.length() > size) {
            throw new Refusal(String.format(
                    Locale.ROOT, "cut short: the file says %,d bytes, %,d are there", offset + part.length(), size));
        }
        check(part, header);
        return part;
    }

    private static boolean isFit(byte[] header) {
        return header.length >= SHORT_HEADER
                && (header[0] == SHORT_HEADER || header[0] == HEADER)
                && Arrays.equals(header, 8, 12, SIGNATURE, 0, SIGNATURE.length);
    }

    private void check(FitPart part, byte[] header) throws IOException {
        if (header[0] == HEADER) {
            Checksum ofHeader = new Checksum();
            ofHeader.add(header, 0, SHORT_HEADER);
            int told = littleEndian(header, SHORT_HEADER);
            if (told != 0 && told != ofHeader.value()) {
                throw new Refusal("wrong checksum in its header: the file was damaged on its way");
            }
        }
        Checksum whole = new Checksum();
        long end = part.offset() + part.length() - CHECKSUM;
        for (long at = part.offset(); at < end; at += CHUNK) {
            byte[] chunk = read(at, (int) Math.min(CHUNK, end - at));
            whole.add(chunk, 0, chunk.length);
        }
        if (littleEndian(read(end, CHECKSUM), 0) != whole.value()) {
            throw new Refusal("wrong checksum: the file was damaged on its way");
        }
    }

    private boolean onlyZerosFrom(long offset) throws IOException {
        for (long at = offset; at < size; at += CHUNK) {
            for (byte b : read(at, (int) Math.min(CHUNK, size - at))) {
                if (b != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int littleEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    /** Up to {@code length} bytes; fewer only where the file ends. */
    private byte[] read(long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && file.read(buffer, offset + buffer.position()) > 0) {
            // The channel may give less than asked for.
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
