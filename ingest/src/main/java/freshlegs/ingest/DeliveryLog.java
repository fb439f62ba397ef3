package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Delivery;
import freshlegs.model.topic.AthletePartitioner;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The deliveries that stand on the topic now. */
final class DeliveryLog {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KafkaAddress kafka;

    DeliveryLog(KafkaAddress kafka) {
        this.kafka = kafka;
    }

    List<Delivery> of(AthleteId athlete) {
        TopicPartition partition = new TopicPartition(
                Topics.DELIVERY.name(), AthletePartitioner.partition(athlete.value(), Topic.PARTITIONS));
        Map<String, Delivery> standing = new LinkedHashMap<>();
        try (KafkaConsumer<String, Delivery> consumer = new KafkaConsumer<>(
                kafka.consumerProperties(),
                new StringDeserializer(),
                Topics.DELIVERY.serde().deserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(partition) < end) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "Kafka did not give the deliveries within " + PATIENCE.toSeconds() + " s");
                }
                consumer.poll(POLL).forEach(found -> {
                    if (found.value() == null) {
                        standing.remove(found.key());
                    } else if (RecordKey.athleteOf(found.key()).equals(athlete)) {
                        standing.put(found.key(), found.value());
                    }
                });
            }
        }
        return List.copyOf(standing.values());
    }
}
