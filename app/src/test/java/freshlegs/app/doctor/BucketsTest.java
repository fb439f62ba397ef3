package freshlegs.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.service.Backing;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.app.setting.Settings.Checked;
import freshlegs.ingest.Offer;
import freshlegs.ingest.original.AnObjectStorage;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketsTest {
    private static final Clock IN_AN_HOUR = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

    private final Path data;

    BucketsTest(@TempDir Path folder) {
        this.data = folder.resolve("data");
    }

    @Test
    void a_folder_alone_is_well_and_a_bucket_without_a_key_is_not() {
        assertThat(found(Map.of()).weight()).isEqualTo(Weight.OK);
        assertThat(found(Map.of("FRESHLEGS_ORIGINALS", "s3://club/files")).sentence())
                .contains("FRESHLEGS_ORIGINALS_KEY and FRESHLEGS_ORIGINALS_SECRET must say");
    }

    @Test
    void a_bucket_that_has_everything_lacks_something_or_is_away_is_told_as_such(@TempDir Path elsewhere)
            throws IOException {
        try (AnObjectStorage storage = AnObjectStorage.started(elsewhere)) {
            Map<String, String> settings = storage.environment();
            handOver("one", settings);
            assertThat(found(settings).sentence())
                    .contains("kept in s3://originals/athletes/files/")
                    .contains("has all of them");

            storage.goesAway();
            Finding away = found(settings);
            assertThat(away.weight()).isEqualTo(Weight.PROBLEM);
            assertThat(away.sentence()).contains("stay on this disk", "does not answer");
            storage.comesBack();

            handOver("two", Map.of());
            Finding lacking = found(settings);
            assertThat(lacking.weight()).isEqualTo(Weight.PROBLEM);
            assertThat(lacking.sentence()).startsWith("1 original file(s)");

            Map<String, String> refused = new HashMap<>(settings);
            refused.put("FRESHLEGS_ORIGINALS_SECRET", "another");
            assertThat(found(refused).sentence()).contains("refuses").doesNotContain("another");
        }
    }

    private Finding found(Map<String, String> environment) {
        Site site = new Site(checked(environment), environment, IN_AN_HOUR, Limits.STANDARD);
        return Buckets.originals(site).get(0);
    }

    private void handOver(String content, Map<String, String> environment) {
        Backing.spool(checked(environment).settings(), Clock.systemUTC())
                .accept(
                        Offer.of(AthleteId.of("anna"), Route.INBOX, content),
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private Checked checked(Map<String, String> environment) {
        return Settings.check(Map.of(Catalogue.DATA, data.toString()), Map.of(), environment);
    }
}
