package freshlegs.warehouse;

import freshlegs.model.topic.KafkaAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The latest record of each key in one partition of all topics that become tables. */
final class PartitionRecords implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    /** Without anything more coming for so long, Kafka counts as away. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, SortedMap<String, ConsumerRecord<byte[], byte[]>>> byTopic = new HashMap<>();

    PartitionRecords(KafkaAddress kafka, int partition) {
        consumer = new KafkaConsumer<>(
                kafka.consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Set<String> there = consumer.listTopics().keySet();
        List<TopicPartition> partitions = TopicTables.topics().stream()
                .filter(there::contains)
                .map(topic -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on to the ends as they are now; what was read before is kept. */
    void readOn() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                take(each);
                deadline = System.nanoTime() + PATIENCE.toNanos();
            }
            if (System.nanoTime() > deadline) {
                throw new KafkaException("Kafka does not give its topics to their ends");
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> each) {
        if (each.key() != null) {
            byTopic.computeIfAbsent(each.topic(), topic -> new TreeMap<>())
                    .put(new String(each.key(), StandardCharsets.UTF_8), each);
        }
    }

    /** The latest record of each key, a tombstone included. */
    Collection<ConsumerRecord<byte[], byte[]>> of(String topic) {
        return byTopic.getOrDefault(topic, new TreeMap<>()).values();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
