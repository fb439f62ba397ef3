package freshlegs.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One packed file. {@code refusal} says why its content cannot be read; {@code checksum} is the CRC-32 that the archive gives
 * for it.
 */
record Entry(
        String name, Optional<Instant> modifiedAt, Optional<String> refusal, OptionalLong checksum, Source content) {

    /** Where the unpacked bytes come from; every read is measured. */
    interface Source {
        InputStream open() throws IOException;
    }

    static Entry refused(String name, Optional<Instant> modifiedAt, String reason) {
        return new Entry(name, modifiedAt, Optional.of(reason), OptionalLong.empty(), InputStream::nullInputStream);
    }

    static Entry readable(String name, Optional<Instant> modifiedAt, OptionalLong checksum, Source content) {
        return new Entry(name, modifiedAt, Optional.empty(), checksum, content);
    }
}
