package freshlegs.model.topic;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** How large a record may be, and what it may be stamped with, in one place for producers, topics, brokers and consumers. */
public final class MessageLimits {
    /** A 24-hour recording with all columns is about 2 MB before compression; 100,000 samples stay below this. */
    public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

    /**
     * Kafka itself refuses what is stamped more than an hour ahead of a broker's clock. What a clock had stamped before it was set right
     * would then stop everything that comes of it.
     */
    public static final Map<String, String> ANY_TIME =
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));

    private MessageLimits() {}
}
