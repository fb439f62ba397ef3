package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Pause;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitDecoderTest {
    private static final Instant START = Instant.parse("2026-05-04T22:30:00Z");
    private static final Origin ORIGIN =
            new Origin(AthleteId.of("anna"), Instant.parse("2026-05-05T08:00:00Z"), instant -> ZoneOffset.ofHours(-5));
    private static final WrittenDevice WATCH =
            new WrittenDevice(WrittenDevice.DEVELOPMENT, 7, "Test watch", 4711, HeartRateSource.WRIST);

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @Test
    void an_activity_comes_back_as_it_was_written() throws IOException {
        Samples samples = samples(Column.of(0, 1, 2, 23, 24));
        List<Lap> laps = List.of(
                new Lap(0, 2, OptionalDouble.of(6.2), OptionalInt.of(120), Lap.Intensity.WARMUP, false),
                new Lap(2, 3, OptionalDouble.of(9.3), OptionalInt.of(122), Lap.Intensity.INTERVAL, false));
        List<Pause> pauses = List.of(new Pause(2, 20));
        Recording recording = recording(new WrittenActivity(
                WATCH,
                START,
                7200,
                Sport.RUNNING,
                25,
                15.5,
                laps,
                pauses,
                samples,
                OptionalInt.of(7),
                OptionalInt.of(75)));

        assertThat(recording.factId()).isEqualTo("20260504T223000Z-running");
        assertThat(recording.revision()).hasSize(16);
        assertThat(recording.localDate()).isEqualTo(LocalDate.parse("2026-05-05"));
        assertThat(recording.utcOffsetSeconds()).isEqualTo(7200);
        assertThat(recording.heartRateSource()).isEqualTo(HeartRateSource.WRIST);
        assertThat(recording.device().product()).contains("Test watch");
        assertThat(recording.device().serial()).contains("4711");
        assertThat(recording.samples()).isEqualTo(samples);
        assertThat(recording.laps()).isEqualTo(laps);
        assertThat(recording.pauses()).isEqualTo(pauses);
        assertThat(recording.summary())
                .isEqualTo(new Recording.Summary(
                        5,
                        25,
                        OptionalDouble.of(15.5),
                        OptionalInt.of(121),
                        OptionalInt.of(123),
                        OptionalDouble.of(7),
                        OptionalInt.of(75),
                        OptionalInt.empty()));
    }

    @Test
    void rows_out_of_order_are_put_in_order_and_rows_of_1989_are_left_out() throws IOException {
        int longAgo = Math.toIntExact(
                Duration.between(START, Instant.parse("1990-01-01T00:00:00Z")).toSeconds());
        Recording recording = recording(new WrittenActivity(
                WATCH,
                START,
                0,
                Sport.RUNNING,
                25,
                15.5,
                List.of(),
                List.of(),
                samples(Column.of(longAgo, 1, 24, 3, 23)),
                OptionalInt.empty(),
                OptionalInt.empty()));

        assertThat(recording.samples().secondsFromStart()).isEqualTo(Column.of(1, 3, 23, 24));
        assertThat(recording.samples().heartRateBpm()).isEqualTo(Column.of(Column.MISSING, 123, 120, 121));
    }

    @Test
    void a_days_own_resting_heart_rate_is_read() throws IOException {
        assertThat(readings(FitEncoder.encode(
                        new WrittenMonitoring(WATCH, START, START.plus(Duration.ofHours(12)), 7200, 51, 55))))
                .singleElement()
                .isInstanceOfSatisfying(Reading.RestingHeartRate.class, reading -> {
                    assertThat(reading.bpm()).isEqualTo(55);
                    assertThat(reading.localDate()).isEqualTo(LocalDate.parse("2026-05-05"));
                });
    }

    @Test
    void what_is_written_at_midnight_belongs_to_the_day_that_ends() throws IOException {
        Instant midnight = Instant.parse("2026-05-04T22:00:00Z");
        assertThat(readings(FitEncoder.encode(new WrittenMonitoring(WATCH, midnight, midnight, 7200, 51, 55))))
                .singleElement()
                .satisfies(reading -> assertThat(reading.localDate()).isEqualTo(LocalDate.parse("2026-05-04")));
    }

    @Test
    void last_nights_mean_is_read_from_an_hrv_file() throws IOException {
        Instant woke = Instant.parse("2026-05-05T11:00:00Z");
        assertThat(readings(FitEncoder.encode(
                        new WrittenHrvStatus(WATCH, START, woke, 52, 48.5, Optional.empty(), List.of(47.0, 50.0)))))
                .singleElement()
                .isInstanceOfSatisfying(Reading.Hrv.class, reading -> {
                    assertThat(reading.rmssdMilliseconds()).isEqualTo(48.5);
                    assertThat(reading.localDate()).isEqualTo(LocalDate.parse("2026-05-05"));
                });
    }

    @Test
    void light_deep_and_rem_sleep_add_up_and_waking_does_not() throws IOException {
        Instant asleep = Instant.parse("2026-05-05T03:30:00Z");
        List<WrittenSleep.Stage> stages = List.of(
                new WrittenSleep.Stage(asleep, WrittenSleep.Level.LIGHT),
                new WrittenSleep.Stage(asleep.plusSeconds(3600), WrittenSleep.Level.AWAKE),
                new WrittenSleep.Stage(asleep.plusSeconds(5400), WrittenSleep.Level.DEEP),
                new WrittenSleep.Stage(asleep.plusSeconds(9000), WrittenSleep.Level.REM));

        assertThat(readings(FitEncoder.encode(new WrittenSleep(WATCH, stages, asleep.plusSeconds(18_000), 80))))
                .singleElement()
                .isInstanceOfSatisfying(Reading.Sleep.class, reading -> {
                    assertThat(reading.asleepHours()).isEqualTo(4.5);
                    assertThat(reading.localDate()).isEqualTo(LocalDate.parse("2026-05-05"));
                    assertThat(reading.device()).isEqualTo("development Test watch");
                });
    }

    private static Samples samples(Column seconds) {
        Column none = Column.missing(seconds.size());
        return new Samples(
                seconds,
                Column.of(120, Column.MISSING, 121, 123, 120),
                Column.of(3100, 3100, Column.MISSING, 3100, 3101),
                Column.of(0, 310, 620, 930, 1240),
                Column.of(1012, 1012, 1012, 1012, 1012),
                Column.of(171, 171, 171, 171, 171),
                none,
                Column.of(-3, -3, -3, -3, -3),
                Column.of(4, 4, 4, 4, 4),
                none);
    }

    private Recording recording(WrittenActivity activity) throws IOException {
        return decode(FitEncoder.encode(activity)).recordings().get(0);
    }

    private List<Reading> readings(byte[] file) throws IOException {
        return decode(file).readings();
    }

    private Decoded.Contents decode(byte[] file) throws IOException {
        Path path = Files.write(folder.resolve("x.fit"), file);
        return (Decoded.Contents) new FitDecoder().decode(path, ORIGIN);
    }
}
