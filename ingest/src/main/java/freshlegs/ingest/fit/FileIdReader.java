package freshlegs.ingest.fit;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** Who wrote a FIT file, from its first message alone, so that not even a file that is cut short need be read whole. */
public final class FileIdReader {
    /** FIT's number for Garmin. */
    public static final int GARMIN = 1;

    /** FIT's number for Wahoo. */
    public static final int WAHOO = 32;

    private static final int SHORT_HEADER = 12;
    private static final byte[] SIGNATURE = {'.', 'F', 'I', 'T'};
    private static final int IS_DEFINITION = 0x40;
    private static final int HAS_DEVELOPER_FIELDS = 0x20;
    private static final int LOCAL_TYPE = 0x0F;
    private static final int MANUFACTURER = 1;
    private static final int SERIAL = 3;
    private static final int PRODUCT_NAME = 8;
    private static final long NO_SERIAL = 0xFFFFFFFFL;
    private static final int LONGEST_NAME = 60;

    private FileIdReader() {}

    /** What the first message says; watches without a number give no serial. */
    public record Writer(int manufacturer, OptionalLong serial, Optional<String> productName) {}

    /** Nothing for anything that does not begin as a FIT file should; the stream stays open. */
    public static Optional<Writer> read(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(file);
        try {
            int headerLength = in.readUnsignedByte();
            byte[] header = in.readNBytes(Math.max(headerLength, SHORT_HEADER) - 1);
            if (!ByteBuffer.wrap(header, SHORT_HEADER - 1 - SIGNATURE.length, SIGNATURE.length)
                    .equals(ByteBuffer.wrap(SIGNATURE))) {
                return Optional.empty();
            }
            return readFirstMessage(in);
        } catch (EOFException | IndexOutOfBoundsException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Optional<Writer> readFirstMessage(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        in.readUnsignedByte();
        ByteOrder order = in.readUnsignedByte() == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int message = ByteBuffer.wrap(in.readNBytes(Short.BYTES)).order(order).getShort();
        if ((kind & 0x80) != 0 || (kind & IS_DEFINITION) == 0 || message != 0) {
            return Optional.empty();
        }
        byte[] fields = in.readNBytes(in.readUnsignedByte() * 3);
        if ((kind & HAS_DEVELOPER_FIELDS) != 0) {
            in.readNBytes(in.readUnsignedByte() * 3);
        }
        if (in.readUnsignedByte() != (kind & LOCAL_TYPE)) {
            return Optional.empty();
        }
        return Optional.of(read(fields, order, in));
    }

    private static Writer read(byte[] fields, ByteOrder order, DataInputStream in) throws IOException {
        int manufacturer = -1;
        OptionalLong serial = OptionalLong.empty();
        Optional<String> productName = Optional.empty();
        for (int at = 0; at < fields.length; at += 3) {
            ByteBuffer value =
                    ByteBuffer.wrap(in.readNBytes(fields[at + 1] & 0xFF)).order(order);
            switch (fields[at]) {
                case MANUFACTURER -> manufacturer = Short.toUnsignedInt(value.getShort());
                case SERIAL -> serial = serial(Integer.toUnsignedLong(value.getInt()));
                case PRODUCT_NAME -> productName = name(value.array());
                default -> {
                    // Says nothing of who wrote it.
                }
            }
        }
        return new Writer(manufacturer, serial, productName);
    }

    private static OptionalLong serial(long number) {
        return number == 0 || number == NO_SERIAL ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static Optional<String> name(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf(0);
        String name = text.substring(0, end < 0 ? text.length() : end)
                .replaceAll("\\p{C}", "")
                .strip();
        return Optional.of(name.substring(0, Math.min(name.length(), LONGEST_NAME)))
                .filter(each -> !each.isEmpty());
    }
}
