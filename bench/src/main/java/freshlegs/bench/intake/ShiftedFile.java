package freshlegs.bench.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A FIT file of one part at another time: every moment in it that a decoder looks at is moved, and the checksum is made right again.
 * So it is another run, of the same size and as hard to read.
 */
final class ShiftedFile {
    private static final int TIMESTAMP = 253;
    private static final int MOMENT_BYTES = 4;
    private static final int COMPRESSED = 0x80;
    private static final int DEFINITION = 0x40;
    private static final int DEVELOPER = 0x20;
    private static final int FIELD_BYTES = 3;
    private static final int CHECKSUM_BYTES = 2;
    private static final int POLYNOMIAL = 0xA001;
    private static final int UNSIGNED = 0xFF;

    /** Fields with moments, besides the timestamp, by message: file_id, session, lap, activity, set, split. */
    private static final Map<Integer, Set<Integer>> MOMENTS = Map.of(
            0, Set.of(4),
            18, Set.of(2),
            19, Set.of(2),
            34, Set.of(5),
            225, Set.of(6, 254),
            312, Set.of(9, 27));

    private final ByteBuffer file;
    private final long seconds;
    private final Layout[] layouts = new Layout[16];

    private ShiftedFile(byte[] file, long seconds) {
        this.file = ByteBuffer.wrap(file);
        this.seconds = seconds;
    }

    /** What a definition says: where in its messages the moments are, and how long they are. */
    private record Layout(ByteOrder order, List<Integer> moments, int length) {}

    /** {@code seconds} may be negative; a multiple of 32 also leaves compressed timestamps right. */
    static byte[] of(byte[] original, long seconds) {
        byte[] copy = original.clone();
        new ShiftedFile(copy, seconds).shift();
        return copy;
    }

    private void shift() {
        int end = file.limit() - CHECKSUM_BYTES;
        file.position(file.get(0) & UNSIGNED);
        while (file.position() < end) {
            int header = next();
            if ((header & COMPRESSED) != 0) {
                shift(layouts[header >> 5 & 0x3]);
            } else if ((header & DEFINITION) != 0) {
                layouts[header & 0xF] = layout((header & DEVELOPER) != 0);
            } else {
                shift(layouts[header & 0xF]);
            }
        }
        file.order(ByteOrder.LITTLE_ENDIAN).putShort(end, (short) checksum(file.array(), end));
    }

    private Layout layout(boolean hasDeveloperFields) {
        next();
        ByteOrder order = next() == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int message = Short.toUnsignedInt(file.order(order).getShort());
        List<Integer> moments = new ArrayList<>();
        int length = 0;
        for (int fields = next(); fields > 0; fields--) {
            int number = next();
            int bytes = next();
            next();
            if (bytes == MOMENT_BYTES && isMoment(message, number)) {
                moments.add(length);
            }
            length += bytes;
        }
        for (int fields = hasDeveloperFields ? next() : 0; fields > 0; fields--) {
            length += file.get(file.position() + 1) & UNSIGNED;
            file.position(file.position() + FIELD_BYTES);
        }
        return new Layout(order, List.copyOf(moments), length);
    }

    private static boolean isMoment(int message, int field) {
        return field == TIMESTAMP || MOMENTS.getOrDefault(message, Set.of()).contains(field);
    }

    private void shift(Layout layout) {
        file.order(layout.order());
        for (int moment : layout.moments()) {
            int at = file.position() + moment;
            int told = file.getInt(at);
            file.putInt(at, told == -1 ? told : (int) (told + seconds));
        }
        file.position(file.position() + layout.length());
    }

    private int next() {
        return file.get() & UNSIGNED;
    }

    /** CRC-16/ARC (FIT protocol, "CRC"). */
    private static int checksum(byte[] bytes, int length) {
        int crc = 0;
        for (int i = 0; i < length; i++) {
            crc ^= bytes[i] & UNSIGNED;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ POLYNOMIAL;
            }
        }
        return crc;
    }
}
