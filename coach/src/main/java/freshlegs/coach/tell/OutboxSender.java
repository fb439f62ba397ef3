package freshlegs.coach.tell;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.coach.read.DatabaseAway;
import freshlegs.model.json.Json;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** One thread that takes due messages from the outbox, tells the operator's webhook, and writes down how it went. */
final class OutboxSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

    private final Outbox outbox;
    private final Receiver receiver;
    private final Patience patience;
    private final Clock clock;
    private final TellMeters meters;
    private final FileToMessage way;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "outbox-sender");
    private boolean away;
    /** Received, but the database went away before that could be written down. */
    private Optional<Message> unwritten = Optional.empty();

    private OutboxSender(
            Outbox outbox, Receiver receiver, Patience patience, Clock clock, TellMeters meters, FileToMessage way) {
        this.meters = meters;
        this.way = way;
        this.outbox = outbox;
        this.receiver = receiver;
        this.patience = patience;
        this.clock = clock;
    }

    static OutboxSender start(
            Outbox outbox, Receiver receiver, Patience patience, Clock clock, TellMeters meters, FileToMessage way) {
        OutboxSender sender = new OutboxSender(outbox, receiver, patience, clock, meters, way);
        sender.thread.setDaemon(true);
        sender.thread.start();
        return sender;
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

    /** Tells everything that is due; whatever goes wrong with the database is tried again in the next round. */
    private void round() throws InterruptedException {
        try {
            while (closing.getCount() > 0 && tellNext()) {
                noteAway(false);
            }
            noteAway(false);
        } catch (DatabaseAway e) {
            noteAway(true);
        } catch (RuntimeException e) {
            LOG.error("the outbox could not be worked on", e);
        }
    }

    private void noteAway(boolean nowAway) {
        if (nowAway && !away) {
            LOG.warn("the outbox cannot be reached; messages wait");
        }
        away = nowAway;
    }

    private boolean tellNext() throws InterruptedException {
        unwritten.ifPresent(this::writeSent);
        Optional<Message> next =
                outbox.claimNext(clock.instant(), clock.instant().plus(patience.lease()));
        if (next.isEmpty()) {
            return false;
        }
        Message message = next.get();
        Told told = told(message);
        meters.tried(TellMeters.OPERATOR, told instanceof Told.Received);
        if (told instanceof Told.NotReceived notReceived) {
            putOff(message, notReceived.why());
        } else {
            unwritten = Optional.of(message);
            writeSent(message);
            about(LOG.atInfo(), message).log("message {} told on try {}", message.id(), message.attempt());
            way.told(message, clock.instant());
        }
        return true;
    }

    /** Whatever goes wrong with one message holds up no other. */
    private Told told(Message message) throws InterruptedException {
        try {
            return receiver.tell(message);
        } catch (DatabaseAway e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("message {} could not be written", message.id(), e);
            return new Told.NotReceived(e.getClass().getSimpleName());
        }
    }

    private void writeSent(Message message) {
        outbox.sent(message, clock.instant());
        unwritten = Optional.empty();
    }

    private void putOff(Message message, String why) {
        if (patience.isExhaustedAfter(message.attempt())) {
            outbox.failed(message, why);
            about(LOG.atError(), message)
                    .log("message {} given up after {} tries: {}", message.id(), message.attempt(), why);
            return;
        }
        outbox.tryAgain(message, clock.instant().plus(patience.pauseAfter(message.attempt())), why);
        about(LOG.atWarn(), message).log("message {} not received on try {}: {}", message.id(), message.attempt(), why);
    }

    /** Of what it tells only whose it is and of which alert. */
    private static LoggingEventBuilder about(LoggingEventBuilder line, Message message) {
        JsonNode told = Json.read(message.json(), JsonNode.class);
        return line.addKeyValue("message", message.id())
                .addKeyValue("athlete", told.path("athlete").asText())
                .addKeyValue("alert", told.path("id").asText());
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    /** Begins nothing more. */
    void stop() {
        closing.countDown();
    }

    /** Lets the message that is on its way arrive; what is left keeps for the next start. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(patience.timeLimit().plusSeconds(2).toMillis());
            thread.interrupt();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
