package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.ingest.fit.FitEncoder;
import freshlegs.ingest.fit.WrittenDevice;
import freshlegs.ingest.fit.WrittenMonitoring;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Route;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {
    private static final Instant NOW = Instant.parse("2026-06-10T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final AthleteId BEA = AthleteId.of("bea");
    private static final byte[] ONLY_GARMIN = day(1);
    private static final byte[] BOTH_WAYS = day(2);
    private static final byte[] ONLY_INBOX = day(3);
    private static final byte[] ALSO_BEAS = day(4);
    private static final byte[] BROKEN = "Dear coach".getBytes(StandardCharsets.UTF_8);

    @SuppressWarnings("NullAway.Init")
    private static ABroker broker;

    private final Path data;
    private final Spool spool;

    ErasureTest(@TempDir Path data) {
        this.data = data;
        this.spool = Spool.at(data, Limits.STANDARD, CLOCK);
    }

    @BeforeAll
    static void startBroker() throws Exception {
        broker = ABroker.started();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void what_came_by_one_way_alone_is_taken_out_everywhere_and_nothing_else_is() throws IOException {
        hand(ANNA, Route.GARMIN, "garmin/1.fit", ONLY_GARMIN);
        hand(ANNA, Route.GARMIN, "garmin/2.fit", BOTH_WAYS);
        hand(ANNA, Route.INBOX, "inbox/anna/2.fit", BOTH_WAYS);
        hand(ANNA, Route.INBOX, "inbox/anna/3.fit", ONLY_INBOX);
        hand(ANNA, Route.GARMIN, "garmin/4.fit", ALSO_BEAS);
        hand(BEA, Route.GARMIN, "garmin/4.fit", ALSO_BEAS);
        hand(ANNA, Route.GARMIN, "garmin/5.fit", BROKEN);
        spool.decline(Offer.of(ANNA, Route.GARMIN, "garmin/6.fit"), "gone");
        try (Erasure erasure = Erasure.of(spool, broker.address)) {
            assertThat(erasure.erase(ANNA, Route.GARMIN)).as("while files wait").isFalse();
            ingest(8);
            List<String> going = broker.read(Topics.DELIVERY).stream()
                    .filter(delivery -> delivery.athlete().equals(ANNA) && delivery.route() == Route.GARMIN)
                    .map(RecordKey::of)
                    .toList();
            List<String> only = Stream.of(1, 4).map(this::keyOfReading).toList();

            assertThat(erasure.erase(ANNA, Route.GARMIN)).isTrue();

            assertThat(broker.tombstones(Topics.READING)).containsExactlyInAnyOrderElementsOf(only);
            assertThat(broker.tombstones(Topics.DELIVERY)).hasSize(5).containsExactlyInAnyOrderElementsOf(going);
            assertThat(erasure.erase(ANNA, Route.GARMIN)).as("again").isTrue();
        }

        assertThat(new DeliveryLog(broker.address).of(ANNA))
                .extracting(Delivery::path)
                .containsExactlyInAnyOrder("inbox/anna/2.fit", "inbox/anna/3.fit");
        assertThat(blob(ONLY_GARMIN)).doesNotExist();
        assertThat(blob(BROKEN)).doesNotExist();
        assertThat(Stream.of(blob(BOTH_WAYS), blob(ONLY_INBOX), blob(ALSO_BEAS)))
                .allMatch(Files::exists);
        try (Stream<Path> left = Files.walk(data.resolve("set-aside"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        try (Stream<Path> left = Files.walk(data.resolve("spool/done"))) {
            assertThat(left.filter(Files::isRegularFile)).hasSize(3);
        }
    }

    private String keyOfReading(int days) {
        LocalDate date = LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(days);
        return broker.read(Topics.READING).stream()
                .filter(reading ->
                        reading.athlete().equals(ANNA) && reading.localDate().equals(date))
                .map(Reading.class::cast)
                .map(RecordKey::of)
                .findFirst()
                .orElseThrow();
    }

    private void ingest(int files) {
        IngestSettings settings = new IngestSettings(
                data, broker.address, ZoneId.of("UTC"), Duration.ofMillis(50), Limits.STANDARD, CLOCK);
        try (IngestWorker worker = IngestWorker.start(settings)) {
            await().atMost(PATIENCE)
                    .until(() -> worker.status().done() + worker.status().setAside() == files
                            && worker.status().pending() == 0);
        }
    }

    private void hand(AthleteId athlete, Route route, String path, byte[] content) {
        assertThat(spool.accept(Offer.of(athlete, route, path), new ByteArrayInputStream(content)))
                .isInstanceOf(Acceptance.Accepted.class);
    }

    private Path blob(byte[] content) {
        return data.resolve("spool/blobs").resolve(ContentHash.of(content));
    }

    private static byte[] day(int daysAgo) {
        WrittenDevice watch =
                new WrittenDevice(WrittenDevice.DEVELOPMENT, 7, "Test watch", 4711, HeartRateSource.WRIST);
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        return FitEncoder.encode(new WrittenMonitoring(watch, at.minus(Duration.ofHours(8)), at, 0, 51, 49));
    }
}
