package freshlegs.app.watch;

import freshlegs.ingest.fit.FitEncoder;
import freshlegs.ingest.fit.WrittenDevice;
import freshlegs.ingest.fit.WrittenMonitoring;
import freshlegs.model.fact.HeartRateSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A simulated watch: a folder tree as watches lay it out, with small files of its own. */
public final class AWatch {
    private static final Instant MORNING = Instant.parse("2026-06-01T08:00:00Z");
    private static final int GARMIN = 1;
    private static final int WAHOO = 32;

    private final Path storage;
    private final int manufacturer;
    private final long serial;
    private int files;

    private AWatch(Path storage, int manufacturer, long serial) {
        this.storage = storage;
        this.manufacturer = manufacturer;
        this.serial = serial;
    }

    public static AWatch garmin(Path storage, long serial) {
        return new AWatch(storage, GARMIN, serial);
    }

    public static AWatch wahoo(Path storage, long serial) {
        return new AWatch(storage, WAHOO, serial);
    }

    /** Another make that has a folder of that name too. */
    public static AWatch other(Path storage) {
        return new AWatch(storage, WrittenDevice.DEVELOPMENT, 77);
    }

    public AWatch describedAs(String path, String model) throws IOException {
        return with(path, """
                <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                <Device xmlns="http://www.garmin.com/xmlschemas/GarminDevice/v2">
                  <Model><PartNumber>006-B4257-00</PartNumber><Description>%s</Description></Model>
                  <Id>%d</Id>
                  <MassStorageMode><DataType><Name>FIT_TYPE_4</Name><File><Id>1</Id></File></DataType></MassStorageMode>
                </Device>
                """.formatted(model, serial).getBytes(StandardCharsets.UTF_8));
    }

    /** A monitoring file of a day that no other file has. */
    public AWatch withFit(String... paths) throws IOException {
        for (String path : paths) {
            with(path, fit(files));
        }
        return this;
    }

    public AWatch with(String path, byte[] content) throws IOException {
        Path file = storage.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(MORNING.plus(Duration.ofDays(files++))));
        return this;
    }

    byte[] fit(int day) {
        WrittenDevice device = new WrittenDevice(manufacturer, 4257, "Simulated", serial, HeartRateSource.WRIST);
        Instant at = MORNING.plus(Duration.ofDays(day));
        return FitEncoder.encode(new WrittenMonitoring(device, at.minus(Duration.ofHours(8)), at, 0, 51, 49));
    }

    public Path storage() {
        return storage;
    }

    /** Every path below a folder with its time of change, permissions and content. */
    public static Map<String, String> tree(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                String content = Files.isRegularFile(path)
                        ? new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
                        : "";
                tree.put(
                        folder.relativize(path).toString(),
                        Files.getLastModifiedTime(path) + " " + Files.getPosixFilePermissions(path) + " " + content);
            }
        }
        return tree;
    }
}
