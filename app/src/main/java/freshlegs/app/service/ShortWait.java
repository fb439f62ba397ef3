package freshlegs.app.service;

import freshlegs.app.problem.Problem;
import freshlegs.coach.Answers.Answer;
import freshlegs.coach.Answers.Refused;
import freshlegs.coach.Answers.Taken;
import freshlegs.model.fact.Fact;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes facts of what people say who wait for it: one answer at a time, so that two at once are two edits, and nobody waits longer
 * than {@code longest}. What has not been handed to Kafka by then never is; of what has been, nobody can tell yet.
 */
final class ShortWait implements AutoCloseable {
    static final String NOT_TAKEN =
            "It could not be taken, since Kafka or the database is away, and nothing of it was kept: say it again in a moment.";
    static final String PERHAPS_TAKEN =
            "Kafka has not confirmed it in time. It may still show here in a while; saying it again does no harm.";

    private static final Logger LOG = LoggerFactory.getLogger(ShortWait.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(ShortWait::daemon);
    private final Consumer<List<? extends Fact>> publisher;
    private final Duration longest;

    ShortWait(Consumer<List<? extends Fact>> publisher, Duration longest) {
        this.publisher = publisher;
        this.longest = longest;
    }

    /** The first fact is the receipt. */
    Answer take(Callable<List<? extends Fact>> drafting) {
        AtomicBoolean settled = new AtomicBoolean();
        Future<Answer> answer = thread.submit(() -> publish(drafting, settled));
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return away(settled);
        } catch (ExecutionException e) {
            LOG.warn("an answer on a page could not be taken", e.getCause());
            return away(settled);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return away(settled);
        }
    }

    /** Whoever settles it first decides whether it is handed over: this or the one who waits. */
    private Answer publish(Callable<List<? extends Fact>> drafting, AtomicBoolean settled) throws Exception {
        try {
            List<? extends Fact> facts = settled.get() ? List.of() : drafting.call();
            if (facts.isEmpty() || !settled.compareAndSet(false, true)) {
                return new Refused(NOT_TAKEN, true);
            }
            publisher.accept(facts);
            return new Taken(facts.get(0).revision());
        } catch (IllegalArgumentException e) {
            return new Refused("The " + e.getMessage() + ".");
        } catch (Problem e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }

    private static Refused away(AtomicBoolean settled) {
        return new Refused(settled.compareAndSet(false, true) ? NOT_TAKEN : PERHAPS_TAKEN, true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "freshlegs-answers");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
