package freshlegs.ingest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the lead of the workers on a data folder does beside reading its share of the files: one thread watches the inbox and fills the
 * spool, whether or not Kafka answers; another announces what waits there.
 */
final class LeadWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeadWork.class);
    private static final String INBOX = "the inbox cannot be read";
    private static final String ANNOUNCING = "files are announced later";
    /** An empty folder is looked at often: this is a part of how long a file takes to its trend. */
    private static final long LOOK_AT_SPOOL_MS = 20;
    /** Where a look takes long because much waits, looking takes no more than a fifth of the time. */
    private static final int LOOKS_APART = 4;
    /** A look that took long because the broker was away says nothing of the next one. */
    private static final long LONGEST_WAIT_MS = 1_000;

    private static final long RETRY_MS = 2_000;
    private static final long CLOSE_MS = 10_000;

    private final Inbox inbox;
    private final Announcer announcer;
    private final Duration pollInterval;
    private final Mishaps mishaps;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread watching = new Thread(this::watchInbox, "ingest-inbox");
    private final Thread announcing = new Thread(this::announce, "ingest-announce");

    private LeadWork(Inbox inbox, Announcer announcer, Duration pollInterval, Mishaps mishaps) {
        this.inbox = inbox;
        this.announcer = announcer;
        this.pollInterval = pollInterval;
        this.mishaps = mishaps;
    }

    static LeadWork start(Inbox inbox, Announcer announcer, Duration pollInterval, Mishaps mishaps) {
        LeadWork work = new LeadWork(inbox, announcer, pollInterval, mishaps);
        work.watching.start();
        work.announcing.start();
        return work;
    }

    boolean isRunning() {
        return watching.isAlive() && announcing.isAlive();
    }

    private void watchInbox() {
        Duration wait = pollInterval;
        while (!pause(wait.toMillis())) {
            try {
                wait = inbox.poll();
                mishaps.well(INBOX);
            } catch (RuntimeException e) {
                wait = pollInterval;
                mishaps.failed(INBOX, e);
            }
        }
    }

    private void announce() {
        long wait = 0;
        while (!pause(wait)) {
            long began = System.nanoTime();
            try {
                boolean more = announcer.announce();
                mishaps.well(ANNOUNCING);
                wait = more ? 0 : waitAfter(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            } catch (InterruptException e) {
                LOG.debug("announces no more");
                return;
            } catch (RuntimeException e) {
                mishaps.failed(ANNOUNCING, e);
                wait = RETRY_MS;
            }
        }
    }

    /** Until the next look, in milliseconds, when the last one took so many. */
    static long waitAfter(long took) {
        return Math.min(LONGEST_WAIT_MS, Math.max(LOOK_AT_SPOOL_MS, LOOKS_APART * took));
    }

    private boolean pause(long milliseconds) {
        try {
            return stop.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public void close() {
        stop.countDown();
        announcing.interrupt();
        join(announcing);
        join(watching);
    }

    private static void join(Thread thread) {
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
