package freshlegs.app.rebuild;

import freshlegs.model.fact.FactKind;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topics;
import freshlegs.streams.session.Reanalysis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Recordings sent once more, so that the streams at work analyse them anew; a session without one loses it once more. */
final class RecordingsAgain {
    private static final Duration POLL = Duration.ofMillis(200);
    /** Held at a time. */
    private static final int PORTION = 20;

    private final KafkaAddress kafka;
    private final TopicPartition partition;
    private final Set<String> sessions;

    private RecordingsAgain(KafkaAddress kafka, int partition, Set<String> sessions) {
        this.kafka = kafka;
        this.partition = new TopicPartition(Topics.RECORDING.name(), partition);
        this.sessions = sessions;
    }

    /** Of these sessions, by their keys, all of one partition. */
    static void send(KafkaAddress kafka, int partition, Set<String> sessions) {
        new RecordingsAgain(kafka, partition, sessions).send();
    }

    private void send() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                kafka.consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            Map<String, Long> latest = new HashMap<>();
            read(consumer, end, each -> sessionOf(each).ifPresent(session -> latest.put(session, each.offset())));
            List<ProducerRecord<byte[], byte[]>> portion = new ArrayList<>();
            Set<String> without = new HashSet<>(sessions);
            without.removeAll(latest.keySet());
            without.forEach(session -> portion.add(tombstone(session)));
            consumer.seekToBeginning(List.of(partition));
            read(consumer, end, each -> sessionOf(each)
                    .filter(session -> latest.getOrDefault(session, -1L) == each.offset())
                    .ifPresent(session -> {
                        portion.add(tombstone(each));
                        portion.add(SentAgain.copyOf(each));
                        if (portion.size() >= PORTION) {
                            flush(portion, end);
                        }
                    }));
            flush(portion, end);
        }
    }

    private void flush(List<ProducerRecord<byte[], byte[]>> portion, long end) {
        SentAgain.send(kafka, partition, portion, end);
        portion.clear();
    }

    private static void read(
            KafkaConsumer<byte[], byte[]> consumer, long end, Consumer<ConsumerRecord<byte[], byte[]>> use) {
        TopicPartition partition = consumer.assignment().iterator().next();
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                if (each.offset() < end && each.key() != null) {
                    use.accept(each);
                }
            }
        }
    }

    private Optional<String> sessionOf(ConsumerRecord<byte[], byte[]> recording) {
        try {
            return Optional.of(Reanalysis.keyOf(new String(recording.key(), StandardCharsets.UTF_8)))
                    .filter(sessions::contains);
        } catch (RuntimeException e) {
            return Optional.empty(); // a dead letter
        }
    }

    /**
     * Of two tellings of one session that were taken in together the streams keep the same one whatever came last, which need not be
     * the one made anew: so the older one is taken back first, in the same breath.
     */
    private static ProducerRecord<byte[], byte[]> tombstone(ConsumerRecord<byte[], byte[]> recording) {
        return new ProducerRecord<>(
                recording.topic(), recording.partition(), recording.timestamp(), recording.key(), null, List.of());
    }

    private ProducerRecord<byte[], byte[]> tombstone(String session) {
        List<String> rest = RecordKey.rest(session);
        String key = RecordKey.of(
                RecordKey.athleteOf(session), String.join("/", FactKind.RECORDING.key(), rest.get(1), rest.get(2)));
        return new ProducerRecord<>(
                partition.topic(), partition.partition(), key.getBytes(StandardCharsets.UTF_8), null);
    }
}
