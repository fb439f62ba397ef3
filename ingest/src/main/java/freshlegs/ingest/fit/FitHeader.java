package freshlegs.ingest.fit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What the first 12 or 14 bytes of a part say (FIT protocol, "File header"). */
record FitHeader(int length, long claimed, boolean rightChecksum) {
    static final int LONGEST = 14;
    private static final int SHORT = 12;
    private static final byte[] SIGNATURE = ".FIT".getBytes(StandardCharsets.US_ASCII);

    /** Nothing when the bytes are no header. */
    static Optional<FitHeader> of(byte[] bytes) {
        boolean isFit = bytes.length >= SHORT
                && (bytes[0] == SHORT || (bytes[0] == LONGEST && bytes.length >= LONGEST))
                && Arrays.equals(bytes, 8, SHORT, SIGNATURE, 0, SIGNATURE.length);
        if (!isFit) {
            return Optional.empty();
        }
        long claimed = Integer.toUnsignedLong(
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        return Optional.of(new FitHeader(bytes[0], claimed, bytes[0] == SHORT || isRight(bytes)));
    }

    /** A checksum of zero stands for none. */
    private static boolean isRight(byte[] bytes) {
        Checksum checksum = new Checksum();
        checksum.add(bytes, 0, SHORT);
        int told = Checksum.at(bytes, SHORT);
        return told == 0 || told == checksum.value();
    }
}
