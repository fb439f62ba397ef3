package freshlegs.app.service;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.streams.StreamsProperties;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the streams have noted as still to be looked at, by the log of their own store. */
public final class Touched implements AutoCloseable {
    private static final String LOG = StreamsProperties.APPLICATION + "-touched-changelog";
    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<String> noted = new HashSet<>();
    private long changes;

    public Touched(KafkaAddress kafka) {
        consumer =
                new KafkaConsumer<>(kafka.consumerProperties(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** True as well where there is no log, since then nothing was ever noted. */
    boolean isEmpty() {
        readOn();
        return noted.isEmpty();
    }

    /** Of whom anything is noted now. */
    public Set<String> athletes() {
        readOn();
        return noted.stream().map(key -> RecordKey.athleteOf(key).value()).collect(Collectors.toSet());
    }

    /** How many changes of the notes were read until now. */
    public long changes() {
        return changes;
    }

    /** To the end of the log. */
    private void readOn() {
        if (consumer.assignment().isEmpty() && !assign()) {
            return;
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::read);
        }
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
        changes++;
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
