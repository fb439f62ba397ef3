package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import freshlegs.ingest.archive.Packed;
import freshlegs.ingest.archive.Packed.Item;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.original.AnObjectStorage;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Route;
import freshlegs.model.topic.Topics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InBucketTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final AthleteId BEA = AthleteId.of("bea");
    private static final byte[] HERS = AHistory.run(Instant.parse("2026-06-09T06:00:00Z"), 130);
    private static final byte[] BOTHS = AHistory.run(Instant.parse("2026-06-08T06:00:00Z"), 140);
    private static final byte[] PACKED = AHistory.run(Instant.parse("2026-06-07T06:00:00Z"), 150);
    private static final byte[] ARCHIVE = Packed.zip(new Item("run.fit", PACKED));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    /** One after another, since each step stands on what the one before has left. */
    @Test
    void files_go_to_the_bucket_are_read_and_given_from_there_and_erased_there(@TempDir Path elsewhere)
            throws Exception {
        try (AnObjectStorage storage = AnObjectStorage.started(elsewhere);
                ABroker broker = ABroker.started();
                OriginalFiles refused = OriginalFiles.in(data, Optional.of(storage.anothers()));
                OriginalFiles originals = OriginalFiles.in(data, Optional.of(storage.bucket()))) {
            Spool spool = spool(originals, CLOCK);
            hand(spool, ANNA, "hers.fit", HERS);
            assertThat(storage.names()).containsExactly(name(HERS));

            hand(spool(refused, CLOCK), ANNA, "boths.fit", BOTHS);
            assertThat(storage.names()).doesNotContain(name(BOTHS));
            hand(spool(refused, CLOCK), BEA, "boths.fit", BOTHS);
            hand(spool, ANNA, "all.zip", ARCHIVE);
            ingest(originals, broker, 5);
            assertThat(storage.names()).containsExactlyInAnyOrder(name(HERS), name(BOTHS), name(ARCHIVE));

            spool(originals, Clock.offset(CLOCK, Duration.ofHours(1))).handOn();
            assertThat(copies()).as("nobody works on them").isEmpty();
            readsAgain(originals, broker);
            assertThat(given(originals)).containsExactlyInAnyOrder(HERS, BOTHS, ARCHIVE);
            assertThat(copies()).as("after looking").isEmpty();

            hand(spool, ANNA, "again.fit", HERS);
            ingest(originals, broker, 1);
            assertThatThrownBy(() -> spool(refused, CLOCK).erase(ANNA)).isInstanceOf(IOException.class);
            spool.erase(ANNA);
            assertThat(storage.names()).containsExactly(name(BOTHS));
            assertThat(copies()).doesNotContain(ContentHash.of(HERS), ContentHash.of(ARCHIVE));
        }
    }

    private void readsAgain(OriginalFiles originals, ABroker broker) {
        Originals runs = Originals.in(data, originals, Limits.STANDARD);
        List<Recording> recordings = broker.read(Topics.RECORDING);
        assertThat(recordings).hasSize(4);
        Delivery archive = broker.read(Topics.DELIVERY).stream()
                .filter(delivery -> delivery.archive().isPresent())
                .findFirst()
                .orElseThrow();
        for (byte[] file : List.of(HERS, BOTHS, PACKED)) {
            String hash = ContentHash.of(file);
            Optional<String> packed = file == PACKED ? Optional.of(ContentHash.of(ARCHIVE)) : Optional.empty();
            Delivery delivery = broker.read(Topics.DELIVERY).stream()
                    .filter(each -> each.sha256().equals(hash))
                    .findFirst()
                    .orElseThrow();
            String fact = delivery.activities().get(0).id();
            Originals.Wanted wanted = new Originals.Wanted(ANNA, fact, "?", archive.path(), hash, packed);

            assertThat(runs.read(wanted))
                    .hasValueSatisfying(
                            run -> assertThat(run.recording().factId()).isEqualTo(fact));
        }
    }

    private List<byte[]> given(OriginalFiles originals) throws IOException {
        List<byte[]> given = new ArrayList<>();
        OwnFiles.in(data, originals).each(ANNA, (name, receivedAt, content) -> given.add(content.readAllBytes()));
        return given;
    }

    private void ingest(OriginalFiles originals, ABroker broker, int files) {
        IngestSettings settings = new IngestSettings(
                data,
                originals,
                broker.address,
                ZoneId.of("UTC"),
                Duration.ofMillis(50),
                Limits.STANDARD,
                CLOCK,
                IntakeMeters.unseen(),
                Optional.empty());
        try (IngestWorker worker = IngestWorker.start(settings);
                HandingOn handingOn = HandingOn.start(spool(originals, CLOCK))) {
            assertThat(handingOn).isNotNull();
            await().atMost(PATIENCE)
                    .until(() -> worker.status().done() == files
                            && worker.status().pending() == 0
                            && originals
                                    .owedSince(Instant.now().plusSeconds(60), 1)
                                    .isEmpty());
        }
    }

    private Spool spool(OriginalFiles originals, Clock clock) {
        return Spool.at(data, originals, Limits.STANDARD, clock);
    }

    private static void hand(Spool spool, AthleteId athlete, String path, byte[] content) {
        assertThat(spool.accept(Offer.of(athlete, Route.INBOX, path), new ByteArrayInputStream(content)))
                .isInstanceOf(Acceptance.Accepted.class);
    }

    private static String name(byte[] content) {
        return "athletes/files/" + ContentHash.of(content);
    }

    private List<String> copies() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("spool/blobs"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
