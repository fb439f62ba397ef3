package freshlegs.ingest.fit;

import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

/** For hunts that learn from coverage: {@code mvn -pl ingest -am test -P jazzer -DskipTests}. Whatever is thrown is a finding. */
public final class FitDecoderFuzzer {
    private static final Origin ORIGIN =
            new Origin(AthleteId.of("anna"), Instant.parse("2026-11-01T00:00:00Z"), instant -> ZoneOffset.UTC);
    private static final FitDecoder DECODER = new FitDecoder();
    private static final Path FILE = newFile();

    private FitDecoderFuzzer() {}

    /** As Jazzer calls it; the frame is set right, so that it is the content that is searched. */
    public static void fuzzerTestOneInput(byte[] content) throws IOException {
        Decoded decoded = DECODER.decode(Files.write(FILE, AFitFile.around(content)), ORIGIN);
        if (decoded instanceof Decoded.Problem problem && problem.reason().isBlank()) {
            throw new IllegalStateException("a problem without a reason");
        }
    }

    private static Path newFile() {
        try {
            Path file = Files.createTempFile("freshlegs-fuzz", ".fit");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
