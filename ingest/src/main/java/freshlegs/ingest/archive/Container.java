package freshlegs.ingest.archive;

import java.util.Optional;

/** The entries of one archive in an order that depends on its bytes alone. Folders and nobody's files are left out. */
interface Container extends AutoCloseable {
    /** The next entry; what was opened before it is at its end. */
    Optional<Entry> next() throws Damaged;

    /** How many entries are known to follow. */
    int remaining();

    @Override
    void close();
}
