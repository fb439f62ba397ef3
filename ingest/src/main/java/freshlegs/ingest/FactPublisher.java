package freshlegs.ingest;

import freshlegs.model.fact.Fact;
import freshlegs.model.topic.ClientMeters;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts facts on their topics, under their keys, and answers for every single one. It connects when it is first needed and
 * again after a failure, so that a broker may come later or be replaced.
 */
public final class FactPublisher implements AutoCloseable {
    /** Two minutes are Kafka's default, and a broker frozen for longer has lost records that way. */
    private static final int DELIVERY_TIMEOUT_MS = 300_000;

    private static final int BATCH_BYTES = 256 * 1024;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, Object> properties;
    private final MeterRegistry registry;

    private @Nullable KafkaProducer<String, byte[]> producer;
    private ClientMeters meters = () -> {};
    private boolean closed;

    private FactPublisher(KafkaAddress kafka, MeterRegistry registry) {
        this.registry = registry;
        properties = kafka.producerProperties();
        properties.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    }

    /** For people who wait: gives up after so long, though what was under way by then may still arrive. */
    public static FactPublisher within(Duration patience, KafkaAddress kafka) {
        int milliseconds = Math.toIntExact(patience.toMillis());
        FactPublisher publisher = new FactPublisher(kafka, ClientMeters.nobody());
        publisher.properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, milliseconds);
        publisher.properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, milliseconds / 2);
        publisher.properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, milliseconds);
        return publisher;
    }

    /** Waits for nothing else to go along: for single records that somebody waits for. */
    static FactPublisher atOnce(KafkaAddress kafka) {
        FactPublisher publisher = new FactPublisher(kafka, ClientMeters.nobody());
        publisher.properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return publisher;
    }

    /** A fact that the broker did not take, and why. */
    record Untaken(Fact fact, Throwable cause) {
        /** Whether trying again could never help. */
        boolean isForGood() {
            return cause instanceof RecordTooLargeException || cause instanceof SerializationException;
        }
    }

    public static FactPublisher to(KafkaAddress kafka) {
        return to(kafka, ClientMeters.nobody());
    }

    /** One whose client shows in {@code registry} how it fares. */
    static FactPublisher to(KafkaAddress kafka, MeterRegistry registry) {
        return new FactPublisher(kafka, registry);
    }

    /** Returns after the broker has acknowledged all of them. */
    public void publish(List<? extends Fact> facts) {
        List<Untaken> untaken = send(facts);
        if (!untaken.isEmpty()) {
            Throwable cause = untaken.get(0).cause();
            throw new PublishFailed(
                    "%d of %d facts were not taken by Kafka: %s"
                            .formatted(untaken.size(), facts.size(), Failures.sentence(cause)),
                    cause);
        }
    }

    /** Sends all at once, waits for every answer, and tells which facts were not taken. */
    List<Untaken> send(List<? extends Fact> facts) {
        List<Untaken> untaken = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        for (Fact fact : facts) {
            try {
                sent.add(new Sent(fact, connected().send(recordOf(fact))));
            } catch (InterruptException e) {
                throw e;
            } catch (RuntimeException e) {
                untaken.add(new Untaken(fact, e));
            }
        }
        for (Sent one : sent) {
            try {
                one.answer().get();
            } catch (ExecutionException e) {
                untaken.add(new Untaken(one.fact(), e.getCause() == null ? e : e.getCause()));
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
        if (untaken.stream().anyMatch(one -> !one.isForGood())) {
            disconnect(Duration.ZERO);
        }
        return untaken;
    }

    /** Takes the keys' records out of a topic: returns after the broker has acknowledged every tombstone. */
    void retract(Topic<?> topic, Collection<String> keys) {
        sendAll(
                "tombstones",
                keys.stream()
                        .map(key -> new ProducerRecord<String, byte[]>(topic.name(), key, null))
                        .toList());
    }

    /** Records that are no facts, by their keys: returns after the broker has acknowledged all of them. */
    <V> void put(Topic<V> topic, Map<String, V> messages) {
        sendAll(
                "records",
                messages.entrySet().stream()
                        .map(message -> recordOf(topic, message.getKey(), message.getValue()))
                        .toList());
    }

    private void sendAll(String what, List<ProducerRecord<String, byte[]>> records) {
        List<Future<RecordMetadata>> answers = new ArrayList<>();
        try {
            for (ProducerRecord<String, byte[]> each : records) {
                answers.add(connected().send(each));
            }
            for (Future<RecordMetadata> answer : answers) {
                answer.get();
            }
        } catch (InterruptException e) {
            throw e;
        } catch (ExecutionException | KafkaException e) {
            disconnect(Duration.ZERO);
            throw new PublishFailed(what + " were not taken by Kafka: " + Failures.sentence(e), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        disconnect(CLOSE_TIMEOUT);
    }

    private record Sent(Fact fact, Future<RecordMetadata> answer) {}

    private synchronized KafkaProducer<String, byte[]> connected() {
        if (closed) {
            throw new IllegalStateException("this publisher is closed");
        }
        KafkaProducer<String, byte[]> connected = producer;
        if (connected == null) {
            connected = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
            producer = connected;
            meters = ClientMeters.of(connected, registry);
        }
        return connected;
    }

    private void disconnect(Duration timeout) {
        KafkaProducer<String, byte[]> old;
        synchronized (this) {
            old = producer;
            producer = null;
            meters.close();
            meters = () -> {};
        }
        if (old != null) {
            old.close(timeout);
        }
    }

    private static ProducerRecord<String, byte[]> recordOf(Fact fact) {
        return Stream.concat(Topics.facts().stream(), Topics.answers().stream())
                .filter(topic -> topic.type().isInstance(fact))
                .findFirst()
                .map(topic -> recordOfType(topic, fact))
                .orElseThrow();
    }

    private static <V> ProducerRecord<String, byte[]> recordOfType(Topic<V> topic, Fact fact) {
        return recordOf(topic, RecordKey.of(fact), topic.type().cast(fact));
    }

    private static <V> ProducerRecord<String, byte[]> recordOf(Topic<V> topic, String key, V message) {
        var unfilled = new ProducerRecord<String, byte[]>(topic.name(), key, null);
        try (var serializer = topic.serde().serializer()) {
            byte[] json = serializer.serialize(topic.name(), unfilled.headers(), message);
            return new ProducerRecord<>(topic.name(), null, key, json, unfilled.headers());
        }
    }
}
