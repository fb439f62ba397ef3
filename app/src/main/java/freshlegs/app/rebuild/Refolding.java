package freshlegs.app.rebuild;

import freshlegs.model.AthleteId;
import freshlegs.model.result.Refold;
import freshlegs.model.result.Refold.Stray;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Asks the streams at work to tell athletes' results anew, and waits until they have. */
final class Refolding {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long PAUSE_MILLIS = 200;

    /** So that a request stays far below what a record may hold; what is left is named by the next one. */
    private static final int MOST_STRAYS = 10_000;

    private final KafkaAddress kafka;
    private final Clock clock;

    Refolding(KafkaAddress kafka, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    /** Whoever differs by {@code differences} of topics; whether they were all through within the time. */
    boolean refold(Collection<String> athletes, List<Difference> differences) throws InterruptedException {
        Map<TopicPartition, Long> asked = send(athletes.stream()
                .map(athlete -> record(request(athlete, differences)))
                .toList());
        boolean isThrough = await(athletes, asked);
        if (isThrough) {
            send(athletes.stream().map(Refolding::withdrawn).toList());
        }
        return isThrough;
    }

    /** Answers up to where the streams must read for it. */
    private Map<TopicPartition, Long> send(List<ProducerRecord<byte[], byte[]>> records) throws InterruptedException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> each : records) {
                RecordMetadata sent = producer.send(each).get();
                ends.merge(new TopicPartition(sent.topic(), sent.partition()), sent.offset() + 1, Math::max);
            }
            return ends;
        } catch (ExecutionException e) {
            throw new KafkaException("the streams could not be asked", e);
        }
    }

    private boolean await(Collection<String> athletes, Map<TopicPartition, Long> asked) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (StreamsPosition streams = new StreamsPosition(kafka);
                Notes notes = new Notes(kafka)) {
            while (!streams.isPast(asked) || notes.athletes().stream().anyMatch(athletes::contains)) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            return true;
        }
    }

    private Refold request(String athlete, List<Difference> differences) {
        List<Stray> strays = differences.stream()
                .filter(each -> each.athlete().equals(athlete) && each.kind() == Difference.Kind.TOPIC)
                .filter(each -> each.anew().isEmpty() && each.key().startsWith(athlete + "/"))
                .filter(each ->
                        Topics.results().stream().anyMatch(topic -> topic.name().equals(each.where())))
                .limit(MOST_STRAYS)
                .map(each -> new Stray(each.where(), each.key()))
                .toList();
        return new Refold(AthleteId.of(athlete), clock.instant(), "results differ from what the facts say", strays);
    }

    private static ProducerRecord<byte[], byte[]> record(Refold request) {
        RecordHeaders headers = new RecordHeaders();
        try (var serializer = Topics.REFOLD.serde().serializer()) {
            byte[] json = serializer.serialize(Topics.REFOLD.name(), headers, request);
            return new ProducerRecord<>(Topics.REFOLD.name(), null, key(request.athlete()), json, headers);
        }
    }

    /** What was done is not asked any more. */
    private static ProducerRecord<byte[], byte[]> withdrawn(String athlete) {
        return new ProducerRecord<>(Topics.REFOLD.name(), key(AthleteId.of(athlete)), null);
    }

    private static byte[] key(AthleteId athlete) {
        return RecordKey.of(athlete, Refold.KEY).getBytes(StandardCharsets.UTF_8);
    }
}
