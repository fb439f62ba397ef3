package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.DayClosed;
import freshlegs.model.fact.Fact;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running intake. One thread watches the inbox and fills the spool, whether or not Kafka answers; another empties the
 * spool into Kafka and closes days. Nothing is called done before the broker has acknowledged it.
 */
public final class IngestWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestWorker.class);
    /** An empty folder is looked at often: this is a part of how long a file takes to its trend. */
    private static final long LOOK_AT_SPOOL_MS = 20;

    private static final long RETRY_MS = 2_000;
    private static final long FINISH_MS = 3_000;
    private static final long CLOSE_MS = 10_000;
    private static final Duration LOOK_AT_DAYS = Duration.ofSeconds(5);

    private final IngestSettings settings;
    private final Spool spool;
    private final Inbox inbox;
    private final FactPublisher publisher;
    private final Roster roster;
    private final Calendar calendar;
    private final DayCloser dayCloser;
    private final TicketDesk desk;
    private final Departed departed;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread watching = new Thread(this::watchInbox, "ingest-inbox");
    private final Thread publishing = new Thread(this::publish, "ingest-publish");
    private volatile Optional<String> lastError = Optional.empty();
    private boolean daysMayBeDue = true;
    private long daysLookedAtNanos;

    private IngestWorker(IngestSettings settings) {
        this.settings = settings;
        this.spool = Spool.at(
                settings.dataFolder(), settings.originals(), settings.limits(), settings.clock(), settings.meters());
        this.inbox = new Inbox(settings.dataFolder(), spool, settings.pollInterval());
        this.publisher = FactPublisher.to(settings.kafka(), settings.meters().registry());
        this.departed = Departed.in(settings.dataFolder());
        this.calendar = new Calendar(settings.dataFolder().resolve("spool/calendar.json"));
        this.roster = new Roster(settings.kafka(), settings.defaultZone(), this::noteDay);
        this.dayCloser = new DayCloser(calendar, roster);
        this.desk = new TicketDesk(
                spool,
                new Interpreter(settings.limits(), roster::zonesOf, spool.unpacked()),
                publisher,
                settings.limits(),
                settings.meters(),
                this::note);
        spool.clearLeftovers();
    }

    public static IngestWorker start(IngestSettings settings) {
        IngestWorker worker = new IngestWorker(settings);
        worker.watching.start();
        worker.publishing.start();
        return worker;
    }

    public boolean isRunning() {
        return watching.isAlive() && publishing.isAlive();
    }

    public IngestStatus status() {
        return new IngestStatus(spool.pendingIds().size(), desk.done(), desk.setAside(), lastError);
    }

    /** Gives the batch at hand a moment to finish; whatever does not is found in the spool next time. */
    @Override
    public void close() {
        stop.countDown();
        join(publishing, FINISH_MS);
        publishing.interrupt();
        join(publishing, CLOSE_MS);
        join(watching, CLOSE_MS);
        desk.close();
        publisher.close();
    }

    private void watchInbox() {
        Duration wait = settings.pollInterval();
        while (!pause(wait.toMillis())) {
            try {
                wait = inbox.poll();
            } catch (RuntimeException e) {
                wait = settings.pollInterval();
                failed("the inbox cannot be read", e);
            }
        }
    }

    private void publish() {
        try {
            long wait = 0;
            while (!pause(wait)) {
                wait = publishOnce();
            }
        } finally {
            roster.close();
        }
    }

    /** How long to wait before the next time, in milliseconds. */
    private long publishOnce() {
        try {
            List<String> waiting = desk.waiting();
            boolean worked = desk.hasWork(waiting);
            if (worked) {
                daysMayBeDue = true;
                roster.refresh();
                desk.work(waiting);
            } else {
                closeDays();
            }
            calendar.save(spool.temporary());
            lastError = Optional.empty();
            return worked ? 0 : LOOK_AT_SPOOL_MS;
        } catch (InterruptException e) {
            stop.countDown();
            return 0;
        } catch (IOException | RuntimeException | VirtualMachineError e) {
            failed("will be tried again", e);
            return RETRY_MS;
        }
    }

    private void closeDays() {
        if (!daysMayBeDue && System.nanoTime() - daysLookedAtNanos < LOOK_AT_DAYS.toNanos()) {
            return;
        }
        roster.refresh();
        calendar.forget(departed::has);
        List<DayClosed> due = dayCloser.due(settings.clock().instant().truncatedTo(ChronoUnit.MILLIS));
        publisher.publish(due);
        dayCloser.published(due);
        daysMayBeDue = false;
        daysLookedAtNanos = System.nanoTime();
    }

    private void note(Fact fact) {
        noteDay(fact.athlete(), fact.localDate());
    }

    /** A day that no clock on earth has reached yet says nothing of when the athlete was last heard of. */
    private void noteDay(AthleteId athlete, LocalDate day) {
        LocalDate latest =
                LocalDate.ofInstant(settings.clock().instant(), ZoneOffset.UTC).plusDays(1);
        if (!day.isAfter(latest)) {
            calendar.note(athlete, day);
        }
    }

    private void failed(String consequence, Throwable e) {
        String sentence = Failures.sentence(e);
        if (!lastError.equals(Optional.of(sentence))) {
            LOG.warn("{}: {}", consequence, sentence);
        }
        lastError = Optional.of(sentence);
    }

    private boolean pause(long milliseconds) {
        try {
            return stop.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static void join(Thread thread, long milliseconds) {
        try {
            thread.join(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
