package freshlegs.bench.intake;

import java.time.Duration;

/**
 * What it took to import files of {@code bytes} in all, of which {@code setAside} could not be read: {@code takenOver} until all were
 * safe in the spool, {@code elapsed} until the last outcome was published, beside the processor time of the process,
 * the bytes that it allocated on its heap and the most that were in use after a collection.
 */
public record Imported(
        int files,
        int setAside,
        long bytes,
        Duration takenOver,
        Duration elapsed,
        Duration processor,
        long allocatedBytes,
        long heapBytes) {
    private static final double NANOS = 1e9;

    public double perSecond() {
        return files / seconds(elapsed);
    }

    public double bytesPerSecond() {
        return bytes / seconds(elapsed);
    }

    public static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
