package freshlegs.ingest.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends a file in which one tag, text, comment or section goes on for more than {@value #LONGEST} bytes, before a parser has
 * collected it in memory.
 */
final class ShortPieces extends FilterInputStream {
    static final int LONGEST = 1 << 20;

    private static final long COMMENT = code("<!--");
    private static final long SECTION = code("[CDA");
    private static final long INSTRUCTION = code("<?");

    /** What ends the piece that was begun: nothing special, or the last characters of a comment, section or instruction. */
    private String until = "";

    private long last;
    private int length;

    ShortPieces(InputStream file) {
        super(file);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            pass((byte) one);
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int read = super.read(bytes, offset, count);
        for (int i = 0; i < read; i++) {
            pass(bytes[offset + i]);
        }
        return read;
    }

    /** Zero bytes are UTF-16's other halves. */
    private void pass(byte next) throws IOException {
        if (++length > LONGEST) {
            throw new IOException("a piece without end");
        }
        if (next == 0) {
            return;
        }
        last = ((last << 8) | (next & 0xFF)) & 0xFFFFFFFFL;
        if (until.isEmpty()) {
            begin(next);
        } else if (endsWith(until)) {
            until = "";
            length = 0;
        }
    }

    private void begin(byte next) {
        if (last == COMMENT) {
            until = "-->";
        } else if (last == SECTION) {
            until = "]]>";
        } else if ((last & 0xFFFF) == INSTRUCTION) {
            until = "?>";
        } else if (next == '<') {
            length = 0;
        }
    }

    private boolean endsWith(String mark) {
        long mask = (1L << (8 * mark.length())) - 1;
        return (last & mask) == code(mark);
    }

    private static long code(String mark) {
        long code = 0;
        for (int i = 0; i < mark.length(); i++) {
            code = (code << 8) | mark.charAt(i);
        }
        return code;
    }
}
