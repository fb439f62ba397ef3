package freshlegs.coach.tell;

import freshlegs.coach.read.DatabaseAway;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One thread looks what is due for people's channels, a few others take it there side by side, so that a receiver that hangs holds up
 * nobody else's messages.
 */
final class Couriers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final int SIDE_BY_SIDE = 32;

    private final Dispatch dispatch;
    private final Deliveries deliveries;
    private final Courier courier;
    private final Patience patience;
    private final Clock clock;
    private final FileToMessage way;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Semaphore free = new Semaphore(SIDE_BY_SIDE);
    /** As many as {@link #free} lets work; those without work end. */
    private final ExecutorService couriers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "courier");
        thread.setDaemon(true);
        return thread;
    });

    private final Thread thread = new Thread(this::run, "dispatcher");
    /** Received, but the database went away before that could be written down. */
    private final ConcurrentLinkedQueue<Delivery> unwritten = new ConcurrentLinkedQueue<>();

    private boolean away;

    private Couriers(
            Dispatch dispatch,
            Deliveries deliveries,
            Courier courier,
            Patience patience,
            Clock clock,
            FileToMessage way) {
        this.way = way;
        this.dispatch = dispatch;
        this.deliveries = deliveries;
        this.courier = courier;
        this.patience = patience;
        this.clock = clock;
    }

    static Couriers start(
            Dispatch dispatch,
            Deliveries deliveries,
            Courier courier,
            Patience patience,
            Clock clock,
            FileToMessage way) {
        Couriers couriers = new Couriers(dispatch, deliveries, courier, patience, clock, way);
        couriers.thread.setDaemon(true);
        couriers.thread.start();
        return couriers;
    }

    private void run() {
        try {
            do {
                round();
            } while (!closing.await(patience.poll().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong with the database is tried again in the next round. */
    private void round() {
        try {
            dispatch.round(clock.instant());
            handOut();
            away = false;
        } catch (DatabaseAway e) {
            if (!away) {
                LOG.warn("the ledger cannot be reached; messages wait");
            }
            away = true;
        } catch (RuntimeException e) {
            LOG.error("what is due could not be told", e);
        }
    }

    private void handOut() {
        while (closing.getCount() > 0 && free.tryAcquire()) {
            Optional<Delivery> next = Optional.empty();
            try {
                next = claim();
                next.ifPresent(delivery -> couriers.execute(() -> work(delivery)));
            } finally {
                if (next.isEmpty()) {
                    free.release();
                }
            }
            if (next.isEmpty()) {
                return;
            }
        }
    }

    /** One at a time, so that many couriers do not take all connections to the database. */
    private synchronized Optional<Delivery> claim() {
        for (Delivery told = unwritten.peek(); told != null; told = unwritten.peek()) {
            deliveries.sent(told, clock.instant());
            unwritten.remove(told);
        }
        return deliveries.claimNext(clock.instant(), clock.instant().plus(patience.lease()));
    }

    /** Goes on while there is more, so that a full outbox does not wait for the next round. */
    private void work(Delivery first) {
        try {
            Optional<Delivery> next = Optional.of(first);
            while (next.isPresent()) {
                tell(next.get());
                next = closing.getCount() > 0 ? claim() : Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DatabaseAway e) {
            LOG.debug("the ledger cannot be reached", e);
        } catch (RuntimeException e) {
            LOG.error("what is due could not be told", e);
        } finally {
            free.release();
        }
    }

    private void tell(Delivery delivery) throws InterruptedException {
        Told told = told(delivery);
        if (told instanceof Told.NotReceived notReceived) {
            putOff(delivery, notReceived.why());
        } else if (told instanceof Told.NoLongerTrue) {
            deliveries.withdrawn(delivery);
        } else {
            unwritten.add(delivery);
            deliveries.sent(delivery, clock.instant());
            unwritten.remove(delivery);
            about(LOG.atInfo(), delivery).log("delivery {} told on try {}", delivery.id(), delivery.attempt());
            way.told(delivery, clock.instant());
        }
    }

    /** Whatever goes wrong with one delivery holds up no other. */
    private Told told(Delivery delivery) throws InterruptedException {
        try {
            return courier.tell(delivery);
        } catch (DatabaseAway e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("delivery {} could not be written", delivery.id(), e);
            return new Told.NotReceived(e.getClass().getSimpleName());
        }
    }

    private void putOff(Delivery delivery, String why) {
        if (patience.isExhaustedAfter(delivery.attempt())) {
            deliveries.failed(delivery, why);
            about(LOG.atError(), delivery)
                    .log("delivery {} given up after {} tries: {}", delivery.id(), delivery.attempt(), why);
            return;
        }
        deliveries.tryAgain(delivery, clock.instant().plus(patience.pauseAfter(delivery.attempt())), why);
        about(LOG.atWarn(), delivery)
                .log("delivery {} not received on try {}: {}", delivery.id(), delivery.attempt(), why);
    }

    private static LoggingEventBuilder about(LoggingEventBuilder line, Delivery delivery) {
        return line.addKeyValue("delivery", delivery.id())
                .addKeyValue("kind", delivery.kind())
                .addKeyValue("channel", delivery.channelId());
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    /** Begins nothing more. */
    void stop() {
        closing.countDown();
    }

    /** Lets what is on its way arrive; what is left keeps for the next start. */
    @Override
    public void close() {
        stop();
        long patienceMillis = patience.timeLimit().plusSeconds(2).toMillis();
        try {
            thread.join(patienceMillis);
            couriers.shutdown();
            if (!couriers.awaitTermination(patienceMillis, TimeUnit.MILLISECONDS)) {
                LOG.warn("messages were on their way when the console was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            thread.interrupt();
            couriers.shutdownNow();
        }
    }
}
