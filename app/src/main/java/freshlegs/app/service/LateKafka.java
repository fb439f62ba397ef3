package freshlegs.app.service;

import freshlegs.app.problem.Causes;
import freshlegs.app.problem.Problem;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka that does not answer yet, as when it was killed together with whoever starts, is asked again for a while. One that refuses
 * is not, nor one that cannot be found.
 */
final class LateKafka {
    private static final Duration MOST = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(LateKafka.class);

    private LateKafka() {}

    /** What is asked of it, which fails with a {@link Problem}. */
    @FunctionalInterface
    interface Asking {
        void ask() throws InterruptedException;
    }

    /** Says with each silence that {@code who} waits. */
    static void await(String who, LongSupplier nanoTime, Asking asking) throws InterruptedException {
        long began = nanoTime.getAsLong();
        while (true) {
            try {
                asking.ask();
                return;
            } catch (Problem e) {
                if (!isSilence(e) || nanoTime.getAsLong() - began >= MOST.toNanos()) {
                    throw e;
                }
                LOG.warn("{} {} waits for it.", e.getMessage(), who);
            }
        }
    }

    private static boolean isSilence(Problem problem) {
        return Causes.of(problem)
                .anyMatch(each -> each instanceof TimeoutException
                        || each instanceof org.apache.kafka.common.errors.TimeoutException);
    }
}
