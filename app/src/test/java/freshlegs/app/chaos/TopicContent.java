package freshlegs.app.chaos;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a reader of committed records finds in a topic. */
final class TopicContent {
    private TopicContent() {}

    /** The last message of every key, without those that were taken back. */
    static SortedMap<String, String> live(KafkaAddress kafka, Topic<?> topic) {
        SortedMap<String, String> live = new TreeMap<>();
        forEach(kafka, topic, each -> {
            if (each.value() == null) {
                live.remove(each.key());
            } else {
                live.put(each.key(), new String(each.value(), StandardCharsets.UTF_8));
            }
        });
        return live;
    }

    static List<ConsumerRecord<String, byte[]>> all(KafkaAddress kafka, Topic<?> topic) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        forEach(kafka, topic, all::add);
        return all;
    }

    /** One record after the other, however many there are. */
    static void forEach(KafkaAddress kafka, Topic<?> topic, Consumer<ConsumerRecord<String, byte[]>> use) {
        try (var consumer = new KafkaConsumer<>(
                kafka.consumerProperties(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(use);
            }
        }
    }
}
