package freshlegs.app.rebuild;

import freshlegs.app.service.Touched;
import freshlegs.model.topic.KafkaAddress;
import java.time.Duration;
import java.util.Set;

/** Of whom the streams have something left to do; notes that have not moved for long are of days that cannot be folded, and do not count. */
final class Notes implements AutoCloseable {
    private static final Duration STUCK = Duration.ofSeconds(30);

    private final Touched touched;
    private long changes;
    private long unchangedSince = System.nanoTime();

    Notes(KafkaAddress kafka) {
        touched = new Touched(kafka);
    }

    Set<String> athletes() {
        Set<String> athletes = touched.athletes();
        if (touched.changes() != changes) {
            changes = touched.changes();
            unchangedSince = System.nanoTime();
        }
        return System.nanoTime() - unchangedSince > STUCK.toNanos() ? Set.of() : athletes;
    }

    @Override
    public void close() {
        touched.close();
    }
}
