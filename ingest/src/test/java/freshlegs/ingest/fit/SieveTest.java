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

/**
 * What is read beside the SDK comes out as the SDK would have read it. {@code -Dfreshlegs.sieve=1000000} compares more spoilt files, {@code
 * -Dfreshlegs.sieve.seed=...} others.
 */
class SieveTest {
    private static final int SPOILT = Integer.getInteger("freshlegs.sieve", 300);
    private static final long SEED = Long.getLong("freshlegs.sieve.seed", 7);
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
            sieved += suits(all) ? 1 : 0;
        }
        assertThat(sieved).isGreaterThan(50);
    }

    @Test
    void a_spoilt_file_is_read_as_by_the_sdk_alone() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (RealFiles.Listed file : RealFiles.all()) {
            if (file.path().toFile().length() < SMALL) {
                seeds.add(Files.readAllBytes(file.path()));
            }
        }
        Mutation mutation = new Mutation(SEED, seeds);
        Path file = folder.resolve("x.fit");
        int sieved = 0;
        for (int i = 0; i < SPOILT; i++) {
            byte[] bytes = mutation.next();
            Files.write(file, bytes);
            Decoded read = new FitDecoder().decode(file, ORIGIN);
            Decoded bySdk = FitDecoder.bySdkAlone().decode(file, ORIGIN);
            assertThat(read).as("file %d", i).isEqualTo(bySdk);
            sieved += suits(bytes) ? 1 : 0;
        }
        assertThat(sieved).isGreaterThan(SPOILT / 20);
    }

    private static boolean suits(byte[] file) {
        int header = file.length == 0 ? 0 : Byte.toUnsignedInt(file[0]);
        return header > 0
                && header <= file.length - 2
                && Sieve.suits(Arrays.copyOfRange(file, header, file.length - 2));
    }
}
