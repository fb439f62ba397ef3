package freshlegs.ingest;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One file to be read. {@code content} is missing where {@code problem} says why; {@code damage} says that it did not come out of
 * its archive as it was put in.
 */
record Job(Ticket ticket, Optional<Path> content, Optional<String> problem, Optional<String> damage, boolean isList) {

    static Job of(Ticket ticket, Path content) {
        return new Job(ticket, Optional.of(content), Optional.empty(), Optional.empty(), false);
    }
}
