package freshlegs.app.service;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Results that stood before everything was told anew and were not told again: they are taken back by tombstones. */
final class StaleResults {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaAddress kafka;
    private final Map<TopicPartition, Long> ends;

    private StaleResults(KafkaAddress kafka, Map<TopicPartition, Long> ends) {
        this.kafka = kafka;
        this.ends = ends;
    }

    /** Whatever comes into these topics from now on is told anew. */
    static StaleResults since(KafkaAddress kafka, Collection<? extends Topic<?>> topics) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
            topics.forEach(topic -> ends.putAll(consumer.endOffsets(partitions(topic))));
        }
        return new StaleResults(kafka, ends);
    }

    /** How many there were, partition by partition, so that no more keys than one's are held at a time. */
    int takeBack(Topic<?> topic) throws InterruptedException {
        int taken = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        kafka.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (TopicPartition partition : partitions(topic)) {
                taken += takeBack(stale(consumer, partition), partition, producer);
            }
        }
        return taken;
    }

    private Collection<byte[]> stale(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        long before = ends.getOrDefault(partition, 0L);
        Map<ByteBuffer, byte[]> stale = new TreeMap<>();
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                ByteBuffer key = ByteBuffer.wrap(each.key());
                if (each.value() != null && each.offset() < before) {
                    stale.put(key, each.key());
                } else {
                    stale.remove(key);
                }
            }
        }
        return stale.values();
    }

    private static int takeBack(
            Collection<byte[]> keys, TopicPartition partition, KafkaProducer<byte[], byte[]> producer)
            throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (byte[] key : keys) {
            sent.add(producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), key, null)));
        }
        for (Future<RecordMetadata> acknowledged : sent) {
            try {
                acknowledged.get();
            } catch (ExecutionException e) {
                throw new KafkaException("a stale result could not be taken back", e);
            }
        }
        return keys.size();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(KafkaAddress kafka) {
        return new KafkaConsumer<>(
                kafka.consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(Topic<?> topic) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }
}
