package freshlegs.app.rebuild;

import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Recording;
import freshlegs.model.json.Json;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.session.Reanalysis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What one partition of the topics holds, athlete by athlete: the facts that the season reads and what it has told. It only reads, and
 * may be told to read on. With {@code recordings} those are analysed anew as they pass; none is held.
 */
final class PartitionView implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    /** Without anything more coming for so long, Kafka counts as away. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Map<String, Topic<? extends Fact>> FACTS =
            Topics.facts().stream().collect(Collectors.toMap(Topic::name, topic -> topic));

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Predicate<String> wanted;
    private final boolean recordings;
    private final SortedMap<String, AthleteView> athletes = new TreeMap<>();

    PartitionView(KafkaAddress kafka, int partition, Predicate<String> wanted, boolean recordings) {
        this.wanted = wanted;
        this.recordings = recordings;
        consumer = new KafkaConsumer<>(
                kafka.consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Set<String> there = consumer.listTopics().keySet();
        List<TopicPartition> partitions = Stream.<Topic<?>>concat(Topics.facts().stream(), Topics.results().stream())
                .filter(topic -> recordings || !topic.equals(Topics.RECORDING))
                .map(Topic::name)
                .filter(there::contains)
                .map(topic -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** To the ends as they are now. */
    void readOn() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                take(each);
                deadline = System.nanoTime() + PATIENCE.toNanos();
            }
            if (System.nanoTime() > deadline) {
                throw new KafkaException("Kafka does not give its topics to their ends");
            }
        }
    }

    /** How far the facts have been read here. */
    Map<TopicPartition, Long> factsRead() {
        return consumer.assignment().stream()
                .filter(partition -> FACTS.containsKey(partition.topic()))
                .collect(Collectors.toMap(partition -> partition, consumer::position));
    }

    Set<String> athletes() {
        return new HashSet<>(athletes.keySet());
    }

    AthleteView of(String athlete) {
        return athletes.computeIfAbsent(athlete, a -> new AthleteView(recordings));
    }

    private void take(ConsumerRecord<byte[], byte[]> stored) {
        if (stored.key() == null) {
            return;
        }
        String key = new String(stored.key(), StandardCharsets.UTF_8);
        try {
            String athlete = RecordKey.athleteOf(key).value();
            if (wanted.test(athlete)) {
                take(of(athlete), key, stored);
            }
        } catch (RuntimeException e) {
            // a dead letter, of which the streams have told already
        }
    }

    private static void take(AthleteView view, String key, ConsumerRecord<byte[], byte[]> stored) {
        if (stored.topic().equals(Topics.RECORDING.name())) {
            view.analysed(
                    Reanalysis.keyOf(key),
                    Optional.ofNullable(stored.value())
                            .map(json -> Reanalysis.session(key, Json.read(json, Recording.class))));
        } else if (FACTS.containsKey(stored.topic())) {
            view.fact(key, stored);
        } else {
            view.result(key, stored);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
