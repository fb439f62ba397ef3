package freshlegs.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files side by side, a few ahead, and hands on what they hold in portions that there is memory for, however much a small
 * file unpacks to.
 */
final class Decoders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Decoders.class);
    /** A hostile file may take as much. */
    private static final long MEMORY_OF_ONE = 256L << 20;

    private static final int FEWEST = 2;
    private static final int AHEAD_OF_EACH = 2;
    private static final int THREADS = threads(
            Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory());
    private static final int AHEAD = AHEAD_OF_EACH * THREADS;

    private final Interpreter interpreter;
    private final long mostSamples;
    private final IntakeMeters meters;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Decoders::thread);

    /** A portion ends when it holds {@code mostSamples}. */
    Decoders(Interpreter interpreter, long mostSamples) {
        this(interpreter, mostSamples, IntakeMeters.unseen());
    }

    Decoders(Interpreter interpreter, long mostSamples, IntakeMeters meters) {
        this.meters = meters;
        this.interpreter = interpreter;
        this.mostSamples = mostSamples;
    }

    /** One for each processor; beyond a few only as many as there is memory for. */
    static int threads(int processors, long memory) {
        return Math.min(processors, (int) Math.max(FEWEST, memory / MEMORY_OF_ONE));
    }

    private record Running(Job job, Future<Interpreted> answer) {}

    /** Gives all of {@code jobs} in their order. */
    void read(List<Job> jobs, Consumer<List<Interpreted>> portions) {
        Deque<Running> running = new ArrayDeque<>();
        List<Interpreted> portion = new ArrayList<>();
        long samples = 0;
        for (int next = 0; next < jobs.size() || !running.isEmpty(); ) {
            while (next < jobs.size() && running.size() < AHEAD) {
                Job job = jobs.get(next++);
                running.add(new Running(job, threads.submit(() -> meters.decoding(() -> interpreter.interpret(job)))));
            }
            Interpreted file = answer(running.remove());
            portion.add(file);
            samples += file.samples();
            if (samples >= mostSamples) {
                portions.accept(List.copyOf(portion));
                portion.clear();
                samples = 0;
            }
        }
        if (!portion.isEmpty()) {
            portions.accept(List.copyOf(portion));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Interpreted answer(Running running) {
        try {
            return running.answer().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof VirtualMachineError) {
                LOG.error("a file asked for more memory than there is", e);
                return Interpreted.problem(running.job().ticket(), "more than there is memory for");
            }
            throw new IllegalStateException("a spooled file could not be read", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ingest-decoder");
        thread.setDaemon(true);
        return thread;
    }
}
