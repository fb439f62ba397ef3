package freshlegs.app.service;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Fact;
import freshlegs.model.json.Json;
import freshlegs.model.topic.AthletePartitioner;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What the season's topics hold, only read: nothing is written, no group joined, no topic made. One partition's athletes are held
 * at a time.
 */
public final class StoredFacts {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Map<String, Topic<? extends Fact>> TOPICS = Topics.facts().stream()
            .filter(topic -> !topic.equals(Topics.RECORDING))
            .collect(Collectors.toMap(Topic::name, topic -> topic));

    private final SortedMap<String, SortedMap<String, Fact>> byAthlete = new TreeMap<>();

    private StoredFacts() {}

    /** Hands over each athlete's facts by their keys, or those of one alone. */
    public static void forEachAthlete(
            KafkaAddress kafka, Optional<AthleteId> only, BiConsumer<String, SortedMap<String, Fact>> each) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                kafka.consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<String> there = consumer.listTopics().keySet().stream()
                    .filter(TOPICS::containsKey)
                    .toList();
            int first = only.map(athlete -> AthletePartitioner.partition(athlete + "/", Topic.PARTITIONS))
                    .orElse(0);
            int end = only.isPresent() ? first + 1 : Topic.PARTITIONS;
            IntStream.range(first, end).forEach(partition -> {
                StoredFacts facts = new StoredFacts();
                facts.read(
                        consumer,
                        there.stream()
                                .map(topic -> new TopicPartition(topic, partition))
                                .toList());
                facts.byAthlete.forEach((athlete, stored) -> {
                    if (only.map(wanted -> wanted.value().equals(athlete)).orElse(true)) {
                        each.accept(athlete, stored);
                    }
                });
            });
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> stored) {
        if (stored.key() == null) {
            return;
        }
        String key = new String(stored.key(), StandardCharsets.UTF_8);
        try {
            String athlete = RecordKey.athleteOf(key).value();
            Map<String, Fact> facts = byAthlete.computeIfAbsent(athlete, a -> new TreeMap<>());
            if (stored.value() == null) {
                facts.remove(key);
            } else {
                Optional.ofNullable(TOPICS.get(stored.topic()))
                        .ifPresent(topic -> facts.put(key, Json.read(stored.value(), topic.type())));
            }
        } catch (RuntimeException e) {
            // a dead letter, of which the streams have told already
        }
    }
}
