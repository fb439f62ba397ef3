package freshlegs.app.metrics;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.LetterRecord;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How many dead letters there are: they are counted, since offsets also count what was taken out and the marks of transactions. */
final class DeadLetterLook implements Look {
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, Topic.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.DEAD_LETTER.name(), partition))
            .toList();

    private final KafkaAddress address;
    private final KafkaView kafka;
    private Optional<KafkaConsumer<byte[], byte[]>> consumer = Optional.empty();
    private final Set<String> names = new HashSet<>();

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
        readings.add(Metrics.DEAD_LETTERS, names.size());
    }

    private void count(Map<TopicPartition, Long> ends) {
        KafkaConsumer<byte[], byte[]> reading = consumer.orElseGet(this::begin);
        consumer = Optional.of(reading);
        long until = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < until
                && PARTITIONS.stream()
                        .anyMatch(each -> reading.position(each, LONGEST) < ends.getOrDefault(each, 0L))) {
            reading.poll(POLL).forEach(this::count);
        }
    }

    /** A letter from before there were keys of their own is told again with one, which says where it was. */
    private void count(ConsumerRecord<byte[], byte[]> stored) {
        Optional<String> place = LetterRecord.placeIn(stored.key());
        if (!LetterRecord.isLetter(stored.value(), stored.headers())) {
            place.ifPresent(names::remove);
            return;
        }
        Header was = stored.headers().lastHeader(LetterRecord.WAS);
        if (was != null) {
            names.remove(new String(was.value(), StandardCharsets.UTF_8));
        }
        names.add(place.orElseGet(() -> stored.partition() + "-" + stored.offset()));
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
