package freshlegs.streams;

import freshlegs.model.topic.ClientMeters;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.TopicCreator;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the topology against a cluster until it is closed. A thread that a store or the broker fails is replaced after a while,
 * because whatever is away, such as room on the disk, may come back; everything goes on from the last commit.
 */
public final class StreamsWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsWorker.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
    private static final long ANSWER_SECONDS = 60;
    private static final long LAST_WORD_SECONDS = 3;
    private static final String TRANSACTION_VERSION = "transaction.version";
    private static final short SAFE_TRANSACTIONS = 2;

    private final KafkaStreams streams;
    private final Replacing replacing = new Replacing(new RealTime());
    private final CountDownLatch running = new CountDownLatch(1);
    private final KafkaAddress kafka;
    private final LocalState state;
    private Optional<KafkaStreamsMetrics> seen = Optional.empty();

    private StreamsWorker(StreamsConfig config, StreamsSettings settings) {
        streams = new KafkaStreams(FreshlegsTopology.build(config, settings.rules(), settings.meters()), config);
        streams.setStateListener(this::changed);
        streams.setUncaughtExceptionHandler(replacing);
        StoreLog stores = new StoreLog();
        streams.setGlobalStateRestoreListener(stores);
        streams.setStandbyUpdateListener(stores);
        kafka = settings.kafka();
        if (ClientMeters.isSeen(settings.meters())) {
            seen = Optional.of(new KafkaStreamsMetrics(streams));
            seen.get().bindTo(settings.meters());
        }
        state = new LocalState(settings.stateFolder());
    }

    /** Creates the topics that are missing and starts; {@link #awaitRunning} says when it is at work. */
    public static StreamsWorker start(StreamsSettings settings) throws InterruptedException {
        try (Admin admin = Admin.create(settings.kafka().adminProperties())) {
            checkTransactions(admin);
            TopicCreator.createMissing(admin, StreamsTopics.all(settings.replication()));
            StreamsConfig config = StreamsProperties.of(settings);
            StreamsWorker worker = new StreamsWorker(config, settings);
            worker.state.open(LocalState.changelogs(admin, ANSWER_SECONDS));
            worker.streams.start();
            return worker;
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

    /** Whether a thread of it has failed lately. */
    public boolean isFailing() {
        return replacing.isFailing();
    }

    /** Whether it works on all that is its own, nothing of it being restored or moved. */
    public boolean isAtWork() {
        return streams.state() == State.RUNNING;
    }

    /** The instance keeps its place in the group, so that a quick restart moves no work. */
    @Override
    public void close() {
        replacing.close();
        seen.ifPresent(KafkaStreamsMetrics::close);
        if (streams.close(CLOSE_TIMEOUT)) {
            noteOrder();
        } else {
            LOG.warn("streams did not stop within {} s", CLOSE_TIMEOUT.toSeconds());
        }
    }

    /** A broker that does not answer costs a restore, not a long wait. */
    private void noteOrder() {
        Admin admin = Admin.create(kafka.adminProperties());
        try {
            state.close(LocalState.changelogs(admin, LAST_WORD_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warn("the state will be restored at the next start: {}", e.getMessage());
        } finally {
            admin.close(Duration.ZERO);
        }
    }
}
