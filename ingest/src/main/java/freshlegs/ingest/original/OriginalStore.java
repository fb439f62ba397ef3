package freshlegs.ingest.original;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A place for original files, each of them once, under the SHA-256 of its content in hexadecimal. */
interface OriginalStore extends AutoCloseable {
    /** From the return on it is there for good; {@code file} is synced to disk and may be moved. The same again changes nothing. */
    void put(String sha256, Path file) throws IOException;

    /** The content, for whoever closes it; nothing when it is not kept. */
    Optional<InputStream> open(String sha256) throws IOException;

    boolean has(String sha256) throws IOException;

    /** From the return on it is gone; what is not there may be deleted as well. */
    void delete(String sha256) throws IOException;

    /** The hashes of everything that is kept, in order. */
    List<String> all() throws IOException;

    @Override
    void close();
}
