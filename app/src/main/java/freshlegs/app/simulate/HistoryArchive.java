package freshlegs.app.simulate;

import freshlegs.ingest.fit.FitEncoder;
import freshlegs.ingest.fit.WrittenActivity;
import freshlegs.ingest.fit.WrittenDevice;
import freshlegs.ingest.fit.WrittenMonitoring;
import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Samples;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A synthetic account export: zips of at most a thousand watch files in a zip, in turn a short run and the monitoring of its day,
 * each day other than all others. The same settings give the same bytes.
 */
public final class HistoryArchive {
    private static final int FILES_PER_PART = 1_000;
    private static final int SECONDS_BETWEEN_SAMPLES = 5;
    private static final String FOLDER = "DI_CONNECT/DI-Connect-Uploaded-Files/";
    private static final WrittenDevice WATCH =
            new WrittenDevice(WrittenDevice.DEVELOPMENT, 7, "Synthetic watch", 4712, HeartRateSource.WRIST);

    private final Random chance;
    private final LocalDate lastDay;

    private HistoryArchive(long seed, LocalDate lastDay) {
        this.chance = new Random(seed);
        this.lastDay = lastDay;
    }

    /** Writes {@code files} watch files that end on {@code lastDay}. */
    public static void write(long seed, int files, LocalDate lastDay, Path to) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            new HistoryArchive(seed, lastDay).write(files, out);
        }
    }

    private void write(int files, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int first = 0; first < files; first += FILES_PER_PART) {
                String name = FOLDER + "UploadedFiles_0-_Part" + (first / FILES_PER_PART + 1) + ".zip";
                add(zip, name, part(first, Math.min(files, first + FILES_PER_PART)));
            }
            add(zip, "DI_CONNECT/about.txt", "Synthetic: nobody ran this.\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private byte[] part(int from, int to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = from; i < to; i++) {
                Instant morning = lastDay.minusDays(i / 2).atTime(7, 0).toInstant(ZoneOffset.UTC);
                byte[] file = i % 2 == 0 ? run(morning.plus(Duration.ofMinutes(chance.nextInt(600)))) : night(morning);
                add(zip, "synthetic_" + (100_000_000 + i) + ".fit", file);
            }
        }
        return bytes.toByteArray();
    }

    private byte[] run(Instant start) {
        int size = 120 + chance.nextInt(240);
        int[] seconds = new int[size];
        int[] beats = new int[size];
        int[] speed = new int[size];
        int[] distance = new int[size];
        int pace = 2_600 + chance.nextInt(900);
        for (int i = 0; i < size; i++) {
            seconds[i] = i * SECONDS_BETWEEN_SAMPLES;
            beats[i] = 125 + Math.min(20, i / 6) + chance.nextInt(4);
            speed[i] = pace + chance.nextInt(100);
            distance[i] = i == 0 ? 0 : distance[i - 1] + speed[i] * SECONDS_BETWEEN_SAMPLES / 10;
        }
        Column missing = Column.missing(size);
        Samples samples = new Samples(
                Column.of(seconds),
                Column.of(beats),
                Column.of(speed),
                Column.of(distance),
                missing,
                missing,
                missing,
                missing,
                missing,
                missing);
        return FitEncoder.encode(new WrittenActivity(
                WATCH,
                start,
                0,
                Sport.RUNNING,
                seconds[size - 1],
                distance[size - 1] / 100.0,
                List.of(),
                List.of(),
                samples,
                OptionalInt.empty(),
                OptionalInt.empty()));
    }

    private byte[] night(Instant morning) {
        int resting = 46 + chance.nextInt(8);
        return FitEncoder.encode(
                new WrittenMonitoring(WATCH, morning.minus(Duration.ofHours(7)), morning, 0, 50, resting));
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
