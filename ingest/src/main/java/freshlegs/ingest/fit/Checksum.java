package freshlegs.ingest.fit;

/**
 * FIT's checksum: CRC-16/ARC, polynomial 0xA001 reflected, beginning at zero (FIT protocol, "CRC"). Eight bytes are looked up at a time,
 * each in a table of its own that knows how many are to follow it.
 */
final class Checksum {
    private static final int POLYNOMIAL = 0xA001;
    private static final int AT_A_TIME = 8;
    private static final int[][] TABLES = tables();

    private int crc;

    void add(byte[] bytes, int from, int length) {
        int next = crc;
        int at = from;
        int end = from + length;
        for (; end - at >= AT_A_TIME; at += AT_A_TIME) {
            int first = next ^ at(bytes, at);
            next = TABLES[7][first & 0xFF]
                    ^ TABLES[6][first >>> 8]
                    ^ TABLES[5][bytes[at + 2] & 0xFF]
                    ^ TABLES[4][bytes[at + 3] & 0xFF]
                    ^ TABLES[3][bytes[at + 4] & 0xFF]
                    ^ TABLES[2][bytes[at + 5] & 0xFF]
                    ^ TABLES[1][bytes[at + 6] & 0xFF]
                    ^ TABLES[0][bytes[at + 7] & 0xFF];
        }
        for (; at < end; at++) {
            next = next >>> 8 ^ TABLES[0][(next ^ bytes[at]) & 0xFF];
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

    private static int[][] tables() {
        int[][] tables = new int[AT_A_TIME][256];
        for (int i = 0; i < tables[0].length; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ POLYNOMIAL;
            }
            tables[0][i] = crc;
        }
        for (int following = 1; following < AT_A_TIME; following++) {
            for (int i = 0; i < tables[0].length; i++) {
                int before = tables[following - 1][i];
                tables[following][i] = before >>> 8 ^ tables[0][before & 0xFF];
            }
        }
        return tables;
    }
}
