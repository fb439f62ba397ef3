package freshlegs.bench.replay;

import freshlegs.bench.facts.Histories;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Whether every day of every athlete has its trend. */
final class TrendDays {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private TrendDays() {}

    static boolean areAllThere(KafkaAddress kafka, Histories histories) {
        return count(kafka) == histories.athleteDays();
    }

    private static int count(KafkaAddress kafka) {
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(p -> new TopicPartition(Topics.TREND.name(), p))
                .toList();
        Set<ByteBuffer> days = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                kafka.consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (!partitions.stream().allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<byte[], byte[]> day : consumer.poll(PATIENCE)) {
                    ByteBuffer key = ByteBuffer.wrap(day.key());
                    if (day.value() == null) {
                        days.remove(key);
                    } else {
                        days.add(key);
                    }
                }
            }
        }
        return days.size();
    }
}
