package freshlegs.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Packed bytes of which a megabyte must not pass without anything coming out: headers and empty pieces come to an end. */
final class Yielding extends Counted {
    private static final long MOST_IN_VAIN = 1L << 20;

    private LongSupplier unpackedBytes = () -> 0;
    private long unpackedBefore;
    private long inVain;

    Yielding(InputStream packed) {
        super(packed);
    }

    /** How much has come out, once that is known. */
    void compareWith(LongSupplier unpacked) {
        unpackedBytes = unpacked;
    }

    @Override
    void count(int bytes) throws IOException {
        long unpacked = unpackedBytes.getAsLong();
        inVain = unpacked == unpackedBefore ? inVain + bytes : 0;
        unpackedBefore = unpacked;
        if (inVain > MOST_IN_VAIN) {
            throw new IOException("headers without end");
        }
    }
}
