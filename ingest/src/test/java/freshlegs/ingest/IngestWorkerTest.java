package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.ingest.fit.FitEncoder;
import freshlegs.ingest.fit.WrittenDevice;
import freshlegs.ingest.fit.WrittenMonitoring;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.Sex;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.DayClosed;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Route;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topics;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestWorkerTest {
    private static final Instant NOW = Instant.parse("2026-06-10T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final WrittenDevice WATCH =
            new WrittenDevice(WrittenDevice.DEVELOPMENT, 7, "Test watch", 4711, HeartRateSource.WRIST);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init")
    private static ABroker broker;

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path data;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = ABroker.started();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void a_dropped_file_becomes_facts_a_delivery_and_days_that_are_over() throws IOException {
        AthleteId anna = AthleteId.of("anna");
        drop("inbox/anna/day.fit", FitEncoder.encode(monitoring(NOW.minus(Duration.ofDays(2)))));

        try (IngestWorker worker = IngestWorker.start(settings(broker.address))) {
            await().atMost(PATIENCE).until(() -> days(anna).size() == 2);
            assertThat(worker.status().done()).isEqualTo(1);
        }

        Reading reading = broker.read(Topics.READING).stream()
                .filter(fact -> fact.athlete().equals(anna))
                .findFirst()
                .orElseThrow();
        assertThat(reading.localDate()).isEqualTo(LocalDate.parse("2026-06-08"));
        assertThat(delivery(anna).contents()).containsExactly(reading.ref());
        assertThat(delivery(anna).path()).isEqualTo("inbox/anna/day.fit");
        assertThat(delivery(anna).problem()).isEmpty();
        assertThat(days(anna)).containsExactly(LocalDate.parse("2026-06-08"), LocalDate.parse("2026-06-09"));
    }

    @Test
    void a_broken_file_is_set_aside_and_its_delivery_says_why() throws IOException {
        AthleteId bea = AthleteId.of("bea");
        drop("inbox/bea/letter.fit", "Dear coach".getBytes(StandardCharsets.UTF_8));

        try (IngestWorker worker = IngestWorker.start(settings(broker.address))) {
            await().atMost(PATIENCE).until(() -> worker.status().setAside() == 1);
        }

        assertThat(delivery(bea).problem()).contains("not a FIT file: it begins with text");
        assertThat(data.resolve("set-aside/bea/letter.fit")).hasContent("Dear coach");
        assertThat(data.resolve("set-aside/bea/letter.fit.reason.txt"))
                .hasContent("not a FIT file: it begins with text");
    }

    @Test
    void a_profile_published_before_the_file_decides_its_local_day() throws IOException {
        AthleteId cleo = AthleteId.of("cleo");
        try (FactPublisher publisher = FactPublisher.to(broker.address)) {
            publisher.publish(List.of(profile(cleo, "Pacific/Auckland")));
        }
        Spool spool = Spool.at(data, Limits.STANDARD, CLOCK);
        Path table = Files.writeString(data.resolve("checkins.csv"), "date,fatigue\n2026-06-09,3\n");
        spool.accept(Offer.of(cleo, Route.INBOX, "checkins.csv"), table);

        try (IngestWorker worker = IngestWorker.start(settings(broker.address))) {
            await().atMost(PATIENCE)
                    .until(() -> worker.status().done() == 1 && !days(cleo).isEmpty());
        }

        CheckIn checkIn = broker.read(Topics.CHECKIN).stream()
                .filter(fact -> fact.athlete().equals(cleo))
                .findFirst()
                .orElseThrow();
        assertThat(delivery(cleo).contents())
                .containsExactly(new FactRef(
                        FactKind.MORNING_CHECKIN, LocalDate.parse("2026-06-09"), "2026-06-09", checkIn.revision()));
        assertThat(days(cleo)).containsExactly(LocalDate.parse("2026-06-09"));
    }

    @Test
    void a_crash_before_the_ticket_was_done_repeats_the_same_keys() throws IOException {
        AthleteId dora = AthleteId.of("dora");
        Spool spool = Spool.at(data, Limits.STANDARD, CLOCK);
        Path file = Files.write(data.resolve("day.fit"), FitEncoder.encode(monitoring(NOW)));
        spool.accept(Offer.of(dora, Route.INBOX, "day.fit"), file);
        String id = spool.pendingIds().get(0);
        Path ticket = data.resolve("spool/pending").resolve(id + ".json");
        byte[] asItWas = Files.readAllBytes(ticket);

        for (int run = 0; run < 2; run++) {
            Files.write(ticket, asItWas);
            try (IngestWorker worker = IngestWorker.start(settings(broker.address))) {
                await().atMost(PATIENCE).until(() -> worker.status().done() == 1);
            }
        }

        assertThat(broker.read(Topics.DELIVERY).stream()
                        .filter(fact -> fact.athlete().equals(dora)))
                .hasSize(2)
                .extracting(Delivery::factId)
                .containsOnly(id);
        assertThat(broker.read(Topics.READING).stream()
                        .filter(fact -> fact.athlete().equals(dora)))
                .hasSize(2)
                .extracting(Reading::revision)
                .satisfies(revisions -> assertThat(revisions.get(0)).isEqualTo(revisions.get(1)));
    }

    @Test
    void without_a_broker_files_are_still_accepted_and_nothing_is_called_done() throws IOException {
        drop("inbox/emma/day.fit", FitEncoder.encode(monitoring(NOW)));
        KafkaAddress nobody = new KafkaAddress(
                "localhost:1",
                Map.of("delivery.timeout.ms", "1500", "request.timeout.ms", "1000", "default.api.timeout.ms", "1500"));

        try (IngestWorker worker = IngestWorker.start(settings(nobody))) {
            await().atMost(PATIENCE)
                    .until(() -> worker.status().pending() == 1
                            && worker.status().lastError().isPresent());
            assertThat(worker.status().done()).isZero();
        }
        try (IngestWorker worker = IngestWorker.start(settings(broker.address))) {
            await().atMost(PATIENCE).until(() -> worker.status().done() == 1);
            assertThat(worker.status().pending()).isZero();
        }
    }

    @Test
    void at_the_standard_pace_a_dropped_file_is_done_within_five_seconds() throws IOException {
        drop("inbox/fred/first.fit", FitEncoder.encode(monitoring(NOW.minus(Duration.ofDays(2)))));
        try (IngestWorker worker = IngestWorker.start(settings(broker.address, Duration.ofSeconds(1)))) {
            await().atMost(PATIENCE).until(() -> worker.status().done() == 1);

            drop("inbox/fred/second.fit", FitEncoder.encode(monitoring(NOW.minus(Duration.ofDays(1)))));

            await().atMost(Duration.ofSeconds(5)).until(() -> worker.status().done() == 2);
        }
    }

    private IngestSettings settings(KafkaAddress kafka) {
        return settings(kafka, Duration.ofMillis(50));
    }

    private IngestSettings settings(KafkaAddress kafka, Duration pollInterval) {
        return new IngestSettings(data, kafka, ZoneId.of("UTC"), pollInterval, Limits.STANDARD, CLOCK);
    }

    private void drop(String path, byte[] content) throws IOException {
        Path file = data.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, content);
    }

    private static WrittenMonitoring monitoring(Instant at) {
        return new WrittenMonitoring(WATCH, at.minus(Duration.ofHours(8)), at, 0, 51, 49);
    }

    private static Profile profile(AthleteId athlete, String zone) {
        return new Profile(
                athlete,
                Profile.SINCE_EVER,
                "1",
                NOW,
                NOW,
                Optional.of(ZoneId.of(zone)),
                Optional.of(Sex.UNKNOWN),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static Delivery delivery(AthleteId athlete) {
        return broker.read(Topics.DELIVERY).stream()
                .filter(fact -> fact.athlete().equals(athlete))
                .findFirst()
                .orElseThrow();
    }

    private static List<LocalDate> days(AthleteId athlete) {
        return broker.read(Topics.DAY_CLOSED).stream()
                .filter(fact -> fact.athlete().equals(athlete))
                .map(DayClosed::localDate)
                .toList();
    }
}
