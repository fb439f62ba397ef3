package freshlegs.ingest;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries original files from the spool on to the bucket while ingest runs; only one at a time does so on a data folder. */
public final class HandingOn implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HandingOn.class);
    private static final long BETWEEN_MS = 5_000;
    private static final long CLOSE_MS = 10_000;

    private final Spool spool;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "ingest-handing-on");

    private HandingOn(Spool spool) {
        this.spool = spool;
    }

    public static HandingOn start(Spool spool) {
        HandingOn handingOn = new HandingOn(spool);
        handingOn.thread.setDaemon(true);
        handingOn.thread.start();
        return handingOn;
    }

    /** Nothing may end this but the end of ingest. */
    private void run() {
        try {
            do {
                round();
            } while (!stop.await(BETWEEN_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            spool.handOn();
        } catch (IOException | RuntimeException e) {
            LOG.warn("original files cannot be handed on just now: {}", Failures.sentence(e));
        }
    }

    @Override
    public void close() {
        stop.countDown();
        thread.interrupt();
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
