package freshlegs.ingest.garmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.ingest.ABroker;
import freshlegs.ingest.Erasure;
import freshlegs.ingest.IngestSettings;
import freshlegs.ingest.IngestWorker;
import freshlegs.ingest.Offer;
import freshlegs.ingest.Spool;
import freshlegs.ingest.fit.FitEncoder;
import freshlegs.ingest.fit.WrittenDevice;
import freshlegs.ingest.fit.WrittenMonitoring;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.remote.AClock;
import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Route;
import freshlegs.model.topic.Topics;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GarminLeaverTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AClock clock = new AClock("2026-06-10T10:00:00Z");
    private final Path data;
    private final Spool spool;

    GarminLeaverTest(@TempDir Path data) {
        this.data = data;
        this.spool = Spool.at(data, Limits.STANDARD, clock);
    }

    @Test
    void a_user_who_leaves_is_erased_and_what_came_by_another_way_stays() throws Exception {
        byte[] first = day(1);
        byte[] second = day(2);
        ConnectionBook.in(data).put(Connection.garmin(ANNA, "u-1", clock.instant()));
        try (ABroker broker = ABroker.started();
                AGarminServer garmin = AGarminServer.started();
                AGarminIntake intake = new AGarminIntake(data, Optional.empty(), clock);
                Erasure erasure = Erasure.of(spool, broker.address);
                IngestWorker ingest = IngestWorker.start(new IngestSettings(
                        data, broker.address, ZoneId.of("UTC"), Duration.ofMillis(50), Limits.STANDARD, clock));
                GarminWorker worker =
                        GarminWorker.start(intake.settings, spool, erasure, garmin.rule(), Duration.ofSeconds(3))) {
            spool.accept(Offer.of(ANNA, Route.UPLOAD, "kept.fit"), new ByteArrayInputStream(second));
            intake.tell(
                    "activityFiles",
                    AGarminIntake.file("u-1", "a1", garmin.has("f1", first)),
                    AGarminIntake.file("u-1", "a2", garmin.has("f2", second)));
            await().atMost(PATIENCE).until(() -> ingest.status().done() == 3);
            garmin.refuses("f3", 500);
            intake.tell("activityFiles", AGarminIntake.file("u-1", "a3", garmin.has("f3", day(3))));
            await().atMost(PATIENCE).until(() -> garmin.requests().contains("f3"));

            intake.tell("deregistrations", "{\"userId\":\"u-1\"}");

            await().atMost(PATIENCE).until(() -> worker.status().isEmpty() && isNobodyLeaving());
            assertThat(worker.lastError()).isEmpty();
            assertThat(broker.tombstones(Topics.READING))
                    .singleElement()
                    .asString()
                    .startsWith("anna/resting-heart-rate/2026-06-09/");
            assertThat(broker.tombstones(Topics.DELIVERY)).hasSize(2);
        }

        assertThat(ConnectionBook.in(data).all()).isEmpty();
        assertThat(data.resolve("spool/blobs").resolve(ContentHash.of(first))).doesNotExist();
        assertThat(data.resolve("spool/blobs").resolve(ContentHash.of(second))).exists();
        try (Stream<Path> left = Files.walk(data.resolve("spool/garmin"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void a_user_who_leaves_after_the_connection_was_removed_is_erased_all_the_same() throws Exception {
        byte[] first = day(1);
        ConnectionBook.in(data).put(Connection.garmin(ANNA, "u-1", clock.instant()));
        try (ABroker broker = ABroker.started();
                AGarminServer garmin = AGarminServer.started();
                AGarminIntake intake = new AGarminIntake(data, Optional.empty(), clock);
                Erasure erasure = Erasure.of(spool, broker.address);
                IngestWorker ingest = IngestWorker.start(new IngestSettings(
                        data, broker.address, ZoneId.of("UTC"), Duration.ofMillis(50), Limits.STANDARD, clock));
                GarminWorker worker =
                        GarminWorker.start(intake.settings, spool, erasure, garmin.rule(), Duration.ofSeconds(3))) {
            intake.tell("activityFiles", AGarminIntake.file("u-1", "a1", garmin.has("f1", first)));
            await().atMost(PATIENCE).until(() -> ingest.status().done() == 1);
            ConnectionBook.in(data).remove(ANNA, Optional.empty());

            intake.tell("deregistrations", "{\"userId\":\"u-1\"}");

            await().atMost(PATIENCE)
                    .until(() -> broker.tombstones(Topics.DELIVERY).size() == 1 && isNobodyLeaving());
            assertThat(worker.lastError()).isEmpty();
        }

        assertThat(data.resolve("spool/blobs").resolve(ContentHash.of(first))).doesNotExist();
    }

    private boolean isNobodyLeaving() {
        return GarminFolders.in(GarminFolders.in(data).leaving(), 1).isEmpty();
    }

    private static byte[] day(int daysAgo) {
        WrittenDevice watch =
                new WrittenDevice(WrittenDevice.DEVELOPMENT, 7, "Test watch", 4711, HeartRateSource.WRIST);
        Instant at = Instant.parse("2026-06-10T10:00:00Z").minus(Duration.ofDays(daysAgo));
        return FitEncoder.encode(new WrittenMonitoring(watch, at.minus(Duration.ofHours(8)), at, 0, 51, 49));
    }
}
