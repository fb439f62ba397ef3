package freshlegs.model.topic;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Where Kafka is and how every client of ours speaks to it. {@code extra} are further client properties, such as security
 * settings, which win over ours.
 */
public record KafkaAddress(String bootstrapServers, Map<String, String> extra) {
    private static final int FETCH_BYTES = 4 * MessageLimits.MAX_RECORD_BYTES;

    public KafkaAddress {
        extra = Map.copyOf(extra);
    }

    public static KafkaAddress of(String bootstrapServers) {
        return new KafkaAddress(bootstrapServers, Map.of());
    }

    public Map<String, Object> adminProperties() {
        return with(Map.of());
    }

    /**
     * Idempotent, acknowledged by all, zstd, partitioned by athlete. One request at a time: on a partition that is still being
     * made a second request may be taken while the first one is refused, and then the first is out of order for good.
     */
    public Map<String, Object> producerProperties() {
        return with(Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd",
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.PARTITIONER_CLASS_CONFIG,
                AthletePartitioner.class.getName(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MessageLimits.MAX_RECORD_BYTES));
    }

    /** Committed records only, from the earliest, offsets kept by the caller. */
    public Map<String, Object> consumerProperties() {
        return with(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                FETCH_BYTES,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                MessageLimits.MAX_RECORD_BYTES));
    }

    public Map<String, Object> with(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        all.putAll(extra);
        return all;
    }
}
