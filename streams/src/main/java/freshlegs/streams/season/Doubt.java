package freshlegs.streams.season;

import java.util.Arrays;

/** The mark of what was told and is to be told again, whatever comes out; neither compact bytes nor JSON begin with it. */
final class Doubt {
    private static final byte MARK = 2;

    /** Something was told, nobody knows any more what. */
    static final byte[] UNKNOWN = {MARK};

    private Doubt() {}

    static boolean isIn(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == MARK;
    }

    static byte[] castOn(byte[] bytes) {
        byte[] doubted = new byte[bytes.length + 1];
        doubted[0] = MARK;
        System.arraycopy(bytes, 0, doubted, 1, bytes.length);
        return doubted;
    }

    /** As they were before doubt was cast on them. */
    static byte[] without(byte[] bytes) {
        return isIn(bytes) ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
