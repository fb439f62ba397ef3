package freshlegs.ingest.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.ingest.ABroker;
import freshlegs.ingest.IngestSettings;
import freshlegs.ingest.IngestWorker;
import freshlegs.ingest.Spool;
import freshlegs.ingest.fit.FitEncoder;
import freshlegs.ingest.fit.WrittenDevice;
import freshlegs.ingest.fit.WrittenMonitoring;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.remote.AClock;
import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.ingest.remote.Secret;
import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Route;
import freshlegs.model.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayToTopicTest {
    private static final AthleteId ANNA = AthleteId.of("anna");

    @Test
    void a_fetched_file_is_published_and_one_that_may_not_come_is_told_with_its_reason(@TempDir Path data)
            throws Exception {
        AClock clock = new AClock("2026-06-10T10:00:00Z");
        Instant at = clock.instant().minus(Duration.ofDays(1));
        WrittenDevice watch =
                new WrittenDevice(WrittenDevice.DEVELOPMENT, 7, "Test watch", 4711, HeartRateSource.WRIST);
        byte[] file = FitEncoder.encode(new WrittenMonitoring(watch, at.minus(Duration.ofHours(8)), at, 0, 51, 49));
        Spool spool = Spool.at(data, Limits.STANDARD, clock);
        ConnectionBook.in(data)
                .put(Connection.intervals(
                        ANNA, new Secret(AnIntervalsServer.KEY), LocalDate.parse("2026-06-01"), clock.instant()));

        try (ABroker broker = ABroker.started();
                AnIntervalsServer server = AnIntervalsServer.started()
                        .has("i1", "2026-06-09T07:00:00", file)
                        .hasStub("16000000001", "2026-06-08T07:00:00");
                IngestWorker ingest = IngestWorker.start(new IngestSettings(
                        data, broker.address, ZoneId.of("UTC"), Duration.ofMillis(50), Limits.STANDARD, clock));
                RelayWorker relay = RelayWorker.start(
                        new RelaySettings(
                                data,
                                IntervalsAddress.of(server.address()),
                                Duration.ofMinutes(10),
                                Limits.STANDARD,
                                clock,
                                Politeness.standard(7)),
                        spool,
                        ComingWorkouts.nowhere())) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> ingest.status().done() == 1 && ingest.status().setAside() == 1);
            assertThat(relay.status().get(0).trouble()).isEmpty();

            List<Delivery> deliveries = broker.read(Topics.DELIVERY);
            assertThat(deliveries).hasSize(2).allMatch(delivery -> delivery.route() == Route.RELAY);
            assertThat(deliveries)
                    .filteredOn(delivery -> delivery.problem().isPresent())
                    .singleElement()
                    .satisfies(delivery -> {
                        assertThat(delivery.problem()).contains(Reasons.STRAVA);
                        assertThat(delivery.path()).isEqualTo("intervals.icu/16000000001/16000000001.fit");
                        assertThat(delivery.sizeBytes()).isZero();
                    });
            assertThat(broker.read(Topics.READING)).hasSize(1);
        }
        assertThat(data.resolve("set-aside")).isEmptyDirectory();
    }
}
