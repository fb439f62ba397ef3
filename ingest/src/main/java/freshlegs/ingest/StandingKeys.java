package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.topic.AthletePartitioner;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The keys under which something of an athlete stands on a topic now, whatever wrote it there. */
final class StandingKeys {
    private static final Duration POLL = Duration.ofMillis(200);
    /** Without anything more coming for so long, Kafka counts as away. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KafkaAddress kafka;

    StandingKeys(KafkaAddress kafka) {
        this.kafka = kafka;
    }

    /** Reads the athlete's whole partition; only keys are held. */
    Set<String> of(Topic<?> topic, AthleteId athlete) {
        TopicPartition partition =
                new TopicPartition(topic.name(), AthletePartitioner.partition(athlete.value(), Topic.PARTITIONS));
        String beginning = athlete.value() + "/";
        Set<String> standing = new LinkedHashSet<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                kafka.consumerProperties(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            long before = consumer.position(partition);
            while (before < end) {
                for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
                    if (found.key() != null && found.key().startsWith(beginning)) {
                        note(found, standing);
                    }
                }
                long now = consumer.position(partition);
                if (now > before) {
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                } else if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Kafka did not give " + topic.name() + " to its end");
                }
                before = now;
            }
        }
        return standing;
    }

    private static void note(ConsumerRecord<String, byte[]> found, Set<String> standing) {
        if (found.value() == null) {
            standing.remove(found.key());
        } else {
            standing.add(found.key());
        }
    }
}
