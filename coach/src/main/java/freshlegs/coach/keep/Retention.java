package freshlegs.coach.keep;

import freshlegs.coach.access.Sql;
import freshlegs.coach.read.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes every hour what was kept for as long as it is to be; several may do so at once. */
public final class Retention implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 5_000;
    private static final long CLOSE_MILLIS = 5_000;

    private final Database database;
    private final Periods periods;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread worker = new Thread(this::run, "retention");

    public Retention(Database database, Periods periods, Clock clock) {
        this.database = database;
        this.periods = periods;
        this.clock = clock;
    }

    public static Retention start(Database database, Periods periods, Clock clock) {
        Retention retention = new Retention(database, periods, clock);
        retention.worker.setDaemon(true);
        retention.worker.start();
        return retention;
    }

    /** Answers how many rows went, by table; where one table cannot be swept the others are. */
    public Map<String, Integer> sweep() {
        Map<String, Integer> gone = new TreeMap<>();
        List<RuntimeException> troubles = new ArrayList<>();
        for (Rule rule : Rule.ALL) {
            try {
                gone.merge(rule.table(), sweep(rule), Integer::sum);
            } catch (RuntimeException e) {
                troubles.add(e);
            }
        }
        if (!troubles.isEmpty()) {
            throw troubles.get(0);
        }
        gone.values().removeIf(rows -> rows == 0);
        return gone;
    }

    private int sweep(Rule rule) {
        Instant before = clock.instant().minus(rule.period().in(periods));
        Object[] moments = Collections.nCopies(rule.moments(), before).toArray();
        int all = 0;
        int last = AT_ONCE;
        while (last == AT_ONCE && stop.getCount() > 0) {
            last = database.write(connection -> {
                Sql sql = Sql.over(connection);
                sql.list("select set_config('freshlegs.erasing', 'on', true)", row -> 1);
                return sql.update(rule.sql(AT_ONCE), moments);
            });
            all += last;
        }
        return all;
    }

    private void run() {
        try {
            Duration wait = Duration.ZERO;
            while (!stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                wait = sweepOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing may end this. */
    private Duration sweepOnce() {
        try {
            Map<String, Integer> gone = sweep();
            if (!gone.isEmpty()) {
                LOG.info("their time is over, and they are removed: {}", gone);
            }
            return BETWEEN_SWEEPS;
        } catch (RuntimeException e) {
            LOG.warn("what is kept for too long cannot be removed now: {}", String.valueOf(e.getMessage()));
            return AFTER_TROUBLE;
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
    }
}
