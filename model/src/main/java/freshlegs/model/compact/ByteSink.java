package freshlegs.model.compact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being written; numbers take as few as they need. */
final class ByteSink {
    /** The greatest power of ten by which a number is made whole. */
    static final int MOST_DECIMALS = 4;

    /** Marks a number that is written in full. */
    static final int IN_FULL = 7;

    static final double[] POWERS = {1, 10, 100, 1_000, 10_000};

    private static final double MOST_WHOLE = 1L << 50;

    /** The most, as a share, by which rounding can part a whole number from its multiple: further away it need not be tried. */
    private static final double CLOSE = 1e-15;

    private static final int FIRST_SIZE = 256;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    void oneByte(int one) {
        reserve(1);
        bytes[size++] = (byte) one;
    }

    void fourBytes(int number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            oneByte(number >>> shift);
        }
    }

    /** Seven bits a byte, lowest first; meant for numbers from 0. */
    void count(long number) {
        reserve(10);
        long left = number;
        while ((left & ~0x7FL) != 0) {
            bytes[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    /** Numbers close to 0 on either side are short. */
    void whole(long number) {
        count((number << 1) ^ (number >> 63));
    }

    /** Exact: a number with few decimals becomes a whole one and how many decimals it has, any other stands in full. */
    void number(double number) {
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            double product = number * POWERS[decimals];
            double scaled = Math.rint(product);
            if (Math.abs(product - scaled) <= Math.abs(product) * CLOSE
                    && Math.abs(scaled) < MOST_WHOLE
                    && isSame(scaled / POWERS[decimals] + 0.0, number)) {
                long whole = (long) scaled;
                count(((whole << 1) ^ (whole >> 63)) << 3 | decimals);
                return;
            }
        }
        oneByte(IN_FULL);
        long bits = Double.doubleToRawLongBits(number);
        fourBytes((int) (bits >>> 32));
        fourBytes((int) bits);
    }

    private static boolean isSame(double one, double other) {
        return Double.doubleToRawLongBits(one) == Double.doubleToRawLongBits(other);
    }

    void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        count(encoded.length);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
