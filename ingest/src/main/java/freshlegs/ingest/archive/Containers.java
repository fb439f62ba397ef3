package freshlegs.ingest.archive;

import freshlegs.ingest.decode.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens what is an archive by its bytes. */
final class Containers {
    private static final int HEAD = Kind.HEAD_BYTES;

    private Containers() {}

    /** {@code name} is what the file is called where it lies. */
    static Container open(Path file, String name, Allowance allowance) throws Damaged {
        byte[] head = head(file);
        return switch (Kind.of(head)) {
            case ZIP -> zip(file, allowance);
            case TAR -> TarContainer.over(content(file), allowance);
            case GZIP -> gzip(file, head, name, allowance);
            default -> throw new Damaged("not an archive");
        };
    }

    private static Container zip(Path file, Allowance allowance) throws Damaged {
        try {
            return ZipContainer.open(file, allowance);
        } catch (Damaged e) {
            if (e.reason().startsWith("refused")) {
                throw e;
            }
            return StreamedZip.open(file, allowance, "damaged: its list of files, at its end, is missing or wrong");
        }
    }

    private static Container gzip(Path file, byte[] head, String name, Allowance allowance) throws Damaged {
        InputStream content = content(file);
        try {
            InputStream unpacker = Gzip.unpacker(content);
            return Gzip.kindInside(head) == Kind.TAR
                    ? TarContainer.over(unpacker, allowance)
                    : new GzipContainer(unpacker, name.replaceFirst("(?i)\\.gz$", ""), allowance);
        } catch (IOException e) {
            throw Damaged.by(e);
        }
    }

    private static byte[] head(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream content(Path file) {
        try {
            return new BufferedInputStream(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
