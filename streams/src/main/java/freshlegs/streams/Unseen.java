package freshlegs.streams;

import freshlegs.model.topic.KafkaAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Whether what lies behind what the streams have read is nothing that anybody sees: records of transactions that were aborted. Kafka
 * Streams commits no offset past them in partitions from which nothing else has come since its start.
 */
public final class Unseen implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int MOST_POLLS = 40;
    /** More than that is something else. */
    private static final long MOST = 1_000;
    /** One record is enough to know. */
    private static final int FETCH_BYTES = 4_096;

    /** A stretch of one partition. */
    private record Stretch(long from, long to) {}

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Stretch> empty = new HashMap<>();

    public Unseen(KafkaAddress kafka) {
        Map<String, Object> properties = new HashMap<>(kafka.consumerProperties());
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Whether nothing to be seen lies between these offsets and the ends. */
    public boolean isAll(Map<TopicPartition, Long> read, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> past = past(read, ends);
        return ends.entrySet().stream().allMatch(end -> past.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** These offsets, each moved to its end where nothing to be seen lies between; what has no offset is read from its beginning. */
    public synchronized Map<TopicPartition, Long> past(Map<TopicPartition, Long> read, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Stretch> left = new HashMap<>();
        ends.forEach((partition, end) -> {
            long from = read.getOrDefault(partition, 0L);
            if (from < end && end - from <= MOST) {
                left.put(partition, new Stretch(from, end));
            }
        });
        Map<TopicPartition, Stretch> unknown = new HashMap<>(left);
        unknown.entrySet().removeIf(each -> each.getValue().equals(empty.get(each.getKey())));
        if (!unknown.isEmpty()) {
            empty.putAll(look(unknown));
        }
        Map<TopicPartition, Long> past = new HashMap<>(read);
        left.forEach((partition, stretch) -> {
            if (stretch.equals(empty.get(partition))) {
                past.put(partition, stretch.to);
            }
        });
        return past;
    }

    /** Those that hold nothing; one that is not read in time may hold something. */
    private Map<TopicPartition, Stretch> look(Map<TopicPartition, Stretch> stretches) {
        Map<TopicPartition, Stretch> open = new HashMap<>(stretches);
        Map<TopicPartition, Stretch> nothing = new HashMap<>();
        consumer.assign(open.keySet());
        open.forEach((partition, stretch) -> consumer.seek(partition, stretch.from));
        for (int poll = 0; !open.isEmpty() && poll < MOST_POLLS; poll++) {
            Set<TopicPartition> seen = consumer.poll(POLL).partitions();
            open.keySet().removeAll(seen);
            Set<TopicPartition> through = open.entrySet().stream()
                    .filter(each -> consumer.position(each.getKey()) >= each.getValue().to)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            through.forEach(partition -> nothing.put(partition, stretches.get(partition)));
            open.keySet().removeAll(through);
            consumer.pause(seen);
        }
        return nothing;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
