package freshlegs.app.rebuild;

import freshlegs.model.topic.KafkaAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Records of one partition sent once more under their own keys. Whatever anybody else has said of such a key in between, a tombstone
 * above all, is said again after it, so that the latest word stays the latest.
 */
final class SentAgain {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final TopicPartition partition;

    private SentAgain(
            KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer, TopicPartition partition) {
        this.consumer = consumer;
        this.producer = producer;
        this.partition = partition;
    }

    /** Of these keys nothing but this was said before {@code knownUpTo}. */
    static void send(
            KafkaAddress kafka,
            TopicPartition partition,
            Collection<ProducerRecord<byte[], byte[]>> records,
            long knownUpTo) {
        if (records.isEmpty()) {
            return;
        }
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        kafka.consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        kafka.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, knownUpTo);
            new SentAgain(consumer, producer, partition).send(records);
        }
    }

    static ProducerRecord<byte[], byte[]> copyOf(ConsumerRecord<byte[], byte[]> stored) {
        return new ProducerRecord<>(
                stored.topic(), stored.partition(), stored.timestamp(), stored.key(), stored.value(), stored.headers());
    }

    private void send(Collection<ProducerRecord<byte[], byte[]>> records) {
        Collection<ProducerRecord<byte[], byte[]>> open = records;
        while (!open.isEmpty()) {
            open = saidBetween(offsets(open));
        }
    }

    private Map<ByteBuffer, Long> offsets(Collection<ProducerRecord<byte[], byte[]>> records) {
        Map<ByteBuffer, Future<RecordMetadata>> sent = new HashMap<>();
        records.forEach(each -> sent.put(ByteBuffer.wrap(each.key()), producer.send(each)));
        Map<ByteBuffer, Long> offsets = new HashMap<>();
        for (Map.Entry<ByteBuffer, Future<RecordMetadata>> each : sent.entrySet()) {
            try {
                offsets.put(each.getKey(), each.getValue().get().offset());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            } catch (ExecutionException e) {
                throw new KafkaException("a record could not be sent again", e);
            }
        }
        return offsets;
    }

    /** What others said of the keys before ours; of each the last. */
    private Collection<ProducerRecord<byte[], byte[]>> saidBetween(Map<ByteBuffer, Long> ours) {
        long last = ours.values().stream().mapToLong(Long::longValue).max().orElse(0);
        Map<ByteBuffer, ProducerRecord<byte[], byte[]>> others = new HashMap<>();
        while (consumer.position(partition) <= last) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                ByteBuffer key = ByteBuffer.wrap(each.key());
                long own = ours.getOrDefault(key, -1L);
                if (each.offset() < own) {
                    others.put(key, copyOf(each));
                } else if (each.offset() > own) {
                    others.remove(key);
                }
            }
        }
        return others.values();
    }
}
