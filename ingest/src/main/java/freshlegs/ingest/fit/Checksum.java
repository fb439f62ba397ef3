package freshlegs.ingest.fit;

/** FIT's checksum: CRC-16/ARC, polynomial 0xA001 reflected, beginning at zero (FIT protocol, "CRC"). */
final class Checksum {
    private static final int POLYNOMIAL = 0xA001;
    private static final int[] TABLE = table();

    private int crc;

    void add(byte[] bytes, int from, int length) {
        int next = crc;
        for (int i = from; i < from + length; i++) {
            next = next >>> 8 ^ TABLE[(next ^ bytes[i]) & 0xFF];
        }
        crc = next;
    }

    int value() {
        return crc;
    }

    /** A checksum as it is written, low byte first. */
    static int at(byte[] bytes, int offset) {
        return (bytes[offset] & 0xFF) | (bytes[offset + 1] & 0xFF) << 8;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ POLYNOMIAL;
            }
            table[i] = crc;
        }
        return table;
    }
}
