package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RealFilesTest {
    private static final Origin ORIGIN =
            new Origin(AthleteId.of("real"), Instant.parse("2026-11-01T00:00:00Z"), instant -> ZoneOffset.ofHours(1));

    @Test
    void every_real_file_gives_facts_or_a_plain_reason() {
        for (RealFiles.Listed listed : RealFiles.all()) {
            Decoded decoded = new FitDecoder().decode(listed.path(), ORIGIN);
            if (decoded instanceof Decoded.Problem problem) {
                assertThat(problem.reason()).as(listed.name()).isNotBlank();
            } else {
                Decoded.Contents contents = (Decoded.Contents) decoded;
                assertThat(contents.recordings().size() + contents.readings().size())
                        .as(listed.name())
                        .isPositive();
            }
        }
    }
}
