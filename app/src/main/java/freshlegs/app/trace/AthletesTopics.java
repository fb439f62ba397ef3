package freshlegs.app.trace;

import freshlegs.model.AthleteId;
import freshlegs.model.topic.AthletePartitioner;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topics by the one partition in which an athlete's records lie, from a moment on; what is not hers is passed over. */
final class AthletesTopics implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration AT_MOST = Duration.ofSeconds(15);
    private static final int MOST = 500;

    private final KafkaConsumer<String, byte[]> consumer;

    AthletesTopics(KafkaAddress kafka) {
        consumer =
                new KafkaConsumer<>(kafka.consumerProperties(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The latest record under each key that is {@code wanted}, in their order; later ones replace earlier ones. */
    List<Place> find(Topic<?> topic, AthleteId athlete, Instant from, Predicate<String> wanted) {
        TopicPartition partition =
                new TopicPartition(topic.name(), AthletePartitioner.partition(athlete.value() + "/", Topic.PARTITIONS));
        String own = athlete.value() + "/";
        List<Place> found = new ArrayList<>();
        consumer.assign(List.of(partition));
        seek(partition, from);
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long deadline = System.nanoTime() + AT_MOST.toNanos();
        while (consumer.position(partition) < end && System.nanoTime() < deadline && found.size() < MOST) {
            for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
                if (each.key() != null && each.key().startsWith(own) && wanted.test(each.key())) {
                    found.add(place(each));
                }
            }
        }
        return found;
    }

    private void seek(TopicPartition partition, Instant from) {
        OffsetAndTimestamp there = consumer.offsetsForTimes(Map.of(partition, Math.max(0, from.toEpochMilli())))
                .get(partition);
        if (there == null) {
            consumer.seekToEnd(List.of(partition));
        } else {
            consumer.seek(partition, there.offset());
        }
    }

    private static Place place(ConsumerRecord<String, byte[]> each) {
        return new Place(
                each.topic(),
                each.partition(),
                each.offset(),
                Instant.ofEpochMilli(each.timestamp()),
                each.key(),
                Optional.ofNullable(each.value()));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
