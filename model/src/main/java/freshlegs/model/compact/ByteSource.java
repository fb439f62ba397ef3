package freshlegs.model.compact;

import freshlegs.model.AthleteId;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes being read, as {@link ByteSink} wrote them. */
final class ByteSource {
    private final byte[] bytes;
    private int at;
    private @Nullable AthleteId athlete;

    ByteSource(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    int oneByte() {
        return bytes[at++];
    }

    int fourBytes() {
        int number = 0;
        for (int i = 0; i < 4; i++) {
            number = number << 8 | (oneByte() & 0xFF);
        }
        return number;
    }

    long count() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    int size() {
        return (int) count();
    }

    long whole() {
        return unfolded(count());
    }

    double number() {
        long code = count();
        int decimals = (int) (code & 7);
        if (decimals == ByteSink.IN_FULL) {
            long high = (long) fourBytes() << 32;
            return Double.longBitsToDouble(high | (fourBytes() & 0xFFFFFFFFL));
        }
        return unfolded(code >>> 3) / ByteSink.POWERS[decimals] + 0.0;
    }

    String text() {
        int length = size();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** One record names its athlete often. */
    AthleteId athlete() {
        String text = text();
        AthleteId known = athlete;
        if (known == null || !known.value().equals(text)) {
            known = AthleteId.of(text);
            athlete = known;
        }
        return known;
    }

    private static long unfolded(long number) {
        return (number >>> 1) ^ -(number & 1);
    }
}
