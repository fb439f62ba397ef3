package freshlegs.ingest;

import freshlegs.ingest.archive.Packed;
import freshlegs.ingest.archive.Packed.Item;
import freshlegs.ingest.fit.FitEncoder;
import freshlegs.ingest.fit.WrittenActivity;
import freshlegs.ingest.fit.WrittenDevice;
import freshlegs.ingest.fit.WrittenMonitoring;
import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** A synthetic history of small files, each of another day, as an account export packs it: zips in a zip. */
final class AHistory {
    private static final Instant FIRST = Instant.parse("2020-01-01T08:00:00Z");
    private static final WrittenDevice WATCH =
            new WrittenDevice(WrittenDevice.DEVELOPMENT, 7, "Test watch", 4711, HeartRateSource.WRIST);
    private static final String FOLDER = "DI_CONNECT/DI-Connect-Uploaded-Files/";

    private AHistory() {}

    /** {@code runs} runs and as many monitoring files in {@code parts} zips; equal seeds give equal bytes. */
    static byte[] nested(long seed, int runs, int parts) {
        Random random = new Random(seed);
        List<List<Item>> packed = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            packed.add(new ArrayList<>());
        }
        for (int i = 0; i < runs; i++) {
            Instant day = FIRST.plus(Duration.ofDays(i));
            packed.get(random.nextInt(parts)).add(new Item("anna_" + i + ".fit", run(day, 120 + random.nextInt(40))));
            packed.get(random.nextInt(parts)).add(new Item("anna_m" + i + ".fit", monitoring(day)));
        }
        List<Item> outer = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            byte[] inner = Packed.zip(packed.get(part).toArray(Item[]::new));
            outer.add(new Item(FOLDER + "UploadedFiles_0-_Part" + (part + 1) + ".zip", inner));
        }
        outer.add(Item.of("DI_CONNECT/DI-Connect-Fitness/summarizedActivities.json", "[]"));
        return Packed.zip(outer.toArray(Item[]::new));
    }

    static byte[] run(Instant start, int bpm) {
        Column missing = Column.missing(3);
        Samples samples = new Samples(
                Column.of(0, 1, 2),
                Column.of(bpm, bpm + 1, bpm + 2),
                Column.of(3000, 3000, 3000),
                Column.of(0, 300, 600),
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
                3,
                6,
                List.of(),
                List.of(),
                samples,
                OptionalInt.empty(),
                OptionalInt.empty()));
    }

    private static byte[] monitoring(Instant at) {
        return FitEncoder.encode(new WrittenMonitoring(WATCH, at.minus(Duration.ofHours(8)), at, 0, 51, 49));
    }
}
