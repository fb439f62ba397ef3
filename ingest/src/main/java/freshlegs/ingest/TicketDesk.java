package freshlegs.ingest;

import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on batches of tickets: decodes them side by side, publishes what they hold, then the deliveries, and only then calls
 * them done. A batch that fails on the way is simply worked on again.
 */
final class TicketDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TicketDesk.class);
    private static final int DECODERS = 2;
    private static final int MOST_TICKETS = 64;
    private static final long MOST_BYTES = 8L << 20;

    private final Spool spool;
    private final Interpreter interpreter;
    private final FactPublisher publisher;
    private final Consumer<Fact> onPublished;
    private final ExecutorService decoders = Executors.newFixedThreadPool(DECODERS, TicketDesk::decoderThread);
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong setAside = new AtomicLong();

    TicketDesk(Spool spool, Interpreter interpreter, FactPublisher publisher, Consumer<Fact> onPublished) {
        this.spool = spool;
        this.interpreter = interpreter;
        this.publisher = publisher;
        this.onPublished = onPublished;
    }

    /** Works on the first of {@code ids}, as many as fit one batch, and tells how many that were. */
    int workOn(List<String> ids) {
        List<Ticket> batch = new ArrayList<>();
        long bytes = 0;
        int seen = 0;
        for (String id : ids.subList(0, Math.min(MOST_TICKETS, ids.size()))) {
            if (bytes >= MOST_BYTES) {
                break;
            }
            seen++;
            var ticket = spool.ticket(id);
            if (ticket.isPresent()) {
                batch.add(ticket.get());
                bytes += ticket.get().sizeBytes();
            }
        }
        List<Interpreted> publishable = publishContents(interpret(batch));
        publisher.publish(publishable.stream().map(Interpreted::delivery).toList());
        publishable.forEach(this::finish);
        return seen;
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
    }

    private List<Interpreted> interpret(List<Ticket> batch) {
        List<Future<Interpreted>> answers = batch.stream()
                .map(ticket -> decoders.submit(() -> interpreter.interpret(ticket, spool.contentOf(ticket))))
                .toList();
        List<Interpreted> interpreted = new ArrayList<>();
        for (Future<Interpreted> answer : answers) {
            try {
                interpreted.add(answer.get());
            } catch (ExecutionException e) {
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

    private void finish(Interpreted file) {
        file.problem().ifPresent(reason -> spool.setAside(file.ticket(), reason));
        spool.markDone(file.ticket());
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
