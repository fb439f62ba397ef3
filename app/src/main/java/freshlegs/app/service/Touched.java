package freshlegs.app.service;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.streams.StreamsProperties;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the streams have noted as still to be looked at, by the log of their own store. */
final class Touched implements AutoCloseable {
    private static final String LOG = StreamsProperties.APPLICATION + "-touched-changelog";
    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<String> noted = new HashSet<>();

    Touched(KafkaAddress kafka) {
        consumer =
                new KafkaConsumer<>(kafka.consumerProperties(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Reads on to the end of the log; true as well where there is none, since then nothing was ever noted. */
    boolean isEmpty() {
        if (consumer.assignment().isEmpty() && !assign()) {
            return true;
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::read);
        }
        return noted.isEmpty();
    }

    private boolean assign() {
        if (!consumer.listTopics().containsKey(LOG)) {
            return false;
        }
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(LOG, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return true;
    }

    private void read(ConsumerRecord<String, byte[]> change) {
        if (change.value() == null) {
            noted.remove(change.key());
        } else {
            noted.add(change.key());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
