package freshlegs.ingest;

import freshlegs.ingest.archive.Archive;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on batches of tickets: decodes them side by side, publishes what they hold, then the deliveries, and only then calls
 * them done. A batch that fails on the way is simply worked on again. Archives give their files in batches of the same kind.
 */
final class TicketDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TicketDesk.class);
    private static final int DECODERS = 2;
    private static final int OLDEST_TICKETS = 48;
    private static final int NEWEST_TICKETS = 16;
    private static final long MOST_BYTES = 8L << 20;

    private final Spool spool;
    private final Interpreter interpreter;
    private final FactPublisher publisher;
    private final Consumer<Fact> onPublished;
    private final ArchiveDesk archives;
    private final ExecutorService decoders = Executors.newFixedThreadPool(DECODERS, TicketDesk::decoderThread);
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong setAside = new AtomicLong();

    TicketDesk(
            Spool spool, Interpreter interpreter, FactPublisher publisher, Limits limits, Consumer<Fact> onPublished) {
        this.spool = spool;
        this.interpreter = interpreter;
        this.publisher = publisher;
        this.onPublished = onPublished;
        this.archives = new ArchiveDesk(spool, limits);
    }

    /** Tickets still to be looked at, oldest first, without the archives that are being worked off. */
    List<String> waiting() {
        return spool.pendingIds().stream().filter(id -> !archives.knows(id)).toList();
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
        decoders.shutdownNow();
        archives.close();
    }

    /** One batch: mostly the oldest, and a few of the newest, which must not wait behind somebody's ten thousand. */
    private void workOn(List<String> ids) {
        List<Job> batch = new ArrayList<>();
        long bytes = 0;
        for (String id : chosen(ids)) {
            Optional<Ticket> ticket = bytes < MOST_BYTES ? spool.ticket(id) : Optional.<Ticket>empty();
            if (ticket.isPresent() && isArchive(ticket.get())) {
                archives.take(ticket.get());
            } else if (ticket.isPresent()) {
                batch.add(Job.of(ticket.get(), spool.contentOf(ticket.get())));
                bytes += ticket.get().sizeBytes();
            }
        }
        for (Interpreted file : publish(batch)) {
            file.problem().ifPresent(reason -> spool.setAside(file.ticket(), reason));
            spool.markDone(file.ticket());
            note(file);
        }
    }

    private static List<String> chosen(List<String> ids) {
        if (ids.size() <= OLDEST_TICKETS + NEWEST_TICKETS) {
            return ids;
        }
        return Stream.concat(
                        ids.subList(ids.size() - NEWEST_TICKETS, ids.size()).stream(),
                        ids.subList(0, OLDEST_TICKETS).stream())
                .toList();
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
                List<Interpreted> files = publish(batch);
                for (int i = 0; i < files.size(); i++) {
                    keepBroken(batch.get(i), files.get(i));
                    note(files.get(i));
                }
                archive.finished();
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
    private void keepBroken(Job job, Interpreted file) {
        if (file.problem().isPresent() && job.content().isPresent()) {
            spool.setAside(file.ticket(), job.content().get(), file.problem().get());
        }
    }

    private void end(Unpacking archive) {
        Interpreted itself = archive.itself();
        publisher.publish(List.of(itself.delivery()));
        archive.ended();
        spool.markDone(archive.ticket());
        archives.end(archive);
        note(itself);
        LOG.info("archive {} is at its end: {} files", archive.ticket().deliveryId(), archive.files());
    }

    private List<Interpreted> publish(List<Job> batch) {
        List<Interpreted> publishable = publishContents(interpret(batch));
        publisher.publish(publishable.stream().map(Interpreted::delivery).toList());
        return publishable;
    }

    private List<Interpreted> interpret(List<Job> batch) {
        List<Future<Interpreted>> answers = batch.stream()
                .map(job -> decoders.submit(() -> interpreter.interpret(job)))
                .toList();
        List<Interpreted> interpreted = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            try {
                interpreted.add(answers.get(i).get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof VirtualMachineError) {
                    LOG.error("a file asked for more memory than there is", e);
                    interpreted.add(Interpreted.problem(batch.get(i).ticket(), "more than there is memory for"));
                    continue;
                }
                throw new IllegalStateException("a spooled file could not be read", e);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
        return interpreted;
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

    private void note(Interpreted file) {
        file.facts().forEach(onPublished);
        (file.problem().isPresent() ? setAside : done).incrementAndGet();
        Delivery delivery = file.delivery();
        LOG.info(
                "delivery {} of {}: {}: {}",
                delivery.factId(),
                delivery.athlete(),
                Failures.printable(delivery.path()),
                file.problem()
                        .map(reason -> "set aside, " + Failures.printable(reason))
                        .orElseGet(() -> told(file)));
    }

    private static String told(Interpreted file) {
        int activities = file.delivery().activities().size();
        return "published " + activities + " activities and " + (file.facts().size() - activities) + " other facts";
    }

    private static Thread decoderThread(Runnable work) {
        Thread thread = new Thread(work, "ingest-decoder");
        thread.setDaemon(true);
        return thread;
    }
}
