package freshlegs.ingest.fit;

import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * A part's bytes on their way to the SDK, without what it need not see: rows of a recording are read here, and messages that the profile
 * does not know are passed over, both told in their turn. Only parts whose messages are all in order go this way; of all others the SDK sees
 * every byte.
 */
final class Sieve extends InputStream {
    private static final int LOCAL_NUMBERS = 16;
    private static final int COMPRESSED = 0x80;
    private static final int DEFINITION = 0x40;
    private static final int DEVELOPER = 0x20;
    private static final int LOCAL = 0x0F;

    /** Who is told of what the SDK does not see; {@code bytes} are a message's with its header. */
    interface Taker {
        void takeRow(Numbers row, int bytes);

        /** One that the profile does not know. */
        void passOver(int bytes);
    }

    private final ByteBuffer part;
    private final Taker taker;
    private final MessageLayout[] layouts = new MessageLayout[LOCAL_NUMBERS];
    private final boolean[] unknown = new boolean[LOCAL_NUMBERS];
    private int next;
    private int until;

    Sieve(byte[] part, Taker taker) {
        this.part = ByteBuffer.wrap(part);
        this.taker = taker;
    }

    /** Whether all of it can be followed, and rows of a recording are written plainly. */
    static boolean suits(byte[] part) {
        ByteBuffer bytes = ByteBuffer.wrap(part);
        MessageLayout[] layouts = new MessageLayout[LOCAL_NUMBERS];
        int at = 0;
        try {
            while (at < part.length) {
                int header = part[at];
                int local = header & LOCAL;
                if ((header & COMPRESSED) != 0) {
                    return false;
                }
                if ((header & DEFINITION) != 0) {
                    layouts[local] = MessageLayout.read(bytes, at + 1, (header & DEVELOPER) != 0);
                    if (!layouts[local].isPlain()) {
                        return false;
                    }
                    at += 1 + layouts[local].defined();
                } else if (layouts[local] == null) {
                    return false;
                } else {
                    at += 1 + layouts[local].length();
                }
            }
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
        return at == part.length;
    }

    @Override
    public int read() {
        return next < until || advance() ? Byte.toUnsignedInt(part.get(next++)) : -1;
    }

    /** No more than up to the next row, so that what precedes it in the file is taken before it. */
    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (next == until && !advance()) {
            return -1;
        }
        int count = Math.min(length, until - next);
        part.get(next, into, offset, count);
        next += count;
        return count;
    }

    /** The next bytes for the SDK; false at the end. */
    private boolean advance() {
        while (next == until && next < part.limit()) {
            int header = part.get(next);
            int local = header & LOCAL;
            if ((header & DEFINITION) != 0) {
                MessageLayout layout = MessageLayout.read(part, next + 1, (header & DEVELOPER) != 0);
                layouts[local] = layout;
                unknown[local] = layout.isUnknown();
                until = next + 1 + layout.defined();
            } else {
                take(layouts[local], local);
            }
        }
        return next < until;
    }

    private void take(MessageLayout layout, int local) {
        int end = next + 1 + layout.length();
        if (layout.isRecord()) {
            taker.takeRow(layout.numbers(part, next + 1), end - next);
            next = end;
        } else if (unknown[local]) {
            taker.passOver(end - next);
            next = end;
        }
        until = end;
    }
}
