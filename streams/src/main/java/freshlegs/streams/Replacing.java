package freshlegs.streams;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
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
    private final ScheduledExecutorService calming = Executors.newSingleThreadScheduledExecutor(Replacing::daemon);
    private Duration pause = FIRST_PAUSE;
    private Future<?> calm = CompletableFuture.completedFuture(null);

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
        calming.shutdownNow();
    }

    private synchronized Duration next() {
        calm.cancel(false);
        if (!calming.isShutdown()) {
            calm = calming.schedule(this::calmDown, STEADY.toMillis(), TimeUnit.MILLISECONDS);
        }
        Duration now = pause;
        Duration doubled = now.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return now;
    }

    private synchronized void calmDown() {
        pause = FIRST_PAUSE;
    }

    private static Thread daemon(Runnable calmDown) {
        Thread thread = new Thread(calmDown, "streams-calm");
        thread.setDaemon(true);
        return thread;
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
