package freshlegs.model.topic;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Brokers learn of a new topic one after the other: of what one has just named, the next may say that there is no such thing. */
public final class NewsOfTopics {
    private static final long SPREAD_SECONDS = 30;
    private static final long PAUSE_MILLIS = 20;

    private NewsOfTopics() {}

    /** Something that brokers are asked about topics that one of them has named. */
    @FunctionalInterface
    public interface Question<T> {
        T ask() throws InterruptedException, ExecutionException, TimeoutException;
    }

    /** Asks again for as long as the broker that is asked may not know yet. */
    public static <T> T awaited(Question<T> question)
            throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SPREAD_SECONDS);
        while (true) {
            try {
                return question.ask();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }
}
