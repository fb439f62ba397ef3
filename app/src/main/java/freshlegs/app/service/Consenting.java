package freshlegs.app.service;

import freshlegs.app.output.Query;
import freshlegs.app.problem.Problem;
import freshlegs.coach.access.Consents;
import freshlegs.coach.read.Database;
import freshlegs.ingest.Withdrawn;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the intake who has withdrawn her consent, as the tables have it, wherever the pages run; while the database is away what was
 * known last holds.
 */
public final class Consenting implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Consenting.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final long CLOSE_MILLIS = 5_000;

    private final Withdrawn withdrawn;
    private final Database database;
    private final Consents consents;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread worker = new Thread(this::run, "consents");
    private boolean troubled;

    private Consenting(Path dataFolder, DatabaseAddress address, Clock clock) {
        this.withdrawn = Withdrawn.in(dataFolder);
        this.database = Database.at(address);
        this.consents = new Consents(database, clock);
    }

    /** Looks once before it returns, so that nothing is taken that should not be. */
    static Consenting start(Path dataFolder, DatabaseAddress database, Clock clock) {
        Consenting consenting = new Consenting(dataFolder, database, clock);
        consenting.look();
        consenting.worker.setDaemon(true);
        consenting.worker.start();
        return consenting;
    }

    /** Nothing is said for who has withdrawn her consent. */
    public static void check(AthleteId athlete, DatabaseAddress database) throws SQLException {
        boolean withdrawn = Query.of(List.of("given"), "access.consent where athlete = ? order by id desc limit 1")
                .with(athlete.value())
                .ask(database)
                .objects()
                .anyMatch(last -> !last.path("given").asBoolean());
        if (withdrawn) {
            throw Problem.failed("Nothing is taken: " + Withdrawn.REASON + ", on the page Your consent or by"
                    + " `freshlegs consent give --athlete " + athlete + "`.");
        }
    }

    private void run() {
        try {
            while (!stop.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing may end this. */
    private void look() {
        try {
            if (withdrawn.are(consents.withdrawn())) {
                LOG.info("who has withdrawn her consent has changed, and the intake heeds it");
            }
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) {
                LOG.warn("it cannot be seen who has withdrawn her consent: {}", String.valueOf(e.getMessage()));
            }
            troubled = true;
        }
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            worker.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
