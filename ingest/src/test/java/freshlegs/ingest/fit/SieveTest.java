package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read beside the SDK comes out as the SDK would have read it. */
class SieveTest {
    private static final int SPOILT = 300;
    private static final int SMALL = 10 << 10;
    private static final Origin ORIGIN =
            new Origin(AthleteId.of("anna"), Instant.parse("2026-11-01T00:00:00Z"), instant -> ZoneOffset.UTC);

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    /** Of the many alike each tenth. */
    @Test
    void real_files_are_read_as_by_the_sdk_alone() throws IOException {
        int sieved = 0;
        int number = 0;
        for (RealFiles.Listed file : RealFiles.all()) {
            boolean alike = file.name().startsWith("history-a/") || file.name().startsWith("wellness/");
            if (alike && number++ % 10 > 0) {
                continue;
            }
            Decoded read = new FitDecoder().decode(file.path(), ORIGIN);
            assertThat(read).as(file.name()).isEqualTo(FitDecoder.bySdkAlone().decode(file.path(), ORIGIN));
            byte[] all = Files.readAllBytes(file.path());
            sieved += all.length > FitHeader.LONGEST && suits(all) ? 1 : 0;
        }
        assertThat(sieved).isGreaterThan(50);
    }

    /** Of what is passed over nobody asks whether it can be read. */
    @Test
    void a_spoilt_file_is_read_as_by_the_sdk_alone_unless_that_stumbled() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (RealFiles.Listed file : RealFiles.all()) {
            if (file.path().toFile().length() < SMALL) {
                seeds.add(Files.readAllBytes(file.path()));
            }
        }
        Mutation mutation = new Mutation(7, seeds);
        Path file = folder.resolve("x.fit");
        for (int i = 0; i < SPOILT; i++) {
            Files.write(file, mutation.next());
            Decoded read = new FitDecoder().decode(file, ORIGIN);
            Decoded bySdk = FitDecoder.bySdkAlone().decode(file, ORIGIN);
            boolean whole = bySdk instanceof Decoded.Contents contents
                    && contents.salvage().isEmpty();
            if (whole || !read.equals(bySdk)) {
                assertThat(read).as("file %d", i).isEqualTo(bySdk);
            }
        }
    }

    private static boolean suits(byte[] file) {
        byte[] content = Arrays.copyOfRange(file, file[0], file.length - 2);
        return Sieve.suits(content);
    }
}
