package freshlegs.ingest.fit;

/** Says what a file that is not FIT seems to be, from its first bytes and never from its name. */
final class LookOfBytes {
    private static final int GZIP = 0x1F8B;
    private static final int ZIP = 0x504B;

    private LookOfBytes() {}

    static String of(byte[] start) {
        if (start.length < 2) {
            return "too little to tell";
        }
        int magic = (start[0] & 0xFF) << 8 | (start[1] & 0xFF);
        if (magic == ZIP) {
            return "a zip archive";
        }
        if (magic == GZIP) {
            return "a gzip archive";
        }
        return isText(start) ? "text" : "unknown bytes";
    }

    private static boolean isText(byte[] start) {
        for (byte b : start) {
            boolean printable = b >= ' ' || b == '\t' || b == '\n' || b == '\r' || b < 0;
            if (!printable) {
                return false;
            }
        }
        return start[0] >= ' ' || start[0] == '\n' || start[0] == (byte) 0xEF;
    }
}
