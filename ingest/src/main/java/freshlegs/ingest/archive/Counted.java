package freshlegs.ingest.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that are counted as they are read, whichever way they are read. */
abstract class Counted extends FilterInputStream {
    Counted(InputStream in) {
        super(in);
    }

    /** So many bytes, none at the end, were read just now; throws when that is more than is borne. */
    abstract void count(int bytes) throws IOException;

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(0, count));
        return count;
    }
}
