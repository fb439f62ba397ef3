package freshlegs.ingest.fit;

import java.util.Optional;

/**
 * Where the content of one of a file's chained parts lies, between its header and its checksum. {@code claimed} is how many
 * bytes the header says there are, {@code flaw} what is wrong with the frame; a part may have no content but a flaw.
 */
record FitPart(long from, long to, long claimed, Optional<String> flaw) {
    static FitPart flawed(long from, long to, long claimed, String flaw) {
        return new FitPart(from, to, claimed, Optional.of(flaw));
    }

    boolean isEmpty() {
        return to <= from;
    }
}
