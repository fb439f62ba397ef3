package freshlegs.streams;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a thread that failed be replaced, after pauses that grow for as long as threads keep failing. */
final class Replacing implements StreamsUncaughtExceptionHandler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replacing.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final CountDownLatch closing = new CountDownLatch(1);
    private Duration pause = FIRST_PAUSE;
    private long failedNanos = System.nanoTime() - STEADY.toNanos();

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
        closing.countDown();
    }

    private synchronized Duration next() {
        boolean wasSteady = System.nanoTime() - failedNanos > STEADY.toNanos();
        failedNanos = System.nanoTime();
        Duration now = wasSteady ? FIRST_PAUSE : pause;
        Duration doubled = now.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return now;
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
