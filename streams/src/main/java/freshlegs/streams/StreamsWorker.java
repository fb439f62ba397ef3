package freshlegs.streams;

import freshlegs.model.topic.TopicCreator;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the topology against a cluster until it is closed, or until a store or the broker fails for good. */
public final class StreamsWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsWorker.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
    private static final long ANSWER_SECONDS = 60;
    private static final String TRANSACTION_VERSION = "transaction.version";
    private static final short SAFE_TRANSACTIONS = 2;

    private final KafkaStreams streams;
    private final CountDownLatch running = new CountDownLatch(1);

    private StreamsWorker(StreamsConfig config) {
        streams = new KafkaStreams(FreshlegsTopology.build(config), config);
        streams.setStateListener(this::changed);
        streams.setUncaughtExceptionHandler(failure -> {
            LOG.error("streams stop: they cannot go on", failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    }

    /** Creates the topics that are missing and starts; {@link #awaitRunning} says when it is at work. */
    public static StreamsWorker start(StreamsSettings settings) throws InterruptedException {
        StreamsConfig config = StreamsProperties.of(settings, prepare(settings));
        StreamsWorker worker = new StreamsWorker(config);
        worker.streams.start();
        return worker;
    }

    private static short prepare(StreamsSettings settings) throws InterruptedException {
        try (Admin admin = Admin.create(settings.kafka().adminProperties())) {
            checkTransactions(admin);
            int brokers = admin.describeCluster()
                    .nodes()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .size();
            short replication = (short) (brokers >= 3 ? 3 : 1);
            TopicCreator.createMissing(admin, replication);
            return replication;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer: " + e.getMessage(), e);
        }
    }

    /** Older transactions let a delayed record of an aborted one through. */
    private static void checkTransactions(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, FinalizedVersionRange> features = admin.describeFeatures()
                .featureMetadata()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                .finalizedFeatures();
        FinalizedVersionRange version = features.get(TRANSACTION_VERSION);
        if (version == null || version.maxVersionLevel() < SAFE_TRANSACTIONS) {
            throw new IllegalStateException("the cluster's transactions are too old for exactly once: upgrade it with"
                    + " `kafka-features.sh upgrade --feature transaction.version=2`");
        }
    }

    private void changed(State now, State before) {
        LOG.info("streams are {}", now);
        if (now == State.RUNNING) {
            running.countDown();
        }
    }

    /** Whether it came to work within {@code timeout}. */
    public boolean awaitRunning(Duration timeout) throws InterruptedException {
        return running.await(timeout.toMillis(), TimeUnit.MILLISECONDS) && isRunning();
    }

    public boolean isRunning() {
        return streams.state().isRunningOrRebalancing();
    }

    /** The instance keeps its place in the group, so that a quick restart moves no work. */
    @Override
    public void close() {
        if (!streams.close(CLOSE_TIMEOUT)) {
            LOG.warn("streams did not stop within {} s", CLOSE_TIMEOUT.toSeconds());
        }
    }
}
