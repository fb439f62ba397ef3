package freshlegs.ingest.archive;

import java.io.FilterInputStream;
import java.io.InputStream;

/** One entry of a stream that goes on behind it. */
final class Lent extends FilterInputStream {
    Lent(InputStream stream) {
        super(stream);
    }

    @Override
    public void close() {
        // Whoever lent it closes it.
    }
}
