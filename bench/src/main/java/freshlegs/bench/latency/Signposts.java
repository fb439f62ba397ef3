package freshlegs.bench.latency;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.json.Json;
import freshlegs.model.result.TrendDay;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Looks at the topics on a file's way, once as they are written and once as they are committed, and notes when its records appear. What
 * they say themselves counts too: a recording when it was read from its file, a trend when the turn began in which it was folded.
 */
final class Signposts implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final Set<Stage> PASSED = EnumSet.range(Stage.DECODE, Stage.SEASON_COMMIT);
    private static final int DATE_DIGITS = 8;

    private final Map<String, Map<Stage, Instant>> seen = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Thread> threads;

    private Signposts(KafkaAddress kafka) {
        KafkaConsumer<String, byte[]> written =
                consumer(kafka, "read_uncommitted", Topics.RECORDING, Topics.SESSION, Topics.TREND);
        KafkaConsumer<String, byte[]> committed = consumer(kafka, "read_committed", Topics.SESSION, Topics.TREND);
        threads = List.of(
                new Thread(() -> read(written, this::noteWritten), "signposts-written"),
                new Thread(() -> read(committed, this::noteCommitted), "signposts-committed"));
    }

    /** From now on. */
    static Signposts watch(KafkaAddress kafka) {
        Signposts signposts = new Signposts(kafka);
        signposts.threads.forEach(Thread::start);
        return signposts;
    }

    /** When each stage ended of what an athlete ran on a day, named {@code athlete/date}, once all have been passed. */
    Map<Stage, Instant> of(String day) {
        long end = System.nanoTime() + MOST.toNanos();
        while (!seen.getOrDefault(day, Map.of()).keySet().containsAll(PASSED)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only " + seen.get(day) + " was seen of " + day);
            }
            LockSupport.parkNanos(LOOK.toNanos() / 10);
        }
        return seen.getOrDefault(day, Map.of());
    }

    /** What is done with a record that has just appeared. */
    private interface Noting {
        void note(ConsumerRecord<String, byte[]> message, Instant now);
    }

    private void read(KafkaConsumer<String, byte[]> consumer, Noting noting) {
        try (consumer) {
            while (closing.getCount() > 0) {
                var messages = consumer.poll(LOOK);
                Instant now = Instant.now();
                messages.forEach(message -> noting.note(message, now));
            }
        }
    }

    private void noteWritten(ConsumerRecord<String, byte[]> message, Instant now) {
        if (message.topic().equals(Topics.RECORDING.name())) {
            note(dayOfFact(message.key()), Stage.DECODE, Instant.ofEpochMilli(message.timestamp()));
            note(dayOfFact(message.key()), Stage.PRODUCE, now);
        } else if (message.topic().equals(Topics.SESSION.name())) {
            note(dayOfFact(message.key()), Stage.SESSION, now);
        } else if (isOfARun(message)) {
            note(message.key(), Stage.TURN, Instant.ofEpochMilli(message.timestamp()));
            note(message.key(), Stage.SEASON, now);
        }
    }

    private void noteCommitted(ConsumerRecord<String, byte[]> message, Instant now) {
        if (message.topic().equals(Topics.SESSION.name())) {
            note(dayOfFact(message.key()), Stage.SESSION_COMMIT, now);
        } else if (isOfARun(message)) {
            note(message.key(), Stage.SEASON_COMMIT, now);
        }
    }

    /** The first time counts. */
    private void note(String day, Stage stage, Instant when) {
        seen.computeIfAbsent(day, any -> Collections.synchronizedMap(new EnumMap<>(Stage.class)))
                .putIfAbsent(stage, when);
    }

    /** Days without a run are told as well, as long as nobody has heard of one. */
    private static boolean isOfARun(ConsumerRecord<String, byte[]> message) {
        return Optional.<byte[]>ofNullable(message.value())
                .map(json -> Json.read(json, JsonNode.class).path("kind").asText())
                .filter(TrendDay.Kind.TRAINED.name()::equals)
                .isPresent();
    }

    /** Facts of runs are named by the time at which they began, as in {@code 20251104T061500Z-running}. */
    private static String dayOfFact(String key) {
        String digits = RecordKey.rest(key).get(1).substring(0, DATE_DIGITS);
        return RecordKey.of(RecordKey.athleteOf(key), LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
    }

    private static KafkaConsumer<String, byte[]> consumer(KafkaAddress kafka, String isolation, Topic<?>... topics) {
        Map<String, Object> properties = kafka.consumerProperties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(topics)
                .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
