package freshlegs.streams;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Time as it passes for everybody. */
final class RealTime implements Replacing.Time {
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ScheduledExecutorService tasks = Executors.newSingleThreadScheduledExecutor(RealTime::daemon);

    @Override
    public Future<?> later(Duration after, Runnable task) {
        try {
            return tasks.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // It was closed: nothing comes later.
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public boolean isClosedWithin(Duration pause) throws InterruptedException {
        return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closing.countDown();
        tasks.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "streams-calm");
        thread.setDaemon(true);
        return thread;
    }
}
