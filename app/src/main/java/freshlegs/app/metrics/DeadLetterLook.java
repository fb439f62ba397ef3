package freshlegs.app.metrics;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How many records went to the dead letters: they are counted, since offsets also count the marks of transactions. */
final class DeadLetterLook implements Look {
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, Topic.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.DEAD_LETTER.name(), partition))
            .toList();

    private final KafkaAddress address;
    private final KafkaView kafka;
    private Optional<KafkaConsumer<byte[], byte[]>> consumer = Optional.empty();
    private long count;

    DeadLetterLook(KafkaAddress address, KafkaView kafka) {
        this.address = address;
        this.kafka = kafka;
    }

    @Override
    public String source() {
        return "dead-letters";
    }

    @Override
    public List<Metric> tells() {
        return List.of(Metrics.DEAD_LETTERS);
    }

    /** What does not come in time is counted next time. */
    @Override
    public void take(Readings readings) {
        Map<TopicPartition, Long> ends = kafka.ends(List.of(Topics.DEAD_LETTER.name()));
        if (ends.values().stream().anyMatch(end -> end > 0)) {
            count(ends);
        }
        readings.add(Metrics.DEAD_LETTERS, count);
    }

    private void count(Map<TopicPartition, Long> ends) {
        KafkaConsumer<byte[], byte[]> reading = consumer.orElseGet(this::begin);
        consumer = Optional.of(reading);
        long until = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < until
                && PARTITIONS.stream()
                        .anyMatch(each -> reading.position(each, LONGEST) < ends.getOrDefault(each, 0L))) {
            count += reading.poll(POLL).count();
        }
    }

    private KafkaConsumer<byte[], byte[]> begin() {
        Map<String, Object> properties = new HashMap<>(address.consumerProperties());
        properties.putIfAbsent("client.id", "freshlegs-metrics");
        KafkaConsumer<byte[], byte[]> fresh =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        fresh.assign(PARTITIONS);
        fresh.seekToBeginning(PARTITIONS);
        return fresh;
    }

    @Override
    public void close() {
        consumer.ifPresent(KafkaConsumer::close);
    }
}
