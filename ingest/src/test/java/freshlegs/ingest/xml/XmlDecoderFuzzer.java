package freshlegs.ingest.xml;

import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Kind;
import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Looks for TCX and GPX files that break their decoder; whatever is thrown is a finding. */
public final class XmlDecoderFuzzer {
    private static final Origin ORIGIN =
            new Origin(AthleteId.of("anna"), Instant.parse("2026-11-01T00:00:00Z"), instant -> ZoneOffset.UTC);
    private static final XmlDecoder DECODER = new XmlDecoder(Limits.STANDARD);
    private static final Path FILE = newFile();

    private XmlDecoderFuzzer() {}

    public static void fuzzerTestOneInput(byte[] content) throws IOException {
        Files.write(FILE, content);
        Kind kind = Kind.of(FILE);
        if (kind == Kind.TCX || kind == Kind.GPX) {
            Decoded decoded = DECODER.decode(FILE, kind, ORIGIN, Optional.empty());
            if (decoded instanceof Decoded.Problem problem && problem.reason().isBlank()) {
                throw new IllegalStateException("a problem without a reason");
            }
        }
    }

    private static Path newFile() {
        try {
            Path file = Files.createTempFile("freshlegs-fuzz", ".xml");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
