package freshlegs.ingest.archive;

import freshlegs.ingest.decode.Kind;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.LimitExceeded;
import freshlegs.ingest.limit.Limits;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Files packed with gzip. A single one is no archive: it stands for its content. */
public final class Gzip {
    private static final int CHUNK = 1 << 13;

    private Gzip() {}

    /** What is inside, as far as {@code head}, the first bytes of a gzip file, tells. */
    public static Kind kindInside(byte[] head) {
        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        try (InputStream unpacker = unpacker(new ByteArrayInputStream(head))) {
            byte[] chunk = new byte[CHUNK];
            int count = 0;
            while (count >= 0 && inside.size() < Kind.HEAD_BYTES) {
                inside.write(chunk, 0, count);
                count = unpacker.read(chunk);
            }
        } catch (IOException | RuntimeException e) {
            // The head ends in the middle of the packed bytes; what came out is enough.
        }
        return Kind.of(inside.toByteArray());
    }

    /**
     * Unpacks a single file within the bounds of one. The answer is what is wrong with the packing when it broke off; what came
     * out before that is in {@code to}.
     */
    public static Optional<String> unpack(Path from, Path to, Limits limits) {
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(from));
                OutputStream out = Files.newOutputStream(to)) {
            return unpack(packed, out, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> unpack(InputStream packed, OutputStream out, Limits limits) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        int count = 0;
        InputStream unpacker;
        try {
            unpacker = Metered.of(unpacker(packed), new Allowance(limits));
        } catch (IOException e) {
            return Optional.of(Damaged.by(e).reason());
        }
        while (count >= 0) {
            out.write(chunk, 0, count);
            size += count;
            if (size > limits.bytes(Limit.FILE_MEGABYTES)) {
                throw limits.exceeded(Limit.FILE_MEGABYTES);
            }
            try {
                count = unpacker.read(chunk);
            } catch (LimitExceeded e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                return Optional.of(Damaged.by(e).reason());
            }
        }
        return Optional.empty();
    }

    static InputStream unpacker(InputStream packed) throws IOException {
        Yielding bounded = new Yielding(packed);
        GzipCompressorInputStream unpacker = GzipCompressorInputStream.builder()
                .setInputStream(bounded)
                .setDecompressConcatenated(true)
                .get();
        bounded.compareWith(unpacker::getUncompressedCount);
        return unpacker;
    }
}
