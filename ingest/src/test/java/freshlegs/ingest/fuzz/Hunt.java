package freshlegs.ingest.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads all that is kept, then as many spoilt copies of it as are wished for: each in two seconds of the processor, all in the heap that
 * this process was given. The first that is thrown or takes longer ends it, with the input.
 */
final class Hunt {
    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Hunt() {}

    /** Folder, spoilt copies for each target, seed. */
    public static void main(String... arguments) {
        Path corpus = Path.of(arguments[0]);
        int mutants = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        for (Target target : Target.values()) {
            List<byte[]> kept = target.kept(corpus);
            kept.forEach(each -> read(target, each, "kept"));
            Spoiling spoiling = new Spoiling(seed, kept);
            for (int i = 0; i < mutants; i++) {
                read(target, spoiling.next(), "seed " + seed + ", copy " + i);
            }
            System.out.printf("%s: %d kept and %d spoilt%n", target, kept.size(), mutants);
        }
    }

    private static void read(Target target, byte[] content, String which) {
        long began = THREADS.getCurrentThreadCpuTime();
        try {
            target.read(content);
        } catch (Exception | Error e) {
            throw new IllegalStateException(
                    target + ", " + which + ": " + HexFormat.of().formatHex(content), e);
        }
        long nanos = THREADS.getCurrentThreadCpuTime() - began;
        if (nanos > BOUND.toNanos()) {
            throw new IllegalStateException(target + ", " + which + " took " + Duration.ofNanos(nanos) + ": "
                    + HexFormat.of().formatHex(content));
        }
    }
}
