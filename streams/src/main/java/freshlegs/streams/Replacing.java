package freshlegs.streams;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a thread that failed be replaced, after pauses that grow for as long as threads keep failing. */
final class Replacing implements StreamsUncaughtExceptionHandler, AutoCloseable {
    static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** After so long without a failure the pauses begin anew. */
    static final Duration STEADY = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Replacing.class);

    private final Time time;
    private Duration pause = FIRST_PAUSE;
    private Future<?> calm = CompletableFuture.completedFuture(null);

    /** How time passes here, until it is closed. */
    interface Time extends AutoCloseable {
        /** Has {@code task} done after a while, unless that is cancelled before. */
        Future<?> later(Duration after, Runnable task);

        /** Waits for a while; whether it was closed before that was over. */
        boolean isClosedWithin(Duration pause) throws InterruptedException;

        @Override
        void close();
    }

    Replacing(Time time) {
        this.time = time;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        Duration now = next();
        LOG.error("a thread of the streams failed and is replaced in {} ms", now.toMillis(), failure);
        return isClosedWithin(now)
                ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
                : StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    @Override
    public void close() {
        time.close();
    }

    /** Whether one failed so lately that the next pause would be longer than the first. */
    synchronized boolean isFailing() {
        return !pause.equals(FIRST_PAUSE);
    }

    private synchronized Duration next() {
        calm.cancel(false);
        calm = time.later(STEADY, this::calmDown);
        Duration now = pause;
        Duration doubled = now.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return now;
    }

    private synchronized void calmDown() {
        pause = FIRST_PAUSE;
    }

    private boolean isClosedWithin(Duration now) {
        try {
            return time.isClosedWithin(now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
