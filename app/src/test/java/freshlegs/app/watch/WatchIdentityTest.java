package freshlegs.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchIdentityTest {
    private final Path root;

    WatchIdentityTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void a_watch_describes_itself() throws IOException {
        AWatch.garmin(root, 34561234)
                .describedAs("GARMIN/GARMINDEVICE.XML", "Forerunner 265")
                .withFit("GARMIN/Activity/1.fit");

        assertThat(identity()).isEqualTo(new WatchIdentity("34561234", "Forerunner 265"));
    }

    @Test
    void without_a_description_its_newest_file_with_a_number_says_it() throws IOException {
        AWatch.garmin(root, 99).withFit("GARMIN/Activity/1.fit");
        AWatch.garmin(root, 99).with("GARMIN/Activity/2.fit", new byte[] {14, 1});

        assertThat(identity()).isEqualTo(new WatchIdentity("99", "Simulated"));
    }

    @Test
    void a_broken_description_counts_as_none() throws IOException {
        AWatch.garmin(root, 99)
                .withFit("GARMIN/Activity/1.fit")
                .with("GARMIN/GarminDevice.xml", "<Device><Id>1</I".getBytes(StandardCharsets.UTF_8));

        assertThat(identity().serial()).isEqualTo("99");
    }

    @Test
    void with_no_number_at_all_its_storage_is_remembered() throws IOException {
        AWatch.garmin(root, 0).withFit("GARMIN/Activity/1.fit");

        WatchIdentity identity = identity();
        assertThat(identity.serial()).matches("volume-[0-9a-f]{16}");
        assertThat(identity()).isEqualTo(identity);
    }

    @Test
    void a_description_leads_to_no_other_file_and_blows_up_nothing() throws IOException {
        Path secret = Files.writeString(root.resolve("secret"), "12345678");
        String external = "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><Device><Id>&x;</Id></Device>";
        String bomb =
                "<!DOCTYPE d [<!ENTITY a \"1111111111\"><!ENTITY b \"&a;&a;&a;&a;\">]><Device><Id>&b;</Id></Device>";

        assertThat(read(external)).isEmpty();
        assertThat(read(bomb)).isEmpty();
        assertThat(read("<Device>" + " ".repeat(1 << 20) + "<Id>1</Id></Device>"))
                .isEmpty();
        assertThat(read("<Device><Id>../../evil</Id></Device>")).isEmpty();
        assertThat(read("<Device><Model><Id>1</Id></Model></Device>")).isEmpty();
        assertThat(read("<a>".repeat(100_000))).isEmpty();
        assertThat(read("<Device><Id> 42 </Id></Device>").orElseThrow().serial())
                .isEqualTo("42");
    }

    private WatchIdentity identity() throws IOException {
        PluggedWatch watch = Places.only(java.util.List.of(root)).watches().get(0);
        return WatchIdentity.of(watch, WatchListing.of(watch), WatchReader.PLAIN);
    }

    private static Optional<DeviceXml> read(String xml) throws IOException {
        return DeviceXml.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
