package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Salvage;
import freshlegs.model.fact.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalvageTest {
    private static final Instant START = Instant.parse("2026-05-04T22:30:00Z");
    private static final Origin ORIGIN =
            new Origin(AthleteId.of("anna"), Instant.parse("2026-05-05T08:00:00Z"), instant -> ZoneOffset.ofHours(2));
    private static final WrittenDevice WATCH =
            new WrittenDevice(WrittenDevice.DEVELOPMENT, 7, "Test watch", 4711, HeartRateSource.WRIST);
    private static final int SECONDS = 600;

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @Test
    void a_file_cut_in_the_middle_yields_the_first_half() throws IOException {
        byte[] whole = run();
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        Decoded.Contents contents = contents(half);

        Salvage salvage = contents.salvage().orElseThrow();
        assertThat(salvage.reason())
                .isEqualTo(
                        "cut short: the file says %,d bytes, %,d are there".formatted(whole.length, whole.length / 2));
        assertThat(salvage.percentRead()).isBetween(48, 50);
        Recording recording = contents.recordings().get(0);
        assertThat(recording.source().salvage()).contains(salvage);
        assertThat(recording.start()).isEqualTo(START);
        assertThat(recording.samples().size()).isBetween(280, 300);
        assertThat(recording.summary().timerSeconds())
                .isEqualTo(recording.samples().size() - 1.0);
    }

    @Test
    void every_truncation_yields_all_samples_before_it_or_a_reason() throws IOException {
        byte[] whole = run();
        int samples = 0;
        for (int length = 0; length < whole.length; length += 7) {
            Decoded decoded = decode(Arrays.copyOf(whole, length));
            if (decoded instanceof Decoded.Contents contents) {
                int now = contents.recordings().get(0).samples().size();
                assertThat(now).isGreaterThanOrEqualTo(samples);
                samples = now;
            } else {
                assertThat(((Decoded.Problem) decoded).reason()).isNotBlank();
                assertThat(samples).isZero();
            }
        }
        assertThat(samples).isEqualTo(SECONDS);
    }

    @Test
    void a_wrong_checksum_alone_costs_nothing() throws IOException {
        byte[] file = run();
        file[file.length - 1] ^= 1;

        Decoded.Contents contents = contents(file);

        assertThat(contents.salvage()).contains(new Salvage("wrong checksum: the file was damaged on its way", 100));
        assertThat(contents.recordings().get(0).samples().size()).isEqualTo(SECONDS);
    }

    @Test
    void a_header_that_the_watch_never_completed_does_not_hide_the_run() throws IOException {
        byte[] whole = run();
        byte[] file = Arrays.copyOf(Arrays.copyOf(whole, whole.length / 2), 9_000);
        Arrays.fill(file, 4, 8, (byte) 0);

        Decoded.Contents contents = contents(file);

        Salvage salvage = contents.salvage().orElseThrow();
        assertThat(salvage.reason()).startsWith("never finished: its header says that nothing was written");
        assertThat(salvage.percentRead()).isBetween(99, 100);
        assertThat(contents.recordings().get(0).samples().size()).isPositive();
    }

    @Test
    void zeros_that_a_watch_without_power_leaves_behind_are_no_samples() throws IOException {
        byte[] file = run();
        Arrays.fill(file, file.length / 4, file.length, (byte) 0);

        Decoded.Contents contents = contents(file);

        assertThat(contents.salvage().orElseThrow().percentRead()).isBetween(22, 25);
        assertThat(contents.recordings().get(0).start()).isEqualTo(START);
        assertThat(contents.recordings().get(0).samples().size()).isBetween(120, 150);
    }

    @Test
    void garbage_after_a_part_leaves_the_part_whole() throws IOException {
        byte[] file = AFitFile.chain(run(), "not a watch file".getBytes(StandardCharsets.UTF_8));

        Decoded.Contents contents = contents(file);

        assertThat(contents.salvage().orElseThrow().reason()).startsWith("damaged: something that is not FIT follows");
        assertThat(contents.recordings().get(0).samples().size()).isEqualTo(SECONDS);
    }

    @Test
    void what_cannot_be_read_in_the_middle_ends_the_reading_there() throws IOException {
        byte[] whole = run();
        byte[] content = Arrays.copyOfRange(whole, AFitFile.HEADER, whole.length - AFitFile.CHECKSUM);
        byte[] first = Arrays.copyOf(content, content.length / 2);
        // A message of a kind that was never defined.
        byte[] broken = AFitFile.around(AFitFile.chain(messages(first), new byte[] {0x0F}, content));

        Decoded.Contents contents = contents(broken);

        Salvage salvage = contents.salvage().orElseThrow();
        assertThat(salvage.reason())
                .startsWith("damaged after ")
                .endsWith("missing message definition for local message number 15");
        assertThat(salvage.percentRead()).isBetween(32, 34);
        assertThat(contents.recordings().get(0).samples().size()).isBetween(280, 300);
    }

    @Test
    void parts_before_the_break_stay_whole() throws IOException {
        byte[] other = run(START.plus(Duration.ofHours(3)));
        byte[] file = AFitFile.chain(run(), Arrays.copyOf(other, other.length / 2));

        Decoded.Contents contents = contents(file);

        assertThat(contents.salvage().orElseThrow().percentRead()).isBetween(73, 76);
        assertThat(contents.recordings()).hasSize(2);
        assertThat(contents.recordings().get(0).samples().size()).isEqualTo(SECONDS);
        assertThat(contents.recordings().get(0).summary().distanceMetres()).hasValue(1800);
        assertThat(contents.recordings().get(1).samples().size()).isBetween(280, 300);
    }

    @Test
    void a_resting_heart_rate_of_a_damaged_file_counts_and_its_sleep_does_not() throws IOException {
        byte[] day =
                FitEncoder.encode(new WrittenMonitoring(WATCH, START, START.plus(Duration.ofHours(12)), 7200, 51, 55));
        byte[] night = FitEncoder.encode(new WrittenSleep(
                WATCH,
                List.of(
                        new WrittenSleep.Stage(START, WrittenSleep.Level.LIGHT),
                        new WrittenSleep.Stage(START.plusSeconds(3600), WrittenSleep.Level.DEEP)),
                START.plusSeconds(7200),
                80));
        day[day.length - 1] ^= 1;
        night[night.length - 1] ^= 1;

        assertThat(contents(day).readings()).singleElement().isInstanceOf(Reading.RestingHeartRate.class);
        assertThat(decode(night))
                .isEqualTo(new Decoded.Problem("wrong checksum: the file was damaged on its way,"
                        + " and it is a sleep file that shows no sleep"));
    }

    /** As far as whole messages go, found by trying. */
    private byte[] messages(byte[] content) throws IOException {
        for (int length = content.length; length > 0; length--) {
            byte[] some = Arrays.copyOf(content, length);
            if (decode(AFitFile.around(some)) instanceof Decoded.Contents contents
                    && contents.salvage().isEmpty()) {
                return some;
            }
        }
        throw new AssertionError("no message at all");
    }

    private static byte[] run() {
        return run(START);
    }

    private static byte[] run(Instant start) {
        Column seconds = Column.of(IntStream.range(0, SECONDS).toArray());
        Column bpm = Column.of(IntStream.range(0, SECONDS).map(i -> 120 + i % 7).toArray());
        Column none = Column.missing(SECONDS);
        Samples samples = new Samples(seconds, bpm, none, none, none, none, none, none, none, none);
        return FitEncoder.encode(new WrittenActivity(
                WATCH,
                start,
                7200,
                Sport.RUNNING,
                SECONDS,
                1800,
                List.of(),
                List.of(),
                samples,
                OptionalInt.empty(),
                OptionalInt.empty()));
    }

    private Decoded.Contents contents(byte[] file) throws IOException {
        return (Decoded.Contents) decode(file);
    }

    private Decoded decode(byte[] file) throws IOException {
        return new FitDecoder().decode(Files.write(folder.resolve("x.fit"), file), ORIGIN);
    }
}
