package freshlegs.warehouse;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the topics into the database for as long as it runs. Whatever is away, Kafka or the database, it waits and goes on
 * from the stored offsets; nothing is lost and nothing is written twice.
 */
public final class WarehouseWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WarehouseWorker.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final WarehouseSettings settings;
    private final WarehouseMeters meters;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private WarehouseWorker(WarehouseSettings settings) {
        this.settings = settings;
        this.meters = WarehouseMeters.in(settings.meters());
        this.thread = new Thread(this::run, "warehouse");
    }

    /** Starts at once, whether or not Kafka and the database are there yet; the database must have been migrated. */
    public static WarehouseWorker start(WarehouseSettings settings) {
        WarehouseWorker worker = new WarehouseWorker(settings);
        worker.thread.start();
        return worker;
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    /** Finishes the batch at hand and leaves. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void run() {
        Duration wait = FIRST_WAIT;
        while (!isClosing()) {
            long began = System.nanoTime();
            try (Shift shift = Shift.begin(settings, meters)) {
                shift.work(this::isClosing);
            } catch (Exception e) {
                boolean workedWell = System.nanoTime() - began > LONGEST_WAIT.toNanos();
                wait = workedWell ? FIRST_WAIT : longer(wait);
                LOG.warn("stopped ({}); going on from the stored offsets in {} ms", reason(e), wait.toMillis());
                LOG.debug("the reason", e);
                pause(wait);
            }
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause(Duration wait) {
        try {
            if (closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("closed while waiting");
            }
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private static Duration longer(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }

    private static String reason(Exception e) {
        return e.getCause() == null ? e.toString() : e + ", because of " + e.getCause();
    }
}
