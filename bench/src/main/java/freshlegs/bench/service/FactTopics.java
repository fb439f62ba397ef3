package freshlegs.bench.service;

import freshlegs.bench.facts.Histories;
import freshlegs.bench.facts.Order;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.DayClosed;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Session;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.TopicCreator;
import freshlegs.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts facts into their topics, as ingest and the session stage would have left them there. */
public final class FactTopics {
    /** What histories are made of. */
    public static final List<Topic<? extends Fact>> USED =
            List.of(Topics.SESSION, Topics.READING, Topics.CHECKIN, Topics.PROFILE);

    private static final short REPLICATION = 1;

    /** What has just been taken in would be folded at once. */
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private FactTopics() {}

    /** Creates all topics; returns when every fact is acknowledged. */
    public static void fill(KafkaAddress kafka, Histories histories, Order order) throws InterruptedException {
        create(kafka);
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(inBulk(kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
            long takenIn = System.currentTimeMillis() - LONG_AGO.toMillis();
            histories.forEach(order, fact -> send(producer, message(fact, takenIn), failure));
            producer.flush();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the facts could not be put into their topics", failure.get());
        }
    }

    static void create(KafkaAddress kafka) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            TopicCreator.createMissing(admin, REPLICATION);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback takes the failure
    private static void send(
            KafkaProducer<byte[], byte[]> producer,
            ProducerRecord<byte[], byte[]> message,
            AtomicReference<@Nullable Exception> failure) {
        producer.send(message, (metadata, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }

    private static Map<String, Object> inBulk(KafkaAddress kafka) {
        Map<String, Object> all = new HashMap<>(kafka.producerProperties());
        all.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        return all;
    }

    private static ProducerRecord<byte[], byte[]> message(Fact fact, long takenInMillis) {
        return message(topicOf(fact), fact, takenInMillis);
    }

    private static <F extends Fact> ProducerRecord<byte[], byte[]> message(
            Topic<F> topic, Fact fact, long takenInMillis) {
        RecordHeaders headers = new RecordHeaders();
        byte[] bytes = Objects.requireNonNull(topic.serde()
                .serializer()
                .serialize(topic.name(), headers, topic.type().cast(fact)));
        byte[] key = RecordKey.of(fact).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic.name(), null, takenInMillis, key, bytes, headers);
    }

    private static Topic<? extends Fact> topicOf(Fact fact) {
        if (fact instanceof Recording) {
            return Topics.RECORDING;
        } else if (fact instanceof Session) {
            return Topics.SESSION;
        } else if (fact instanceof Reading) {
            return Topics.READING;
        } else if (fact instanceof CheckIn) {
            return Topics.CHECKIN;
        } else if (fact instanceof Profile) {
            return Topics.PROFILE;
        } else if (fact instanceof DayClosed) {
            return Topics.DAY_CLOSED;
        } else if (fact instanceof Delivery) {
            return Topics.DELIVERY;
        } else if (fact instanceof FileDecision) {
            return Topics.FILE_DECISION;
        }
        throw new IllegalArgumentException("no topic holds " + fact.kind());
    }
}
