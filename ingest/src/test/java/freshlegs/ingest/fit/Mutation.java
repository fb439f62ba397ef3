package freshlegs.ingest.fit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Ways in which a file is spoilt on its way, by chance or by intent. */
final class Mutation {
    private static final byte[] TELLING = {0, 1, 2, 7, 0x40, 0x60, 0x7F, (byte) 0x80, (byte) 0x86, (byte) 0xFF};
    private static final int[] KINDS = {
        0, 3, 7, 18, 19, 20, 21, 23, 27, 34, 78, 132, 206, 207, 211, 216, 275, 290, 312, 370
    };
    private static final int MOST = 4;

    private final Random random;
    private final List<byte[]> seeds;

    Mutation(long seed, List<byte[]> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds;
    }

    byte[] next() {
        byte[] file = anySeed().clone();
        for (int i = random.nextInt(MOST); i >= 0; i--) {
            file = file.length == 0 ? anySeed().clone() : mutated(file);
        }
        // Without right sizes and checksums only the frame would be met.
        return random.nextInt(3) == 0 ? file : reframed(file);
    }

    private byte[] mutated(byte[] file) {
        int at = random.nextInt(file.length);
        switch (random.nextInt(9)) {
            case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> file[at] = TELLING[random.nextInt(TELLING.length)];
            case 2 -> file[at] = (byte) random.nextInt();
            case 3 -> {
                return Arrays.copyOf(file, at);
            }
            case 4 -> {
                return spliced(file, at, anySeed());
            }
            case 5 -> {
                return spliced(file, at, file);
            }
            case 6 -> file[random.nextInt(Math.min(AFitFile.HEADER, file.length))] = (byte) random.nextInt();
            case 7 -> redefine(file, at);
            default -> Arrays.fill(file, at, Math.min(file.length, at + random.nextInt(32)), (byte) random.nextInt());
        }
        return file;
    }

    /** The beginning of one, the end of another. */
    private byte[] spliced(byte[] one, int at, byte[] other) {
        int from = random.nextInt(other.length);
        int length = Math.min(other.length - from, 1 + random.nextInt(4_000));
        return AFitFile.chain(Arrays.copyOf(one, at), Arrays.copyOfRange(other, from, from + length), tail(one, at));
    }

    private byte[] tail(byte[] file, int at) {
        return random.nextBoolean() ? new byte[0] : Arrays.copyOfRange(file, at, file.length);
    }

    /** A definition, right or wrong, in the place of whatever was there. */
    private void redefine(byte[] file, int at) {
        int kind = KINDS[random.nextInt(KINDS.length)];
        int fields = random.nextInt(6);
        ByteBuffer definition = ByteBuffer.allocate(6 + 3 * fields).order(ByteOrder.LITTLE_ENDIAN);
        definition.put((byte) (0x40 | random.nextInt(16))).put((byte) 0).put((byte) random.nextInt(2));
        definition.putShort((short) kind).put((byte) fields);
        for (int i = 0; i < fields; i++) {
            definition.put((byte) (random.nextInt(4) == 0 ? 253 : random.nextInt(16)));
            definition.put((byte) random.nextInt(9)).put((byte) (0x80 * random.nextInt(2) + random.nextInt(17)));
        }
        int length = Math.min(definition.capacity(), file.length - at);
        System.arraycopy(definition.array(), 0, file, at, length);
    }

    private byte[] reframed(byte[] file) {
        int end = file.length - AFitFile.CHECKSUM;
        return end <= AFitFile.HEADER ? file : AFitFile.around(Arrays.copyOfRange(file, AFitFile.HEADER, end));
    }

    private byte[] anySeed() {
        return seeds.get(random.nextInt(seeds.size()));
    }
}
