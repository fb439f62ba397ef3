package freshlegs.bench.board;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** So many readers at once, each of whom asks for a page as soon as the one before has come, until so many were asked for. */
public record Throng(int readers, int requests) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS = 1e9;

    /** Pages a second and how long each took; {@code failed} are those that were answered otherwise or not at all. */
    public record Seen(double aSecond, List<Double> millis, int failed) {
        public Seen {
            millis = List.copyOf(millis);
        }
    }

    /** The n-th request is for {@code path} of n. */
    public Seen read(BoardReader reader, IntFunction<String> path) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        long began = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                all.add(threads.submit(() -> {
                    for (int n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
                        time(reader, path.apply(n), millis, failed);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a reader gave up", e);
        } finally {
            threads.shutdownNow();
        }
        double seconds = (System.nanoTime() - began) / NANOS;
        return new Seen(millis.size() / seconds, List.copyOf(millis), failed.get());
    }

    private static void time(BoardReader reader, String path, Collection<Double> millis, AtomicInteger failed)
            throws InterruptedException {
        long began = System.nanoTime();
        try {
            reader.get(path);
            millis.add((System.nanoTime() - began) / NANOS_PER_MILLI);
        } catch (IOException | IllegalStateException e) {
            failed.incrementAndGet();
        }
    }
}
