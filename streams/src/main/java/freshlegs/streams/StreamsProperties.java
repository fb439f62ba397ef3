package freshlegs.streams;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import freshlegs.model.topic.Compaction;
import freshlegs.model.topic.MessageLimits;
import freshlegs.model.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.UsePartitionTimeOnInvalidTimestamp;

/** How Kafka Streams is set: exactly once, quick to recover, poison to the dead letters. */
public final class StreamsProperties {
    public static final String APPLICATION = "freshlegs-streams";

    private static final int SESSION_TIMEOUT_MILLIS = 6_000;
    private static final int HEARTBEAT_MILLIS = 2_000;

    /** Results resemble each other so much that more effort gains little. */
    private static final int ZSTD_FASTEST = 1;

    private static final int BATCH_BYTES = 128 * 1024;

    /** An idle thread sleeps no longer than this before it looks whether it is time to fold or to commit. */
    private static final long LONGEST_SLEEP_MILLIS = 20;

    private StreamsProperties() {}

    /** Whether a topic is one that Kafka Streams makes for the application, such as a store's changelog. */
    public static boolean isInternal(String topic) {
        return topic.startsWith(APPLICATION + "-") && topic.endsWith("-changelog");
    }

    public static StreamsConfig of(StreamsSettings settings) {
        Map<String, Object> all = new HashMap<>();
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        all.put(StreamsConfig.CLIENT_ID_CONFIG, APPLICATION + "-" + settings.instanceId());
        all.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateFolder().toString());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.replication());
        all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        exactlyOnce(all, settings);
        poison(all);
        memory(all);
        clients(all, settings.instanceId());
        return new StreamsConfig(settings.kafka().with(all));
    }

    /** Order between topics means nothing to the season, so no task ever waits for another topic's records. */
    private static void exactlyOnce(Map<String, Object> all, StreamsSettings settings) {
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        all.put(StreamsConfig.POLL_MS_CONFIG, LONGEST_SLEEP_MILLIS);
        all.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        all.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, UsePartitionTimeOnInvalidTimestamp.class);
    }

    private static void poison(Map<String, Object> all) {
        all.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.DEAD_LETTER.name());
        all.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableHandler.class);
        all.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonHandler.class);
    }

    private static void memory(Map<String, Object> all) {
        all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedMemory.class);
    }

    private static void clients(Map<String, Object> all, String instanceId) {
        all.put(consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
        all.put(consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MILLIS);
        all.put(consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MILLIS);
        all.put(consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        all.put(consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), 4 * MessageLimits.MAX_RECORD_BYTES);
        all.put(consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), MessageLimits.MAX_RECORD_BYTES);
        all.put(producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MessageLimits.MAX_RECORD_BYTES);
        all.put(producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        all.put(producerPrefix(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG), ZSTD_FASTEST);
        all.put(producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        all.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                Integer.toString(MessageLimits.MAX_RECORD_BYTES));
        MessageLimits.ANY_TIME.forEach((name, setting) -> all.put(StreamsConfig.topicPrefix(name), setting));
        Compaction.STANDARD.configs().forEach((name, setting) -> all.put(StreamsConfig.topicPrefix(name), setting));
    }
}
