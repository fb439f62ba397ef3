package freshlegs.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.coach.RecordedRuns.Answer;
import freshlegs.coach.RecordedRuns.Found;
import freshlegs.coach.RecordedRuns.Missing;
import freshlegs.coach.RecordedRuns.Wanted;
import freshlegs.coach.RecordedRuns.Why;
import freshlegs.ingest.Acceptance;
import freshlegs.ingest.Offer;
import freshlegs.ingest.Originals;
import freshlegs.ingest.Spool;
import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.fit.FitDecoder;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Route;
import freshlegs.model.fact.Session;
import freshlegs.streams.session.SessionAnalysis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolRunsTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final Path REAL = Path.of(System.getProperty("freshlegs.root"), "../shared/fit/history-a");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final double METRES_PER_DEGREE = Math.toRadians(1) * 6_371_008.8;

    private Path data;
    private Spool spool;
    private SpoolRuns runs;

    @BeforeEach
    void open(@TempDir Path folder) {
        data = folder;
        spool = Spool.at(data, Limits.STANDARD, Clock.systemUTC());
        runs = new SpoolRuns(Originals.in(data, OriginalFiles.in(data), Limits.STANDARD));
    }

    @AfterEach
    void close() {
        runs.close();
    }

    @Test
    void real_runs_give_outlines_as_long_as_their_distance_and_curves_that_peak_where_the_sessions_do()
            throws IOException {
        assumeTrue(Files.isDirectory(REAL), "skipped: no real files in " + REAL);
        int withWay = 0;
        int close = 0;
        for (Path file : some(REAL)) {
            for (Recording recording : recordings(file)) {
                Session session = SessionAnalysis.of(recording);
                Found found = (Found) runs.read(wanted(recording, handOver(file), Optional.empty()), LONG);
                assertThat(highest(found, 30))
                        .as("peak of %s", file.getFileName())
                        .isCloseTo(session.pace().peak30sMetresPerSecond().orElse(0), within(0.001));
                if (!found.outline().isEmpty() && session.distanceMetres() > 1000) {
                    // A watch may count its distance otherwise than by positions: between them lie up to 4 % in these
                    // files.
                    double off = Math.abs(found.outline().metres() / session.distanceMetres() - 1);
                    assertThat(off).as("length of %s", file.getFileName()).isLessThan(0.05);
                    withWay++;
                    close += off <= 0.02 ? 1 : 0;
                    assertThat(found.outline().points())
                            .hasSizeBetween(10, 2000)
                            .allMatch(point -> Math.abs(point.east()) < 50_000 && Math.abs(point.north()) < 50_000);
                }
            }
        }
        assertThat(withWay).isGreaterThan(3);
        assertThat(close).as("within 2 %% of %s", withWay).isGreaterThanOrEqualTo(withWay * 3 / 5);
    }

    @Test
    void a_gpx_run_is_found_by_itself_and_in_an_archive_and_only_its_shape_is_told() throws IOException {
        byte[] gpx = gpx().getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(data.resolve("run.gpx"), gpx);
        String fact = "20261103T063000Z-running";
        Found own = (Found) runs.read(new Wanted(ANNA, fact, "?", "run.gpx", handOver(file), Optional.empty()), LONG);

        assertThat(own.outline().points()).hasSize(3);
        assertThat(own.outline().metres()).isCloseTo(2000, within(10.0));
        assertThat(own.rows().metres().at(own.rows().size() - 1)).isCloseTo(2000, within(30.0));

        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (String name : List.of("a/other.gpx", "a/run.gpx")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.equals("a/run.gpx") ? (gpx() + "\n").getBytes(StandardCharsets.UTF_8) : gpx);
                out.closeEntry();
            }
        }
        String archive = handOver(Files.write(data.resolve("all.zip"), zip.toByteArray()));
        String within = ContentHash.of((gpx() + "\n").getBytes(StandardCharsets.UTF_8));
        Answer packed =
                runs.read(new Wanted(ANNA, fact, "?", "all.zip!/a/run.gpx", within, Optional.of(archive)), LONG);

        assertThat(packed).isInstanceOfSatisfying(Found.class, found -> assertThat(found.outline())
                .isEqualTo(own.outline()));
        try (Stream<Path> left = Files.list(data.resolve("spool/tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void what_the_spool_does_not_hold_is_gone() {
        assertThat(runs.read(
                        new Wanted(ANNA, "20261103T063000Z-running", "?", "x", "0".repeat(64), Optional.empty()), LONG))
                .isEqualTo(new Missing(Why.GONE));
    }

    private static double highest(Found found, int window) {
        var speeds = found.rows().rolling().stream()
                .filter(rolling -> rolling.windowSeconds() == window)
                .findFirst()
                .orElseThrow()
                .gradeAdjustedSpeed();
        return IntStream.range(0, speeds.size())
                .filter(speeds::has)
                .mapToDouble(speeds::at)
                .max()
                .orElse(0);
    }

    private String handOver(Path file) {
        Acceptance accepted =
                spool.accept(Offer.of(ANNA, Route.IMPORT, file.getFileName().toString()), file);
        return ((Acceptance.Accepted) accepted).sha256();
    }

    private static Wanted wanted(Recording recording, String sha256, Optional<String> archive) {
        return new Wanted(ANNA, recording.factId(), recording.revision(), "a.fit", sha256, archive);
    }

    private static List<Path> some(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.sorted().toList();
            return IntStream.range(0, all.size())
                    .filter(i -> i % 10 == 0)
                    .mapToObj(all::get)
                    .toList();
        }
    }

    private static List<Recording> recordings(Path file) {
        Decoded decoded = new FitDecoder().decode(file, new Origin(ANNA, Instant.EPOCH, moment -> ZoneOffset.UTC));
        return decoded instanceof Decoded.Contents contents
                ? contents.recordings().stream()
                        .filter(recording -> recording.sport().isRun())
                        .toList()
                : List.of();
    }

    /** A kilometre to the north and one to the east at 3 m/s, somewhere at sea. */
    private static String gpx() {
        List<String> points = new ArrayList<>();
        double shrink = Math.cos(Math.toRadians(-40 + 1000 / METRES_PER_DEGREE));
        Instant start = Instant.parse("2026-11-03T06:30:00Z");
        for (int second = 0; second <= 666; second++) {
            double metres = Math.min(2000, second * 3.0);
            double north = Math.min(1000, metres) / METRES_PER_DEGREE;
            double east = Math.max(0, metres - 1000) / METRES_PER_DEGREE / shrink;
            points.add(String.format(
                    Locale.ROOT,
                    "<trkpt lat=\"%.7f\" lon=\"%.7f\"><time>%s</time></trkpt>",
                    -40 + north,
                    -120 + east,
                    start.plusSeconds(second)));
        }
        return "<gpx version=\"1.1\"><trk><type>running</type><trkseg>" + String.join("", points)
                + "</trkseg></trk></gpx>";
    }
}
