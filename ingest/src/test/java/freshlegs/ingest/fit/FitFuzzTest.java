package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Pause;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spoilt files in great number: each ends in contents or in a problem, soon. {@code -Dfreshlegs.fuzz=1000000} hunts longer,
 * {@code -Dfreshlegs.fuzz.seed=...} elsewhere.
 */
class FitFuzzTest {
    private static final int MUTATIONS = Integer.getInteger("freshlegs.fuzz", 20_000);
    private static final long SEED = Long.getLong("freshlegs.fuzz.seed", 20_261_125);
    private static final int A_ROUND = 100;
    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final int SMALL = 10 << 10;
    private static final Instant START = Instant.parse("2026-05-04T05:30:00Z");
    private static final Origin ORIGIN =
            new Origin(AthleteId.of("anna"), Instant.parse("2026-11-01T00:00:00Z"), instant -> ZoneOffset.UTC);
    private static final WrittenDevice WATCH =
            new WrittenDevice(WrittenDevice.DEVELOPMENT, 7, "Test watch", 4711, HeartRateSource.STRAP);

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @Test
    void generated_files_spoilt_in_many_ways_end_in_an_outcome_each() throws IOException {
        hunt(generated(), MUTATIONS / 2);
    }

    @Test
    void real_files_spoilt_in_many_ways_end_in_an_outcome_each() throws IOException {
        hunt(real(), MUTATIONS - MUTATIONS / 2);
    }

    private void hunt(List<byte[]> seeds, int mutations) throws IOException {
        int[] outcomes = new int[3];
        for (int round = 0; round * A_ROUND < mutations; round++) {
            Mutation mutation = new Mutation(SEED + round, seeds);
            for (int i = 0; i < Math.min(A_ROUND, mutations - round * A_ROUND); i++) {
                outcomes[outcomeOf(mutation.next(), "seed %d, file %d".formatted(SEED + round, i))]++;
            }
        }
        // Neither frames nor contents alone are hit.
        assertThat(outcomes).as("whole, salvaged, refused").doesNotContain(0);
    }

    private int outcomeOf(byte[] bytes, String which) throws IOException {
        Path file = Files.write(folder.resolve("x.fit"), bytes);
        Decoded decoded = decoded(file, bytes, which);
        if (decoded instanceof Decoded.Contents contents) {
            assertThat(contents.recordings().size() + contents.readings().size())
                    .as(which)
                    .isPositive();
            contents.recordings().forEach(recording -> check(recording, contents, which));
            return contents.salvage().isPresent() ? 1 : 0;
        }
        assertThat(((Decoded.Problem) decoded).reason()).as(which).isNotBlank();
        return 2;
    }

    private static void check(Recording recording, Decoded.Contents contents, String which) {
        assertThat(recording.source().salvage()).as(which).isEqualTo(contents.salvage());
        assertThat(recording.rank()).as(which).isNotNegative();
        assertThat(recording.summary().elapsedSeconds())
                .as(which)
                .isGreaterThanOrEqualTo(recording.summary().timerSeconds());
    }

    /** A second try tells a slow file from a machine that was busy with something else. */
    private static Decoded decoded(Path file, byte[] bytes, String which) {
        try {
            Decoded decoded = null;
            for (int tries = 0; decoded == null && tries < 2; tries++) {
                long began = System.nanoTime();
                Decoded read = new FitDecoder().decode(file, ORIGIN);
                decoded = System.nanoTime() - began <= BOUND.toNanos() ? read : null;
            }
            return decoded == null ? fail("%s took too long: %s", which, hex(bytes)) : decoded;
        } catch (RuntimeException | Error e) {
            throw new AssertionError(which + " ended in " + e + ": " + hex(bytes), e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static List<byte[]> real() {
        return RealFiles.all().stream()
                .map(RealFiles.Listed::path)
                .filter(path -> path.toFile().length() < SMALL)
                .map(FitFuzzTest::bytes)
                .toList();
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> generated() {
        List<byte[]> files = new ArrayList<>();
        files.add(FitEncoder.encode(run(20)));
        files.add(FitEncoder.encode(run(300)));
        files.add(FitEncoder.encode(new WrittenMonitoring(WATCH, START, START.plusSeconds(3600), 7200, 51, 55)));
        files.add(FitEncoder.encode(new WrittenHrvStatus(
                WATCH, START, START.plusSeconds(900), 52, 48.5, Optional.empty(), List.of(47.0, 50.0))));
        files.add(FitEncoder.encode(new WrittenSleep(
                WATCH, List.of(new WrittenSleep.Stage(START, WrittenSleep.Level.LIGHT)), START.plusSeconds(7200), 80)));
        files.add(AFitFile.chain(files.get(0), files.get(2)));
        return files;
    }

    private static WrittenActivity run(int seconds) {
        Column time = Column.of(IntStream.range(0, seconds).toArray());
        Column bpm = Column.of(IntStream.range(0, seconds).map(i -> 120 + i % 9).toArray());
        Column metres = Column.of(IntStream.range(0, seconds).map(i -> 310 * i).toArray());
        Column none = Column.missing(seconds);
        return new WrittenActivity(
                WATCH,
                START,
                7200,
                Sport.RUNNING,
                seconds,
                3.1 * seconds,
                List.of(
                        new Lap(
                                0,
                                seconds / 2.0,
                                OptionalDouble.empty(),
                                OptionalInt.empty(),
                                Lap.Intensity.WARMUP,
                                false),
                        new Lap(
                                seconds / 2.0,
                                seconds / 2.0,
                                OptionalDouble.empty(),
                                OptionalInt.empty(),
                                Lap.Intensity.INTERVAL,
                                false)),
                List.of(new Pause(5, 5)),
                new Samples(time, bpm, none, metres, none, none, none, none, none, none),
                OptionalInt.of(7),
                OptionalInt.of(75));
    }
}
