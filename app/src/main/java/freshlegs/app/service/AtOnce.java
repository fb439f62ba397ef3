package freshlegs.app.service;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Slow things done at the same time, each asked for its result where it is needed. */
public final class AtOnce implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** A result that is being worked on. */
    public interface Pending<T> {
        T await() throws InterruptedException;
    }

    public <T> Pending<T> begin(Callable<T> work) {
        Future<T> future = threads.submit(work);
        return () -> await(future);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static <T> T await(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
