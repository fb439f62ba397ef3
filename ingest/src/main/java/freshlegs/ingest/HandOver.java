package freshlegs.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Hands many files over to the spool, a few side by side: each must wait for the disk, and a disk takes together what waits at the same
 * time. They are received in the order in which they are given, each at a moment of its own, so that of two copies the same one always
 * came first.
 */
public final class HandOver {
    private static final int SIDE_BY_SIDE = 8;
    private static final Duration APART = Duration.ofMillis(1);

    private final Spool spool;
    private final List<Given> files;
    private final IntConsumer progress;
    private final Acceptance[] answers;
    private Instant last = Instant.MIN;
    private int taken;
    private int answered;

    private HandOver(Spool spool, List<Given> files, IntConsumer progress) {
        this.spool = spool;
        this.files = files;
        this.progress = progress;
        this.answers = new Acceptance[files.size()];
    }

    /** A file and how its giver describes it. */
    public record Given(Offer offer, Path file) {}

    private record Turn(int number, Instant receivedAt) {}

    /** What came of each, in their order; {@code progress} hears how many are done. */
    public static List<Acceptance> all(Spool spool, List<Given> files, IntConsumer progress) {
        HandOver handOver = new HandOver(spool, List.copyOf(files), progress);
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE, HandOver::thread);
        try {
            List<Future<?>> done = new ArrayList<>();
            files.forEach(each -> done.add(threads.submit(handOver::next)));
            for (Future<?> each : done) {
                each.get();
            }
            return List.of(handOver.answers);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a file could not be handed over", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void next() {
        Turn turn = turn();
        Given given = files.get(turn.number());
        answer(turn.number(), spool.accept(given.offer(), given.file(), turn::receivedAt));
    }

    private synchronized Turn turn() {
        Instant now = spool.now();
        last = now.isAfter(last) ? now : last.plus(APART);
        return new Turn(taken++, last);
    }

    private synchronized void answer(int number, Acceptance acceptance) {
        answers[number] = acceptance;
        answered++;
        progress.accept(answered);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "hand-over");
        thread.setDaemon(true);
        return thread;
    }
}
