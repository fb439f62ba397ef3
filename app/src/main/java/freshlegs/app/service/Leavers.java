package freshlegs.app.service;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.output.Query;
import freshlegs.coach.Leaving;
import freshlegs.coach.access.Leavings;
import freshlegs.coach.read.Database;
import freshlegs.coach.takeout.KeptFiles;
import freshlegs.ingest.Departed;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.Compaction;
import freshlegs.model.topic.KafkaAddress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the files are: gives athletes theirs and, one after another, erases those who leave, whoever noted it in the tables; sweeps
 * Kafka's files afterwards. What a crash broke off is gone on with at the next start. Of several processes one is at it.
 */
final class Leavers implements Leaving, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leavers.class);
    private static final Duration WHILE_WAITING = Duration.ofSeconds(2);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(20);
    private static final long CLOSE_MILLIS = 5_000;

    /** Once to have what she said compacted, once for the tombstones after it. */
    private static final int SWEEPS = 2;

    /** A little longer than it takes, so that a file is old enough when it is swept. */
    private static final int MARGIN_PARTS = 24;

    private static final String ALONE = "select pg_try_advisory_lock(hashtext('access.leaving'))";

    private final KeptFiles kept;
    private final Departed departed;
    private final KafkaAddress kafka;
    private final DatabaseAddress address;
    private final Database database;
    private final Leavings leavings;
    private final Erasing erasing;
    private final Duration betweenSweeps;
    private final Semaphore asked = new Semaphore(0);
    private final Thread worker = new Thread(this::run, "leavers");
    private volatile boolean closed;

    private Leavers(
            DataFolder folder,
            OriginalFiles originals,
            Limits limits,
            KafkaAddress kafka,
            DatabaseAddress address,
            Compaction compaction,
            Clock clock) {
        this.kept = OwnFolder.in(folder.root(), originals, clock);
        this.departed = Departed.in(folder.root());
        this.kafka = kafka;
        this.address = address;
        this.database = Database.at(address);
        this.leavings = new Leavings(database, clock);
        this.erasing = Erasing.in(folder, originals, limits, kafka, address, leavings, compaction, clock);
        this.betweenSweeps = compaction.lag().plus(compaction.lag().dividedBy(MARGIN_PARTS));
    }

    static Leavers start(
            DataFolder folder,
            OriginalFiles originals,
            Limits limits,
            KafkaAddress kafka,
            DatabaseAddress database,
            Compaction compaction,
            Clock clock) {
        Leavers leavers = new Leavers(folder, originals, limits, kafka, database, compaction, clock);
        leavers.worker.setDaemon(true);
        leavers.worker.start();
        return leavers;
    }

    /** So that nothing is taken for those who have left by a process that erases nobody, such as an import. */
    static void note(DataFolder folder, DatabaseAddress address, Clock clock) {
        try (Database database = Database.at(address)) {
            new Leavings(database, clock).hashes().forEach(Departed.in(folder.root())::add);
        }
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
                Duration wait = look(WHILE_WAITING);
                if (asked.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    asked.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing may end this; answers how long the next look can wait. */
    private Duration look(Duration otherwise) throws InterruptedException {
        try {
            leavings.hashes().forEach(departed::add);
            if (leavings.underWay().isEmpty()
                    && leavings.due(SWEEPS, betweenSweeps).isEmpty()) {
                return otherwise;
            }
            try (Connection alone = Query.connect(address)) {
                return isAlone(alone) ? work(otherwise) : otherwise;
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("cannot look for those who leave: {}", String.valueOf(e.getMessage()));
            return AFTER_TROUBLE;
        }
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALONE)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private Duration work(Duration otherwise) throws InterruptedException {
        Duration wait = otherwise;
        for (Leavings.Under under : leavings.underWay()) {
            Duration own = erase(under);
            wait = own.compareTo(wait) > 0 ? own : wait;
        }
        for (Leavings.Due due : leavings.due(SWEEPS, betweenSweeps)) {
            Sweep.run(kafka);
            leavings.swept(due);
        }
        return wait;
    }

    private Duration erase(Leavings.Under under) throws InterruptedException {
        try {
            erasing.goOn(under);
            return WHILE_WAITING;
        } catch (Erasing.Waiting e) {
            leavings.troubled(under.athlete(), String.valueOf(e.getMessage()));
            return AFTER_TROUBLE;
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
