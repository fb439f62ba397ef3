package freshlegs.ingest;

import freshlegs.model.queue.WaitingFile;
import freshlegs.model.topic.ClientMeters;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This worker's share of the queue's topic: the partitions that the group of all workers of a data folder leaves to it, or all of them
 * where it is the only one. Partitions come and go only while it {@link #read reads}, so never in the middle of a batch.
 */
final class QueueReader implements AutoCloseable {
    /** What the names of the consumer groups begin with; the data folder's own id follows. */
    static final String GROUP = "freshlegs-ingest-";

    private static final Logger LOG = LoggerFactory.getLogger(QueueReader.class);
    private static final int RECORDS = 5_000;
    private static final int SESSION_MS = 6_000;
    private static final int HEARTBEAT_MS = 2_000;
    /** Longer than any batch takes, also while Kafka is away. */
    private static final int LONGEST_BATCH_MS = 15 * 60_000;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);
    private static final int SETTLE_AT = 512;
    private static final long SETTLE_NANOS = 1_000_000_000L;

    /** What happens when partitions come and go. */
    interface Movement {
        void gained(Set<Integer> partitions);

        void leaving(Set<Integer> partitions);
    }

    private final Map<String, Object> properties;
    private final boolean alone;
    private final String spool;
    private final TicketQueue queue;
    private final FactPublisher publisher;
    private final Movement movement;
    private final MeterRegistry registry;
    private Map<Integer, Long> committed = new HashMap<>();
    private long settledNanos = System.nanoTime();
    private @Nullable KafkaConsumer<String, byte[]> consumer;
    private ClientMeters meters = () -> {};

    /** {@code worker} is its name among several; without one it works alone. */
    QueueReader(
            KafkaAddress kafka,
            Optional<String> worker,
            String spool,
            TicketQueue queue,
            FactPublisher publisher,
            Movement movement,
            MeterRegistry registry) {
        this.properties = kafka.consumerProperties();
        this.alone = worker.isEmpty();
        this.spool = spool;
        this.queue = queue;
        this.publisher = publisher;
        this.movement = movement;
        this.registry = registry;
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP + spool);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS);
        properties.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, LONGEST_BATCH_MS);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
        properties.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        worker.ifPresent(name -> properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name));
    }

    /** Reads what has been announced; waits for so long where nothing has. */
    void read(Duration patience) {
        try {
            KafkaConsumer<String, byte[]> from = connected();
            ConsumerRecords<String, byte[]> found = from.poll(patience);
            while (!found.isEmpty()) {
                found.forEach(this::note);
                held(from);
                found = from.poll(Duration.ZERO);
            }
            held(from);
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            disconnect(Duration.ZERO);
            throw e;
        }
    }

    /** Where more is known than can be worked on soon, no more is read. */
    private void held(KafkaConsumer<String, byte[]> from) {
        Set<Integer> full = queue.full();
        if (full.isEmpty() && from.paused().isEmpty()) {
            return;
        }
        Map<Boolean, Set<TopicPartition>> parted = from.assignment().stream()
                .collect(Collectors.partitioningBy(each -> full.contains(each.partition()), Collectors.toSet()));
        from.pause(parted.getOrDefault(true, Set.of()));
        from.resume(parted.getOrDefault(false, Set.of()));
    }

    private void note(ConsumerRecord<String, byte[]> found) {
        byte @Nullable [] json = found.value();
        try (var deserializer = Topics.TICKET.serde().deserializer()) {
            WaitingFile file = json == null ? null : deserializer.deserialize(found.topic(), json);
            if (file == null || file.spool().equals(spool)) {
                queue.read(found.partition(), found.offset(), found.key(), file);
            } else {
                queue.passOver(found.partition(), found.offset());
            }
        } catch (SerializationException e) {
            LOG.warn("a record of {} at {} is not readable and is passed over", found.topic(), found.offset());
            queue.passOver(found.partition(), found.offset());
        }
    }

    /** Takes what is finished out of the topic and notes how far everything is worked off, now and then or at once. */
    void settle(boolean atOnce) {
        Set<String> keys = queue.keysOfFinished();
        long now = System.nanoTime();
        if (!atOnce && keys.size() < SETTLE_AT && now - settledNanos < SETTLE_NANOS) {
            return;
        }
        settledNanos = now;
        if (!keys.isEmpty()) {
            publisher.retract(Topics.TICKET, keys);
            queue.settled();
        }
        commit();
    }

    /** What cannot be noted now costs whoever comes next another look at files that are done. */
    private void commit() {
        KafkaConsumer<String, byte[]> here = consumer;
        Map<Integer, Long> workedOff = queue.workedOff();
        if (here == null || workedOff.equals(committed)) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        workedOff.forEach((partition, offset) -> offsets.put(partition(partition), new OffsetAndMetadata(offset)));
        try {
            here.commitSync(offsets, COMMIT_TIMEOUT);
            committed = workedOff;
        } catch (CommitFailedException | RebalanceInProgressException | TimeoutException e) {
            LOG.debug("how far the work is could not be noted: {}", e.getMessage());
        }
    }

    private KafkaConsumer<String, byte[]> connected() {
        KafkaConsumer<String, byte[]> connected = consumer;
        if (connected == null) {
            connected = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
            consumer = connected;
            meters = ClientMeters.of(connected, registry);
            if (alone) {
                List<TopicPartition> all = IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(QueueReader::partition)
                        .toList();
                connected.assign(all);
                gained(connected, all);
            } else {
                connected.subscribe(List.of(Topics.TICKET.name()), new Rebalancing(connected));
            }
        }
        return connected;
    }

    private void gained(KafkaConsumer<String, byte[]> by, Collection<TopicPartition> partitions) {
        movement.gained(numbers(partitions));
        partitions.forEach(each -> queue.begin(each.partition(), by.position(each)));
        committed = new HashMap<>();
    }

    private void left(Collection<TopicPartition> partitions) {
        movement.leaving(numbers(partitions));
        queue.forget(numbers(partitions));
        committed = new HashMap<>();
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(Topics.TICKET.name(), number);
    }

    /** Gives partitions up whole: what is finished is settled before somebody else has them. */
    private final class Rebalancing implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, byte[]> by;

        private Rebalancing(KafkaConsumer<String, byte[]> by) {
            this.by = by;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                gained(by, partitions);
                LOG.info(
                        "this worker reads the files of {} partitions",
                        queue.partitions().size());
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            try {
                settle(true);
            } catch (InterruptException e) {
                throw e;
            } catch (PublishFailed | KafkaException e) {
                LOG.warn("what is done could not be noted on leaving partitions: {}", Failures.sentence(e));
            }
            left(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            LOG.warn("Kafka has taken {} partitions away from this worker, which was not heard of", partitions.size());
            left(partitions);
        }
    }

    @Override
    public void close() {
        disconnect(CLOSE_TIMEOUT);
    }

    private void disconnect(Duration timeout) {
        KafkaConsumer<String, byte[]> old = consumer;
        meters.close();
        meters = () -> {};
        if (old != null) {
            try {
                old.close(CloseOptions.timeout(timeout)
                        .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
            } catch (KafkaException e) {
                LOG.debug("the queue's reader did not close cleanly: {}", e.getMessage());
            }
            consumer = null;
            Set<Integer> still = queue.partitions();
            if (!still.isEmpty()) {
                movement.leaving(still);
                queue.forget(still);
            }
        }
    }
}
