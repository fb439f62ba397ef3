package freshlegs.app.service;

import freshlegs.app.folder.DataFolder;
import freshlegs.coach.Leaving;
import freshlegs.coach.access.Leavings;
import freshlegs.coach.read.Database;
import freshlegs.coach.takeout.KeptFiles;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives athletes their files and, one after another, erases those who leave; what a crash broke off is gone on with at the next start. */
final class Leavers implements Leaving, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leavers.class);
    private static final Duration WHILE_WAITING = Duration.ofSeconds(2);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final long CLOSE_MILLIS = 5_000;

    private final KeptFiles kept;
    private final Database database;
    private final Leavings leavings;
    private final Erasing erasing;
    private final Semaphore asked = new Semaphore(0);
    private final Thread worker = new Thread(this::run, "leavers");
    private volatile boolean closed;

    private Leavers(
            DataFolder folder,
            OriginalFiles originals,
            Limits limits,
            KafkaAddress kafka,
            DatabaseAddress address,
            Clock clock) {
        this.kept = OwnFolder.in(folder.root(), originals, clock);
        this.database = Database.at(address);
        this.leavings = new Leavings(database, clock);
        this.erasing = Erasing.in(folder, originals, limits, kafka, address, leavings, clock);
    }

    static Leavers start(
            DataFolder folder,
            OriginalFiles originals,
            Limits limits,
            KafkaAddress kafka,
            DatabaseAddress database,
            Clock clock) {
        Leavers leavers = new Leavers(folder, originals, limits, kafka, database, clock);
        leavers.worker.setDaemon(true);
        leavers.worker.start();
        return leavers;
    }

    @Override
    public KeptFiles kept() {
        return kept;
    }

    @Override
    public void look() {
        asked.release();
    }

    private void run() {
        try {
            while (!closed) {
                Duration wait = eraseAll();
                if (asked.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    asked.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing may end this; answers how long the next look can wait. */
    private Duration eraseAll() throws InterruptedException {
        try {
            Duration wait = BETWEEN_LOOKS;
            for (Leavings.Under under : leavings.underWay()) {
                Duration own = erase(under);
                wait = own.compareTo(wait) < 0 ? own : wait;
            }
            return wait;
        } catch (RuntimeException e) {
            LOG.warn("cannot look for those who leave: {}", String.valueOf(e.getMessage()));
            return AFTER_TROUBLE;
        }
    }

    private Duration erase(Leavings.Under under) throws InterruptedException {
        try {
            return erasing.goOn(under) ? BETWEEN_LOOKS : WHILE_WAITING;
        } catch (IOException | SQLException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            LOG.warn("somebody who leaves cannot be erased just now", e);
            leavings.troubled(
                    under.athlete(), "the step " + under.step() + " did not come to its end; the log says why");
            return AFTER_TROUBLE;
        }
    }

    @Override
    public void close() {
        closed = true;
        worker.interrupt();
        try {
            worker.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        erasing.close();
        database.close();
    }
}
