package freshlegs.ingest;

import freshlegs.ingest.archive.Archive;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.ActivityBrief;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.queue.WaitingFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Works on batches of tickets: decodes them side by side, publishes what they hold, then the deliveries, and only then calls
 * them done. A batch that fails on the way is simply worked on again. Archives give their files in batches of the same kind.
 */
final class TicketDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TicketDesk.class);
    private static final int MOST_TICKETS = 64;
    private static final long MOST_BYTES = 8L << 20;
    private static final long MOST_SAMPLES = 500_000;
    /** More outcomes than these at once are told in one line. */
    private static final int FEW = 8;

    private final Spool spool;
    private final TicketQueue queue;
    private final Turns turns;
    private final Decoders decoders;
    private final FactPublisher publisher;
    private final Consumer<Fact> onPublished;
    private final ArchiveDesk archives;
    private final IntakeMeters meters;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong setAside = new AtomicLong();

    TicketDesk(
            Spool spool,
            TicketQueue queue,
            Interpreter interpreter,
            FactPublisher publisher,
            ArchiveDesk archives,
            IntakeMeters meters,
            Consumer<Fact> onPublished) {
        this.meters = meters;
        this.spool = spool;
        this.queue = queue;
        this.turns = new Turns(id -> queue.file(id).map(WaitingFile::athlete));
        this.decoders = new Decoders(interpreter, MOST_SAMPLES, meters);
        this.publisher = publisher;
        this.onPublished = onPublished;
        this.archives = archives;
    }

    /** Tickets of our partitions still to be looked at, oldest first, without the archives that are being worked off. */
    List<String> waiting() {
        return queue.waiting().stream().filter(id -> !archives.knows(id)).toList();
    }

    boolean hasWork(List<String> waiting) {
        return !waiting.isEmpty() || !archives.isIdle();
    }

    /** One batch of what waits, then one of each open archive. */
    void work(List<String> waiting) {
        if (!waiting.isEmpty()) {
            workOn(waiting);
        }
        archives.inTurn().forEach(this::advance);
    }

    long done() {
        return done.get();
    }

    long setAside() {
        return setAside.get();
    }

    @Override
    public void close() {
        decoders.close();
        archives.close();
    }

    /** One batch. */
    private void workOn(List<String> ids) {
        List<Job> batch = new ArrayList<>();
        long bytes = 0;
        for (String id : turns.next(ids, MOST_TICKETS)) {
            if (bytes >= MOST_BYTES) {
                break;
            }
            Optional<Ticket> ticket = spool.ticket(id);
            if (ticket.isEmpty()) {
                passOver(id);
            } else if (isArchive(ticket.get())) {
                archives.take(ticket.get());
            } else {
                batch.add(Job.of(ticket.get(), spool.contentOf(ticket.get())));
                bytes += ticket.get().sizeBytes();
            }
        }
        List<Ended> files = publish(batch);
        for (Ended file : files) {
            file.delivery().problem().ifPresent(reason -> spool.setAside(file.ticket(), reason));
        }
        markDone(files.stream().map(Ended::ticket).toList());
        tell(files);
    }

    private void markDone(List<Ticket> tickets) {
        spool.markDone(tickets);
        tickets.forEach(ticket -> queue.finished(ticket.deliveryId()));
    }

    /** Done already, perhaps by a worker that ended before it could say so; or withdrawn; or not to be seen from here yet. */
    private void passOver(String id) {
        boolean done = spool.find(id).filter(handed -> !handed.waiting()).isPresent();
        if (done) {
            queue.finished(id);
        } else if (queue.missed(id)) {
            LOG.warn("delivery {} was announced, but there is no ticket of it any more", id);
        }
    }

    /** Somebody else goes on with the archives of some athletes. */
    void leave(Predicate<AthleteId> whose) {
        archives.leave(whose);
    }

    private boolean isArchive(Ticket ticket) {
        Path content = spool.contentOf(ticket);
        return Files.exists(content) && Archive.isArchive(content);
    }

    /** The next files of an archive, or its own end. */
    private void advance(Unpacking archive) {
        try {
            List<Job> batch = archive.batch();
            if (!batch.isEmpty()) {
                List<Ended> files = publish(batch);
                for (int i = 0; i < files.size(); i++) {
                    keepBroken(batch.get(i), files.get(i));
                }
                archive.finished();
                tell(files);
            }
            if (archive.isAtEnd()) {
                end(archive);
            }
        } catch (UncheckedIOException e) {
            archives.reopen(archive);
            throw e;
        }
    }

    /** What is plainly no watch file lies in its archive well enough. */
    private void keepBroken(Job job, Ended file) {
        Optional<String> problem = file.delivery().problem();
        if (problem.isPresent() && job.content().isPresent()) {
            spool.setAside(file.ticket(), job.content().get(), problem.get());
        }
    }

    private void end(Unpacking archive) {
        Ended itself = Ended.of(archive.itself());
        publisher.publish(List.of(itself.delivery()));
        archive.ended();
        markDone(List.of(archive.ticket()));
        archives.end(archive);
        tell(List.of(itself));
        LOG.info("archive {} is at its end: {} files", archive.ticket().deliveryId(), archive.files());
    }

    /** A file at its end: its facts are published and no longer held. */
    private record Ended(Ticket ticket, Delivery delivery) {
        static Ended of(Interpreted file) {
            return new Ended(file.ticket(), file.delivery());
        }
    }

    private List<Ended> publish(List<Job> batch) {
        List<Ended> ended = new ArrayList<>();
        decoders.read(batch, portion -> {
            for (Interpreted file : publishContents(portion)) {
                file.facts().forEach(onPublished);
                ended.add(Ended.of(file));
            }
        });
        publisher.publish(ended.stream().map(Ended::delivery).toList());
        return ended;
    }

    /** A fact that Kafka can never take turns its file into a problem; any other failure fails the batch. */
    private List<Interpreted> publishContents(List<Interpreted> batch) {
        List<Fact> contents =
                batch.stream().flatMap(file -> file.facts().stream()).toList();
        List<FactPublisher.Untaken> untaken = publisher.send(contents);
        Set<Fact> hopeless = new HashSet<>();
        for (FactPublisher.Untaken one : untaken) {
            if (!one.isForGood()) {
                throw new PublishFailed("Kafka does not answer: " + Failures.sentence(one.cause()), one.cause());
            }
            hopeless.add(one.fact());
        }
        if (hopeless.isEmpty()) {
            return batch;
        }
        return batch.stream()
                .map(file -> file.facts().stream().anyMatch(hopeless::contains)
                        ? Interpreted.problem(file.ticket(), "more than Kafka takes in one record")
                        : file)
                .toList();
    }

    /** Many at once are told in one line; each of them is told in its outcome. */
    private void tell(List<Ended> files) {
        long bad = files.stream()
                .filter(file -> file.delivery().problem().isPresent())
                .count();
        setAside.addAndGet(bad);
        done.addAndGet(files.size() - bad);
        files.forEach(file ->
                meters.ended(file.ticket().route(), file.delivery().problem().isPresent()));
        if (files.size() > FEW) {
            LOG.info(
                    "{} deliveries, {} to {}: {} set aside",
                    files.size(),
                    files.get(0).ticket().deliveryId(),
                    files.get(files.size() - 1).ticket().deliveryId(),
                    bad);
        }
        Level level = files.size() > FEW ? Level.DEBUG : Level.INFO;
        files.forEach(file -> about(LOG.atLevel(level), file).log(() -> sentence(file.delivery())));
    }

    private static LoggingEventBuilder about(LoggingEventBuilder line, Ended file) {
        Delivery delivery = file.delivery();
        String activities =
                delivery.activities().stream().map(ActivityBrief::id).collect(Collectors.joining(" "));
        LoggingEventBuilder said = line.addKeyValue("athlete", delivery.athlete())
                .addKeyValue("file", delivery.sha256())
                .addKeyValue("delivery", delivery.factId())
                .addKeyValue("route", delivery.route().key())
                .addKeyValue("outcome", delivery.problem().isPresent() ? "set-aside" : "published");
        return activities.isEmpty() ? said : said.addKeyValue("activity", activities);
    }

    private static String sentence(Delivery delivery) {
        return "delivery %s of %s: %s: %s"
                .formatted(
                        delivery.factId(),
                        delivery.athlete(),
                        Failures.printable(delivery.path()),
                        delivery.problem()
                                .map(reason -> "set aside, " + Failures.printable(reason))
                                .orElseGet(() -> told(delivery)));
    }

    private static String told(Delivery delivery) {
        int activities = delivery.activities().size();
        return "published " + activities + " activities and "
                + (delivery.contents().size() - activities) + " other facts";
    }
}
