package freshlegs.bench.intake;

import com.sun.management.OperatingSystemMXBean;
import freshlegs.ingest.Acceptance;
import freshlegs.ingest.IngestSettings;
import freshlegs.ingest.IngestWorker;
import freshlegs.ingest.IntakeMeters;
import freshlegs.ingest.Offer;
import freshlegs.ingest.Spool;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import freshlegs.model.json.Json;
import freshlegs.model.topic.KafkaAddress;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The measured process: an intake at work on a data folder, and somebody who imports all files of another folder into it. */
final class IntakeUnderTestMain {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final long LOOK_MILLIS = 5;

    private IntakeUnderTestMain() {}

    /** Arguments: the bootstrap servers, the data folder, the folder with one of files for each athlete, how many of them to import, and where to write what was seen. */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[1]);
        MeterRegistry registry = new SimpleMeterRegistry();
        IngestSettings settings = new IngestSettings(
                data,
                OriginalFiles.in(data),
                KafkaAddress.of(arguments[0]),
                ZoneId.of("UTC"),
                POLL,
                Limits.STANDARD,
                Clock.systemUTC(),
                IntakeMeters.in(registry),
                Optional.empty());
        IngestWorker worker = IngestWorker.start(settings);
        Spool spool = Spool.at(data, Limits.STANDARD, Clock.systemUTC());
        Imported imported = run(files(Path.of(arguments[2]), Integer.parseInt(arguments[3])), spool, registry);
        Files.write(Path.of(arguments[4]), Json.write(imported));
        worker.close();
        System.exit(0);
    }

    private static Imported run(List<Path> files, Spool spool, MeterRegistry registry)
            throws IOException, InterruptedException {
        List<Counter> read = counters(registry, "read");
        List<Counter> setAside = counters(registry, "set-aside");
        HeapWatch heap = HeapWatch.begin();
        long processor = processorNanos();
        long began = System.nanoTime();
        takeOver(files, spool);
        long takenOver = System.nanoTime();
        while (sum(read) + sum(setAside) < files.size()) {
            if (System.nanoTime() - began > LONGEST.toNanos()) {
                throw new IllegalStateException("not all files came to their end in time");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        long ended = System.nanoTime();
        long used = processorNanos() - processor;
        heap.collect();
        return new Imported(
                files.size(),
                sum(setAside),
                bytes(files),
                Duration.ofNanos(takenOver - began),
                Duration.ofNanos(ended - began),
                Duration.ofNanos(used),
                heap.allocatedBytes(),
                heap.mostBytes());
    }

    /** As {@code freshlegs import} does. */
    private static void takeOver(List<Path> files, Spool spool) {
        for (Path file : files) {
            Acceptance acceptance = spool.accept(Offer.of(owner(file), Route.IMPORT, file.toString()), file);
            if (acceptance instanceof Acceptance.Refused refused) {
                throw new IllegalStateException(refused.reason());
            }
        }
    }

    private static AthleteId owner(Path file) {
        return AthleteId.of(
                Objects.requireNonNull(file.getParent()).getFileName().toString());
    }

    private static List<Counter> counters(MeterRegistry registry, String outcome) {
        return List.copyOf(
                registry.get("freshlegs.intake.files").tag("outcome", outcome).counters());
    }

    private static int sum(List<Counter> counters) {
        return (int) counters.stream().mapToDouble(Counter::count).sum();
    }

    private static List<Path> files(Path folder, int most) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().limit(most).toList();
        }
    }

    private static long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
