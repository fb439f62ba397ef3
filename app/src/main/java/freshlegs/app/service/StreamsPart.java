package freshlegs.app.service;

import freshlegs.coach.access.Leavings;
import freshlegs.coach.access.Leavings.Left;
import freshlegs.coach.read.Database;
import freshlegs.model.DatabaseAddress;
import freshlegs.streams.LocalStores;
import freshlegs.streams.StreamsSettings;
import freshlegs.streams.StreamsWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams of this process. When somebody has had everything erased they pause for as long as it takes to write the stores of her
 * partition anew, since a store keeps what was deleted in its files until it merges them, which in quiet times is never.
 */
final class StreamsPart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsPart.class);
    private static final long LOOK_MILLIS = 5_000;
    private static final long AFTER_TROUBLE_MILLIS = 60_000;
    private static final long CLOSE_MILLIS = 5_000;

    /** Copies of stores at other instances follow within this. */
    private static final Duration FOLLOWED = Duration.ofSeconds(5);

    private final StreamsSettings settings;
    private final Clock clock;
    private final Path noted;
    private final Thread looking = new Thread(this::look, "erased-from-stores");
    private Optional<Leavings> leavings = Optional.empty();
    private StreamsWorker worker;
    private boolean closed;

    private StreamsPart(StreamsSettings settings, Clock clock) throws InterruptedException {
        this.settings = settings;
        this.clock = clock;
        this.noted = settings.stateFolder().resolve("erased-through");
        if (!Files.exists(settings.stateFolder())) {
            note(clock.instant());
        }
        this.worker = StreamsWorker.start(settings);
    }

    static StreamsPart start(StreamsSettings settings, Clock clock) throws InterruptedException {
        return new StreamsPart(settings, clock);
    }

    /** Where it is noted who has left; without one, stores are written anew only as they come to it. */
    void learnFrom(DatabaseAddress database, Closing closing) {
        leavings = Optional.of(new Leavings(closing.add(Database.at(database)), clock));
        looking.setDaemon(true);
        looking.start();
    }

    synchronized boolean isRunning() {
        return worker.isRunning();
    }

    synchronized boolean isAtWork() {
        return worker.isAtWork();
    }

    synchronized StreamsWorker worker() {
        return worker;
    }

    private void look() {
        try {
            while (!isClosed()) {
                TimeUnit.MILLISECONDS.sleep(lookOnce() ? LOOK_MILLIS : AFTER_TROUBLE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing may end this; answers whether it came to its end. */
    private boolean lookOnce() throws InterruptedException {
        try {
            List<Left> left =
                    leavings.orElseThrow().left(noted(), clock.instant().minus(FOLLOWED));
            if (!left.isEmpty()) {
                rewrite(left.stream().map(Left::place).collect(Collectors.toSet()));
                note(left.get(left.size() - 1).at());
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warn("stores cannot be freed of what was erased just now: {}", e.getMessage());
            return false;
        }
    }

    private synchronized void rewrite(Set<Integer> places) throws InterruptedException {
        if (closed) {
            return;
        }
        worker.close();
        try {
            int stores = LocalStores.rewrite(settings.stateFolder(), places);
            LOG.info("{} stores were written anew, since somebody has had everything erased", stores);
        } finally {
            worker = StreamsWorker.start(settings);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private Instant noted() {
        try {
            return Instant.parse(Files.readString(noted).strip());
        } catch (NoSuchFileException | DateTimeParseException e) {
            return Instant.EPOCH;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(Instant through) {
        try {
            Files.createDirectories(settings.stateFolder());
            Files.writeString(noted, through + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + noted, e);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        looking.interrupt();
        try {
            looking.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            worker.close();
        }
    }
}
