package freshlegs.ingest.garmin;

import freshlegs.ingest.Erasure;
import freshlegs.ingest.Failures;
import freshlegs.ingest.Spool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running adapter: looks at what notifications have come, one thing after another, and keeps what cannot be done yet. */
public final class GarminWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GarminWorker.class);
    private static final long LOOK_MS = 500;
    private static final long CLOSE_MS = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GarminSettings settings;
    private final GarminDesk desk;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread working = new Thread(this::work, "garmin");
    private volatile Optional<String> lastError = Optional.empty();

    private GarminWorker(GarminSettings settings, GarminDesk desk) {
        this.settings = settings;
        this.desk = desk;
    }

    /** Downloads come from Garmin's own server and nowhere else. */
    public static GarminWorker start(GarminSettings settings, Spool spool, Erasure erasure) {
        return start(settings, spool, erasure, new GarminOnly(), PATIENCE);
    }

    static GarminWorker start(
            GarminSettings settings, Spool spool, Erasure erasure, DownloadRule rule, Duration patience) {
        Downloads downloads = new Downloads(rule, settings.limits(), settings.clock(), patience);
        GarminWorker worker = new GarminWorker(settings, new GarminDesk(settings, spool, erasure, downloads));
        worker.working.start();
        return worker;
    }

    /** How everyone's files come along. */
    public List<GarminStatus> status() {
        return GarminStatus.all(settings.dataFolder());
    }

    /** What last went wrong with the adapter itself. */
    public Optional<String> lastError() {
        return lastError;
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            working.join(CLOSE_MS);
            working.interrupt();
            working.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            do {
                workOnce();
            } while (!stop.await(LOOK_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("the adapter is interrupted");
        }
    }

    private void workOnce() {
        try {
            desk.work();
            lastError = Optional.empty();
        } catch (IOException | RuntimeException e) {
            String sentence = Failures.sentence(e);
            if (!lastError.equals(Optional.of(sentence))) {
                LOG.error("notifications will be looked at again: {}", sentence);
            }
            lastError = Optional.of(sentence);
        }
    }
}
