package freshlegs.ingest;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Route;
import freshlegs.model.json.Json;
import freshlegs.model.topic.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFolderTest {
    private static final Instant NOW = Instant.parse("2026-06-10T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MANY = 10_000;
    private static final int IN_ARCHIVE = 1_500;
    private static final int ATHLETES = 100;

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
    void two_workers_share_ten_thousand_files_and_do_none_twice() throws Exception {
        Spool spool = Spool.at(data, Limits.STANDARD, CLOCK);
        SimpleMeterRegistry first = new SimpleMeterRegistry();
        SimpleMeterRegistry second = new SimpleMeterRegistry();

        try (IngestWorker one = IngestWorker.start(settings("one", first));
                IngestWorker other = IngestWorker.start(settings("other", second))) {
            await().atMost(PATIENCE)
                    .until(() -> share(first) > 0 && share(first) < 12 && share(first) + share(second) == 12);
            for (int i = 0; i < MANY; i++) {
                handOver(i);
            }
            await().atMost(PATIENCE).until(() -> spool.pendingIds().isEmpty());
            await().atMost(PATIENCE).until(() -> unfinished() == 0);

            assertThat(one.status().done() + other.status().done()).isEqualTo(MANY);
            assertThat(one.status().setAside() + other.status().setAside()).isZero();
        }

        assertThat(decoded(first)).isPositive();
        assertThat(decoded(second)).isPositive();
        assertThat(decoded(first) + decoded(second)).isEqualTo(MANY);
        Map<String, Long> times =
                broker.read(Topics.DELIVERY).stream().collect(groupingBy(Delivery::factId, counting()));
        assertThat(times).hasSize(MANY);
        assertThat(times.values()).containsOnly(1L);
        assertThat(Set.copyOf(broker.tombstones(Topics.TICKET)).stream().filter(key -> key.startsWith("athlete-")))
                .hasSize(MANY);
    }

    @Test
    void an_archive_goes_on_with_another_worker_behind_what_is_done() throws Exception {
        Spool spool = Spool.at(data, Limits.STANDARD, CLOCK);
        SimpleMeterRegistry first = new SimpleMeterRegistry();
        SimpleMeterRegistry second = new SimpleMeterRegistry();
        AthleteId zoe = AthleteId.of("zoe");
        spool.accept(Offer.of(zoe, Route.IMPORT, "export.zip"), archive());
        IngestWorker one = IngestWorker.start(settings("one", first));
        await().atMost(PATIENCE).until(() -> decoded(first) > 100);
        try (IngestWorker other = IngestWorker.start(settings("other", second))) {
            one.close();
            await().atMost(PATIENCE).until(() -> spool.pendingIds().isEmpty());
            assertThat(other.isRunning()).isTrue();
        }
        assertThat(decoded(second)).isPositive();

        Map<String, Long> times = broker.read(Topics.DELIVERY).stream()
                .filter(delivery -> delivery.athlete().equals(zoe))
                .collect(groupingBy(Delivery::factId, counting()));
        assertThat(times).hasSize(IN_ARCHIVE + 1);
        assertThat(times.values()).containsOnly(1L);
    }

    private Path archive() throws IOException {
        Path archive = data.resolve("export.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < IN_ARCHIVE; i++) {
                zip.putNextEntry(new ZipEntry("day-" + i + ".csv"));
                zip.write(("date,fatigue\n" + LocalDate.of(2026, 6, 9).minusDays(i) + ",3\n")
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return archive;
    }

    @Test
    void what_waits_is_announced_once_and_after_a_while_again() throws Exception {
        Spool spool = Spool.at(data, Limits.STANDARD, CLOCK);
        handOver(0);
        handOver(1);
        AtomicLong now = new AtomicLong();
        try (FactPublisher publisher = FactPublisher.atOnce(broker.address)) {
            Announcer announcer = new Announcer(spool, "5c0ffee1", publisher, now::get);
            long before = announced();

            announcer.announce();
            announcer.announce();
            assertThat(announced() - before).isEqualTo(2);
            now.addAndGet(Announcer.AGAIN.toNanos() + 1);
            announcer.announce();

            assertThat(announced() - before).isEqualTo(4);
        }
    }

    @Test
    void of_many_some_are_announced_the_newest_among_them_and_then_the_others() throws Exception {
        Spool spool = Spool.at(data, Limits.STANDARD, CLOCK);
        for (int i = 0; i < Announcer.AT_ONCE + 2; i++) {
            handOver(i);
        }
        try (FactPublisher publisher = FactPublisher.atOnce(broker.address)) {
            Announcer announcer = new Announcer(spool, "5c0ffee1", publisher, System::nanoTime);
            long before = announced();

            assertThat(announcer.announce()).isTrue();
            assertThat(announced() - before).isEqualTo(Announcer.AT_ONCE);
            assertThat(announcer.announce()).isFalse();
            assertThat(announced() - before).isEqualTo(Announcer.AT_ONCE + 2);
        }
        assertThat(Announcer.some(List.of("1", "2", "3", "4", "5", "6"), 4)).containsExactly("1", "2", "5", "6");
    }

    private static long announced() {
        return broker.ends(Topics.TICKET).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private IngestSettings settings(String worker, SimpleMeterRegistry registry) {
        return new IngestSettings(
                data,
                OriginalFiles.in(data),
                broker.address,
                ZoneId.of("UTC"),
                Duration.ofMillis(50),
                Limits.STANDARD,
                CLOCK,
                IntakeMeters.in(registry),
                Optional.of(worker));
    }

    /** As the spool takes files over, but without syncing each of them. */
    private void handOver(int number) throws IOException {
        AthleteId athlete = AthleteId.of("athlete-" + number % ATHLETES);
        LocalDate day = LocalDate.of(2026, 6, 9).minusDays(number / ATHLETES);
        byte[] table = ("date,fatigue\n" + day + ",3\n").getBytes(StandardCharsets.UTF_8);
        String sha256 = ContentHash.of(table);
        Path blob = data.resolve("spool/blobs").resolve(sha256);
        if (!Files.exists(blob)) {
            Files.write(blob, table);
        }
        String id = String.format(Locale.ROOT, "20260610T%09dZ-%s-abcdef", number, sha256.substring(0, 12));
        Ticket ticket = new Ticket(
                id,
                athlete,
                Route.UPLOAD,
                "upload/day.csv",
                sha256,
                table.length,
                NOW,
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Path temporary = Files.write(data.resolve("spool/tmp").resolve(id), Json.write(ticket));
        Files.move(temporary, data.resolve("spool/pending").resolve(id + ".json"));
    }

    /** Of how many partitions a worker reads the files. */
    private static double share(SimpleMeterRegistry registry) {
        Gauge partitions = registry.find("freshlegs.intake.partitions").gauge();
        return partitions == null ? 0 : partitions.value();
    }

    /** What the group of the workers has not said to be worked off. */
    private long unfinished() throws Exception {
        String group = QueueReader.GROUP + Workplace.spoolId(data);
        try (Admin admin = Admin.create(broker.address.adminProperties())) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(10, TimeUnit.SECONDS);
            return broker.ends(Topics.TICKET).entrySet().stream()
                    .mapToLong(end -> {
                        OffsetAndMetadata at = committed.get(end.getKey());
                        return end.getValue() - (at == null ? 0 : at.offset());
                    })
                    .sum();
        }
    }

    private static long decoded(SimpleMeterRegistry registry) {
        return registry.get("freshlegs.intake.decode").timer().count();
    }
}
