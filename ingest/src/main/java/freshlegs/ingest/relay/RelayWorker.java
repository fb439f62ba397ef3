package freshlegs.ingest.relay;

import freshlegs.ingest.Failures;
import freshlegs.ingest.Spool;
import freshlegs.ingest.Withdrawn;
import freshlegs.ingest.relay.RelayTrouble.About;
import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.ingest.remote.Patience;
import freshlegs.ingest.remote.Service;
import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.model.AthleteId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running relay: asks for every connection in turn, whenever its time has come, and idles while there is none. Whatever goes
 * wrong is written beside the connection, where `connect list` shows it; it never ends silently.
 */
public final class RelayWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RelayWorker.class);
    private static final long LOOK_MS = 500;
    private static final long CLOSE_MS = 5_000;
    private static final Duration UNAUTHORISED = Duration.ofHours(1);

    private final RelaySettings settings;
    private final Spool spool;
    private final ComingWorkouts plan;
    private final ConnectionBook book;
    private final Withdrawn withdrawn;
    private final IntervalsServer server;
    private final Patience patience;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread asking = new Thread(this::work, "relay");
    private final Map<AthleteId, Fault> faults = new HashMap<>();
    private Optional<String> lastFault = Optional.empty();

    private RelayWorker(RelaySettings settings, Spool spool, ComingWorkouts plan) {
        this.settings = settings;
        this.spool = spool;
        this.plan = plan;
        RelayLedger.prepare(settings.dataFolder());
        this.book = ConnectionBook.in(settings.dataFolder());
        this.withdrawn = Withdrawn.in(settings.dataFolder());
        this.server =
                new IntervalsServer(settings.address(), settings.limits(), settings.politeness(), settings.clock());
        Politeness politeness = settings.politeness();
        this.patience =
                new Patience(politeness.shortestWait(), politeness.longestWait(), new Random(politeness.seed()));
    }

    /** How often in a row asking for a connection failed by our own doing, and until when it is left. */
    private record Fault(int times, Instant until) {
        static final Fault NONE = new Fault(0, Instant.MIN);
    }

    public static RelayWorker start(RelaySettings settings, Spool spool, ComingWorkouts plan) {
        RelayWorker worker = new RelayWorker(settings, spool, plan);
        worker.asking.start();
        return worker;
    }

    /** Forgets what is remembered of an athlete's connection that is no more; what was handed over stays. */
    public static void forget(Path dataFolder, AthleteId athlete) {
        RelayLedger.forget(dataFolder, athlete);
    }

    /** How every connection stands. */
    public List<RelayStatus> status() {
        return book.of(Service.INTERVALS).stream()
                .map(connection -> RelayStatus.of(settings.dataFolder(), connection))
                .toList();
    }

    /** An answer that is under way is given up; what it would have brought is asked for again. */
    @Override
    public void close() {
        stop.countDown();
        asking.interrupt();
        try {
            asking.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            do {
                askEveryone();
            } while (!stop.await(LOOK_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("the relay is interrupted");
        }
    }

    private void askEveryone() throws InterruptedException {
        try {
            for (Connection connection : book.of(Service.INTERVALS)) {
                if (stop.getCount() > 0 && !withdrawn.has(connection.athlete())) {
                    askInTurn(connection);
                }
            }
            lastFault = Optional.empty();
        } catch (RuntimeException e) {
            String sentence = Failures.sentence(e);
            if (!lastFault.equals(Optional.of(sentence))) {
                LOG.error("the relay will try again: {}", sentence);
            }
            lastFault = Optional.of(sentence);
        }
    }

    /** A fault of our own, such as a full disk, must not make us ask the server without a pause, nor keep others waiting. */
    private void askInTurn(Connection connection) throws InterruptedException {
        Fault before = faults.getOrDefault(connection.athlete(), Fault.NONE);
        if (settings.clock().instant().isBefore(before.until())) {
            return;
        }
        try {
            RelayLedger ledger = RelayLedger.of(settings.dataFolder(), connection.athlete());
            if (ledger.isDue(connection, settings.clock().instant())) {
                ask(connection, ledger);
                forgetIfRemoved(connection.athlete());
            }
            faults.remove(connection.athlete());
        } catch (RuntimeException e) {
            Duration wait = patience.after(before.times() + 1, Optional.empty());
            faults.put(
                    connection.athlete(),
                    new Fault(before.times() + 1, settings.clock().instant().plus(wait)));
            LOG.error(
                    "the relay for {} will try again in {} s: {}",
                    connection.athlete(),
                    wait.toSeconds(),
                    Failures.sentence(e));
        }
    }

    private boolean isWanted(Connection connection) {
        return stop.getCount() > 0 && book.of(Service.INTERVALS).contains(connection);
    }

    /** The round has written its ledger once more after the connection was removed. */
    private void forgetIfRemoved(AthleteId athlete) {
        if (book.of(Service.INTERVALS).stream()
                .noneMatch(known -> known.athlete().equals(athlete))) {
            forget(settings.dataFolder(), athlete);
        }
    }

    private void ask(Connection connection, RelayLedger ledger) throws InterruptedException {
        RelayRound round = new RelayRound(settings, server, spool, connection, ledger, () -> isWanted(connection));
        Optional<String> before = ledger.standing().trouble();
        try {
            round.run();
            Optional<String> refused = isWanted(connection)
                    ? new WorkoutRound(server, plan, connection, ledger, settings.clock()).run()
                    : Optional.empty();
            Instant now = settings.clock().instant();
            Optional<String> remark = round.remark().or(() -> refused);
            ledger.succeeded(now, now.plus(settings.interval()), round.backlog(), remark);
        } catch (RelayTrouble trouble) {
            boolean unauthorised = trouble.about() == About.KEY;
            Duration wait = unauthorised
                    ? UNAUTHORISED
                    : patience.after(ledger.standing().failures() + 1, trouble.askedFor());
            ledger.troubled(
                    trouble.sentence(), unauthorised, settings.clock().instant().plus(wait), round.backlog());
        }
        Optional<String> after = ledger.standing().trouble();
        if (after.isPresent() && !after.equals(before)) {
            LOG.warn("relay for {}: {}", connection.athlete(), Failures.printable(after.get()));
        }
    }
}
