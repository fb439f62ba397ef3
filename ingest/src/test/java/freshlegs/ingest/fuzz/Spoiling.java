package freshlegs.ingest.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Ways in which text and bytes of any format are spoilt. */
final class Spoiling {
    private static final int LONGEST = 64 << 10;
    private static final List<byte[]> TELLING = List.of(
            bytes("\u0000"),
            bytes("\r\n"),
            bytes("\""),
            bytes("<"),
            bytes("]]>"),
            bytes("{"),
            bytes("[["),
            bytes(","),
            bytes("-"),
            bytes("1e999"),
            bytes("99999999999999999999"),
            bytes("NaN"),
            bytes("null"),
            bytes("\\ud800"),
            bytes("../"),
            bytes("&#0;"),
            bytes("9999-12-31"),
            new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF},
            new byte[] {(byte) 0x80},
            new byte[] {0x7F, (byte) 0xFF});
    private static final int MOST = 4;

    private final Random random;
    private final List<byte[]> seeds;

    Spoiling(long seed, List<byte[]> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds;
    }

    byte[] next() {
        byte[] content = seeds.get(random.nextInt(seeds.size()));
        for (int i = random.nextInt(MOST); i >= 0; i--) {
            content = spoilt(content);
        }
        return content;
    }

    private byte[] spoilt(byte[] content) {
        int at = random.nextInt(content.length + 1);
        int behind = at + random.nextInt(Math.min(64, content.length - at + 1));
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length + 1);
        byte[] telling = TELLING.get(random.nextInt(TELLING.size()));
        return switch (random.nextInt(7)) {
            case 0 -> joined(content, at, telling, 0, telling.length, at);
            case 1 -> joined(content, at, telling, 0, telling.length, Math.min(content.length, at + telling.length));
            case 2 -> joined(content, at, telling, 0, 0, behind);
            case 3 -> joined(content, at, content, at, behind, at);
            case 4 -> joined(content, at, other, from, other.length, content.length);
            case 5 -> joined(content, at, telling, 0, 0, content.length);
            default ->
                joined(content, at, new byte[] {(byte) random.nextInt()}, 0, 1, Math.min(content.length, at + 1));
        };
    }

    private static byte[] joined(byte[] content, int until, byte[] middle, int from, int to, int onwards) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(content, 0, until);
        all.write(middle, from, to - from);
        all.write(content, onwards, content.length - onwards);
        byte[] whole = all.toByteArray();
        return whole.length <= LONGEST ? whole : Arrays.copyOf(whole, LONGEST);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
