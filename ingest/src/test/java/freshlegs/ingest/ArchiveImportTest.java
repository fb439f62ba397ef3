package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.ingest.archive.Packed;
import freshlegs.ingest.archive.Packed.Item;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Route;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives through the real worker to a real broker. */
class ArchiveImportTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-10T10:00:00Z"), ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RUNS = 200;

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
    void an_import_that_is_broken_off_again_and_again_brings_everything_once() throws IOException {
        AthleteId anna = AthleteId.of("anna");
        long seed = 20260603;
        String archive = accept(anna, "export.zip", AHistory.nested(seed, RUNS, 4));
        Random random = new Random(seed);
        int stops = 0;
        while (!isFinished(archive)) {
            int until = done(archive) + 1 + random.nextInt(2 * RUNS / 3);
            boolean last = stops > 6;
            try (IngestWorker worker = worker()) {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> isFinished(archive) || (!last && done(archive) >= until));
                assertThat(worker.status().lastError()).isEmpty();
            }
            stops++;
        }

        assertThat(stops).isGreaterThan(1);
        List<Delivery> children = children(anna, archive);
        assertThat(children).extracting(Delivery::factId).hasSizeGreaterThanOrEqualTo(2 * RUNS + 1);
        Set<String> ids = children.stream().map(Delivery::factId).collect(Collectors.toSet());
        assertThat(ids).hasSize(2 * RUNS + 1);
        assertThat(children.stream().distinct()).hasSize(2 * RUNS + 1);
        assertThat(children.stream().map(Delivery::path).distinct()).hasSize(2 * RUNS + 1);
        assertThat(of(anna, Topics.RECORDING).stream().map(Fact::ref).distinct())
                .hasSize(RUNS);
        assertThat(of(anna, Topics.READING).stream().map(Fact::ref).distinct()).hasSize(RUNS);
        Set<FactRef> told =
                children.stream().flatMap(child -> child.contents().stream()).collect(Collectors.toSet());
        assertThat(told).hasSize(2 * RUNS);
        assertThat(delivery(anna, archive).problem()).isEmpty();
        assertThat(delivery(anna, archive).contents()).isEmpty();
        assertThat(spool().progressOf(archive)).contains(new ArchiveProgress(2 * RUNS + 1, 2 * RUNS + 1, true));
        assertThat(spool().pendingIds()).isEmpty();
        assertThat(left("spool/unpacked")).isEmpty();
        assertThat(left("spool/tmp")).isEmpty();
        assertThat(left("spool/blobs")).hasSize(1);
        assertThat(data.resolve("set-aside/anna")).doesNotExist();
    }

    @Test
    void the_list_of_an_export_tells_the_sport_of_files_that_do_not() throws IOException {
        AthleteId bea = AthleteId.of("bea");
        String gpx = "<gpx><trk><trkseg><trkpt lat='1' lon='1'><time>2026-05-04T10:00:00Z</time></trkpt>"
                + "<trkpt lat='1.001' lon='1'><time>2026-05-04T10:05:00Z</time></trkpt></trkseg></trk></gpx>";
        String list = """
                Activity ID,Activity Date,Activity Name,Activity Type,Description,Filename
                1,"May 4, 2026","Line
                break",Ride,,activities/1.gpx.gz
                """;
        byte[] strava = Packed.zip(
                new Item("activities/1.gpx.gz", Packed.gzip(gpx.getBytes(StandardCharsets.UTF_8))),
                new Item("activities/2.fit.gz", Packed.gzip(AHistory.run(CLOCK.instant(), 130))),
                new Item("activities/3.fit", Arrays.copyOf(AHistory.run(CLOCK.instant(), 130), 20)),
                Item.of("activities.csv", list),
                Item.of("profile.csv", "a,b\n1,2\n"),
                new Item("media/photo.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}));
        String archive = accept(bea, "strava.zip", strava);
        finish(archive);

        assertThat(of(bea, Topics.RECORDING)).extracting(Recording::sport).contains(Sport.CYCLING, Sport.RUNNING);
        assertThat(problem(bea, archive, "activities.csv")).isEmpty();
        assertThat(problem(bea, archive, "media/photo.jpg")).isEqualTo("not a watch file: it looks like a picture");
        assertThat(problem(bea, archive, "activities/2.fit.gz")).isEmpty();
        assertThat(problem(bea, archive, "activities/3.fit")).isNotEmpty();
        assertThat(problem(bea, archive, "profile.csv")).isNotEmpty();
        assertThat(left("set-aside/bea")).contains("3.fit").doesNotContain("photo.jpg");
    }

    @Test
    void a_broken_archive_ends_with_its_reason_and_gives_what_it_has() throws IOException {
        AthleteId cleo = AthleteId.of("cleo");
        byte[] history = AHistory.nested(7, 10, 2);
        String cut = accept(cleo, "cut.zip", Arrays.copyOf(history, history.length - 300));
        String empty = accept(cleo, "empty.zip", Packed.zip());
        finish(cut);
        finish(empty);

        assertThat(delivery(cleo, cut).problem().orElseThrow())
                .isEqualTo("cut short: 21 of its files were read before that");
        assertThat(children(cleo, cut)).hasSizeGreaterThan(10);
        assertThat(delivery(cleo, empty).problem()).contains("nothing to import: an archive without files");
        assertThat(data.resolve("set-aside/cleo")).doesNotExist();
    }

    @Test
    void a_run_handed_over_while_a_long_archive_is_worked_off_does_not_wait_for_its_end() throws IOException {
        AthleteId dora = AthleteId.of("dora");
        String archive = accept(dora, "long.zip", AHistory.nested(9, 1_800, 3));
        try (IngestWorker worker = worker()) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(() -> done(archive) > 0);
            accept(AthleteId.of("emma"), "run.fit", AHistory.run(CLOCK.instant(), 140));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> spool().pendingIds().size() == 1);
            assertThat(isFinished(archive)).isFalse();
            assertThat(worker.status().lastError()).isEmpty();
        }
    }

    @Test
    void an_import_begun_again_goes_on_instead_of_beginning_anew() throws IOException {
        AthleteId fay = AthleteId.of("fay");
        byte[] history = AHistory.nested(11, 5, 1);
        String first = accept(fay, "export.zip", history);
        assertThat(accept(fay, "export.zip", history)).isEqualTo(first);
        assertThat(accept(fay, "copy.zip", history)).isNotEqualTo(first);
    }

    private Spool spool() {
        return Spool.at(data, Limits.STANDARD, CLOCK);
    }

    private String accept(AthleteId athlete, String path, byte[] content) {
        Acceptance acceptance =
                spool().accept(Offer.of(athlete, Route.IMPORT, path), new ByteArrayInputStream(content));
        return ((Acceptance.Accepted) acceptance).deliveryId();
    }

    private IngestWorker worker() {
        return IngestWorker.start(new IngestSettings(
                data, broker.address, ZoneId.of("UTC"), Duration.ofMillis(50), Limits.STANDARD, CLOCK));
    }

    private void finish(String archive) {
        try (IngestWorker worker = worker()) {
            await().atMost(PATIENCE).until(() -> isFinished(archive));
            assertThat(worker.status().lastError()).isEmpty();
        }
    }

    private int done(String archive) {
        return spool().progressOf(archive).orElse(ArchiveProgress.NONE).done();
    }

    private boolean isFinished(String archive) {
        return spool().progressOf(archive).orElse(ArchiveProgress.NONE).finished();
    }

    private static List<Delivery> children(AthleteId athlete, String archive) {
        return of(athlete, Topics.DELIVERY).stream()
                .filter(delivery -> delivery.archive().filter(archive::equals).isPresent())
                .toList();
    }

    private static Delivery delivery(AthleteId athlete, String id) {
        return of(athlete, Topics.DELIVERY).stream()
                .filter(delivery -> delivery.factId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String problem(AthleteId athlete, String archive, String path) {
        return children(athlete, archive).stream()
                .filter(child -> child.path().endsWith("!/" + path))
                .findFirst()
                .orElseThrow()
                .problem()
                .orElse("");
    }

    private static <F extends Fact> List<F> of(AthleteId athlete, Topic<F> topic) {
        return broker.read(topic).stream()
                .filter(fact -> fact.athlete().equals(athlete))
                .toList();
    }

    private List<String> left(String where) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve(where))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
