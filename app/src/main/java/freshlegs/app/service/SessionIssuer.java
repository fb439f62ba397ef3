package freshlegs.app.service;

import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.fact.IssuedSession;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that issues each day's session when the day has begun where the athlete lives. What is issued twice, say after a
 * restart before the tables have followed, changes nothing: the first telling counts.
 */
final class SessionIssuer implements AutoCloseable {
    static final Duration POLL = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(SessionIssuer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DatabaseAddress database;
    private final Consumer<List<IssuedSession>> publisher;
    private final Clock clock;
    private final Duration poll;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "session-issuer");
    /** The last day issued of each athlete, because the tables follow some moments later. */
    private final Map<AthleteId, LocalDate> issued = new HashMap<>();

    private boolean away;

    private SessionIssuer(
            DatabaseAddress database, Consumer<List<IssuedSession>> publisher, Clock clock, Duration poll) {
        this.database = database;
        this.publisher = publisher;
        this.clock = clock;
        this.poll = poll;
    }

    /** The {@code publisher} returns when the facts are safe, and throws when they are not. */
    static SessionIssuer start(
            DatabaseAddress database, Consumer<List<IssuedSession>> publisher, Clock clock, Duration poll) {
        SessionIssuer issuer = new SessionIssuer(database, publisher, clock, poll);
        issuer.thread.setDaemon(true);
        issuer.thread.start();
        return issuer;
    }

    private void run() {
        try {
            do {
                round();
            } while (!closing.await(poll.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong is tried again in the next round. */
    private void round() {
        try {
            List<IssuedSession> due = DueSessions.at(clock.instant(), database).stream()
                    .filter(session -> !session.localDate().equals(issued.get(session.athlete())))
                    .toList();
            if (!due.isEmpty()) {
                publisher.accept(due);
                due.forEach(session -> issued.put(session.athlete(), session.localDate()));
                LOG.info("{} sessions issued", due.size());
            }
            away = false;
        } catch (SQLException | RuntimeException e) {
            if (!away && closing.getCount() > 0) {
                LOG.warn("sessions cannot be issued, since Kafka or the database is away; they wait: {}", e.toString());
            }
            away = true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(PATIENCE.toMillis());
            thread.interrupt();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
