package freshlegs.ingest.fit;

import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the content of all chained parts and says what is wrong with sizes and checksums before anything is decoded: the SDK
 * delivers every message before it looks at the checksum, and calls truncated and empty files whole. Of a flawed part the
 * zeros at its end are left out, which a watch without power leaves behind.
 */
final class FitFrame {
    private static final int CHECKSUM = 2;
    private static final int TELLING_ZEROS = 64;

    private final FileBytes bytes;
    private final Limits limits;

    FitFrame(FileChannel file, Limits limits) throws IOException {
        this.bytes = new FileBytes(file);
        this.limits = limits;
    }

    /** The parts up to the first that nothing can follow; what is no FIT file at all is a {@link Refusal}. */
    List<FitPart> parts() throws IOException {
        if (bytes.size() == 0) {
            throw new Refusal("an empty file");
        }
        if (bytes.size() > limits.bytes(Limit.FILE_MEGABYTES)) {
            throw limits.exceeded(Limit.FILE_MEGABYTES);
        }
        List<FitPart> parts = new ArrayList<>();
        long offset = 0;
        while (offset < bytes.size() && !(offset > 0 && bytes.trailingZeros(offset, bytes.size()) == offset)) {
            limits.check(Limit.PARTS, parts.size() + 1L);
            Optional<FitHeader> header = headerAt(offset);
            if (header.isEmpty() && offset == 0) {
                throw new Refusal("not a FIT file: it begins with " + LookOfBytes.of(bytes.read(0, FitHeader.LONGEST)));
            }
            if (header.isEmpty()) {
                String flaw = format("damaged: something that is not FIT follows after %,d bytes", offset);
                parts.add(FitPart.flawed(offset, offset, 0, flaw));
                break;
            }
            FitPart part = part(header.get(), offset);
            parts.add(part);
            offset = end(header.get(), part);
        }
        return parts;
    }

    private Optional<FitHeader> headerAt(long offset) throws IOException {
        return FitHeader.of(bytes.read(offset, FitHeader.LONGEST));
    }

    /** Where the next part would begin; after one that was never finished there is none. */
    private long end(FitHeader header, FitPart part) {
        boolean toTheEnd = header.claimed() == 0 && !part.isEmpty();
        return toTheEnd ? bytes.size() : part.from() + header.claimed() + CHECKSUM;
    }

    private FitPart part(FitHeader header, long offset) throws IOException {
        long from = offset + header.length();
        if (header.claimed() == 0) {
            return unfinished(from);
        }
        long to = from + header.claimed();
        if (to + CHECKSUM > bytes.size()) {
            String flaw = format("cut short: the file says %,d bytes, %,d are there", to + CHECKSUM, bytes.size());
            return FitPart.flawed(from, filled(from, Math.min(to, bytes.size())), header.claimed(), flaw);
        }
        if (!header.rightChecksum()) {
            String flaw = "wrong checksum in its header: the file was damaged on its way";
            return FitPart.flawed(from, filled(from, to), header.claimed(), flaw);
        }
        if (Checksum.at(bytes.read(to, CHECKSUM), 0) != bytes.checksum(offset, to)) {
            String flaw = "wrong checksum: the file was damaged on its way";
            return FitPart.flawed(from, filled(from, to), header.claimed(), flaw);
        }
        return new FitPart(from, to, header.claimed(), Optional.empty());
    }

    /** All that follows is its content, unless it is the next part or no more than a checksum. */
    private FitPart unfinished(long from) throws IOException {
        boolean isEmpty =
                from + CHECKSUM >= bytes.size() || headerAt(from + CHECKSUM).isPresent();
        if (isEmpty) {
            return FitPart.flawed(from, from, 0, "never finished: its header says that nothing was written");
        }
        long to = filled(from, bytes.size());
        return FitPart.flawed(
                from,
                to,
                to - from,
                "never finished: its header says that nothing was written, and yet something follows");
    }

    private long filled(long from, long to) throws IOException {
        long end = bytes.trailingZeros(from, to);
        return to - end >= TELLING_ZEROS ? end : to;
    }

    private static String format(String sentence, Object... amounts) {
        return String.format(Locale.ROOT, sentence, amounts);
    }
}
