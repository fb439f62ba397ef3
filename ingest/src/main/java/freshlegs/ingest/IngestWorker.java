package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.DayClosed;
import freshlegs.model.fact.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The running intake, alone on its data folder or one of several that share the files of one folder. A thread reads the files of its
 * partitions into Kafka and closes days there; whoever leads watches the inbox and announces what waits. Nothing is called done
 * before the broker has acknowledged it.
 */
public final class IngestWorker implements AutoCloseable {
    private static final String READING = "will be tried again";
    /** What is announced meanwhile ends the wait. */
    private static final Duration LOOK_AT_QUEUE = Duration.ofMillis(100);

    /** Between two batches, so that what is announced while an archive is worked off is seen before its next one. */
    private static final Duration GLANCE_AT_QUEUE = Duration.ofMillis(5);

    private static final long RETRY_MS = 2_000;
    private static final long FINISH_MS = 3_000;
    private static final long CLOSE_MS = 10_000;
    private static final Duration LOOK_AT_DAYS = Duration.ofSeconds(5);

    private final IngestSettings settings;
    private final Optional<Lead> ownLead;
    private final Workplace place;
    private final Spool spool;
    private final FactPublisher publisher;
    private final FactPublisher announcing;
    private final Roster roster;
    private final Calendars calendars;
    private final DayCloser dayCloser;
    private final TicketQueue queue = new TicketQueue(System::nanoTime);
    private final QueueReader reader;
    private final TicketDesk desk;
    private final Departed departed;
    private final Mishaps mishaps = new Mishaps();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread publishing = new Thread(this::publish, "ingest-publish");
    private volatile Optional<LeadWork> leading = Optional.empty();
    private volatile int partitions;
    private volatile int queued;
    private boolean daysMayBeDue = true;
    private long daysLookedAtNanos;

    private IngestWorker(IngestSettings settings, Workplace place, Optional<Lead> ownLead) {
        this.settings = settings;
        this.ownLead = ownLead;
        this.place = place;
        this.spool = Spool.at(
                settings.dataFolder(), settings.originals(), settings.limits(), settings.clock(), settings.meters());
        this.publisher = FactPublisher.to(settings.kafka(), settings.meters().registry());
        this.announcing = FactPublisher.atOnce(settings.kafka());
        this.departed = Departed.in(settings.dataFolder());
        this.calendars = new Calendars(settings.dataFolder().resolve("spool"), spool::temporary);
        this.roster = new Roster(settings.kafka(), settings.defaultZone(), this::noteDay);
        this.dayCloser = new DayCloser(calendars, roster);
        Path unpacked = place.unpacked();
        this.desk = new TicketDesk(
                spool,
                queue,
                new Interpreter(settings.limits(), roster::zonesOf, unpacked),
                publisher,
                new ArchiveDesk(spool, settings.limits(), unpacked),
                settings.meters(),
                this::note);
        this.reader = new QueueReader(
                settings.kafka(),
                settings.amongOthers(),
                place.spool(),
                queue,
                publisher,
                new Moving(),
                settings.meters().registry());
    }

    /** Takes the lead on the data folder as soon as it is free. */
    public static IngestWorker start(IngestSettings settings) {
        Lead own = Lead.of(settings.dataFolder());
        try {
            return start(settings, own, Optional.of(own));
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
    }

    /** Does what only one may do when this process has the lead, which somebody else closes. */
    public static IngestWorker start(IngestSettings settings, Lead lead) {
        return start(settings, lead, Optional.empty());
    }

    private static IngestWorker start(IngestSettings settings, Lead lead, Optional<Lead> own) {
        Workplace place =
                Workplace.take(settings.dataFolder(), settings.amongOthers().orElse("alone"));
        try {
            IngestWorker worker = new IngestWorker(settings, place, own);
            settings.meters().share(() -> worker.partitions, () -> worker.queued, lead::isHeld);
            lead.whenTaken(worker::beginToLead);
            worker.publishing.start();
            return worker;
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
    }

    private void beginToLead() {
        if (stop.getCount() == 0) {
            return;
        }
        spool.clearLeftovers();
        Workplace.clearLeftovers(settings.dataFolder(), settings.clock().instant());
        leading = Optional.of(LeadWork.start(
                new Inbox(settings.dataFolder(), spool, settings.pollInterval()),
                new Announcer(spool, place.spool(), announcing, System::nanoTime),
                settings.pollInterval(),
                mishaps));
    }

    public boolean isRunning() {
        return publishing.isAlive() && leading.map(LeadWork::isRunning).orElse(true);
    }

    public IngestStatus status() {
        return new IngestStatus(spool.pendingIds().size(), desk.done(), desk.setAside(), mishaps.last());
    }

    /** Gives the batch at hand a moment to finish; whatever does not is found in the spool next time. */
    @Override
    public void close() {
        stop.countDown();
        join(publishing, FINISH_MS);
        publishing.interrupt();
        join(publishing, CLOSE_MS);
        leading.ifPresent(LeadWork::close);
        desk.close();
        announcing.close();
        publisher.close();
        place.close();
        ownLead.ifPresent(Lead::close);
    }

    private void publish() {
        try {
            long wait = 0;
            boolean busy = false;
            while (!pause(wait)) {
                Optional<Boolean> worked = publishOnce(busy);
                busy = worked.orElse(false);
                wait = worked.isPresent() ? 0 : RETRY_MS;
            }
        } finally {
            boolean interrupted = Thread.interrupted();
            leave(!interrupted);
        }
    }

    private void leave(boolean inPeace) {
        try {
            if (inPeace) {
                reader.settle(true);
            }
        } catch (RuntimeException e) {
            mishaps.failed("what is done is noted next time", e);
        } finally {
            reader.close();
            roster.close();
        }
    }

    /** Whether there was work; nothing when it could not be done. */
    private Optional<Boolean> publishOnce(boolean busy) {
        try {
            reader.read(busy ? GLANCE_AT_QUEUE : LOOK_AT_QUEUE);
            partitions = queue.partitions().size();
            queued = queue.size();
            List<String> waiting = desk.waiting();
            boolean worked = desk.hasWork(waiting);
            if (worked) {
                daysMayBeDue = true;
                roster.refresh();
                desk.work(waiting);
            } else {
                closeDays();
            }
            reader.settle(!worked);
            calendars.save();
            mishaps.well(READING);
            return Optional.of(worked);
        } catch (InterruptException e) {
            stop.countDown();
            return Optional.of(false);
        } catch (IOException | RuntimeException | VirtualMachineError e) {
            mishaps.failed(READING, e);
            return Optional.empty();
        }
    }

    private void closeDays() {
        if (!daysMayBeDue && System.nanoTime() - daysLookedAtNanos < LOOK_AT_DAYS.toNanos()) {
            return;
        }
        roster.refresh();
        calendars.forget(departed::has);
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
            calendars.note(athlete, day);
        }
    }

    /** Calendars and half-read archives go along with their partitions. */
    private final class Moving implements QueueReader.Movement {
        @Override
        public void gained(Set<Integer> partitions) {
            calendars.open(partitions);
            roster.readAgain();
            daysMayBeDue = true;
        }

        @Override
        public void leaving(Set<Integer> partitions) {
            desk.leave(athlete -> partitions.contains(Calendars.partitionOf(athlete)));
            try {
                calendars.leave(partitions);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
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
