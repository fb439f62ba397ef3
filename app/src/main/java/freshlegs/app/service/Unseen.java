package freshlegs.app.service;

import freshlegs.model.topic.KafkaAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Whether what lies behind what was read is nothing that anybody sees: records of transactions that were aborted. Kafka Streams commits no
 * offset past them in partitions from which nothing else has come since its start.
 */
final class Unseen implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    /** More than that is something else. */
    private static final long MOST = 1_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private Map<TopicPartition, Long> known = Map.of();
    private Map<TopicPartition, Long> knownEnds = Map.of();

    Unseen(KafkaAddress kafka) {
        consumer = new KafkaConsumer<>(
                kafka.consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Of each partition from its offset to its end. */
    boolean isAll(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        if (from.isEmpty()) {
            return true;
        }
        Map<TopicPartition, Long> to = new HashMap<>(ends);
        to.keySet().retainAll(from.keySet());
        if (from.equals(known) && to.equals(knownEnds)) {
            return true;
        }
        if (from.entrySet().stream().anyMatch(each -> to.getOrDefault(each.getKey(), 0L) - each.getValue() > MOST)) {
            return false;
        }
        boolean nothing = reads(from, to);
        if (nothing) {
            known = from;
            knownEnds = to;
        }
        return nothing;
    }

    private boolean reads(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (to.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (!consumer.poll(POLL).isEmpty() || System.nanoTime() > deadline) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
