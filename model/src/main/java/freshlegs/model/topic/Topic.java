package freshlegs.model.topic;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * One topic's contract. {@code key} is the shape of its keys, {@code owner} the module that writes it, {@code cleanup} what the
 * broker may remove; nothing ever expires by age.
 */
public record Topic<V>(
        String name, String key, Class<V> type, String schema, Cleanup cleanup, String owner, String holds) {

    /** What the broker may remove. */
    public enum Cleanup {
        COMPACT,
        KEEP
    }

    /** Fixed for ever: an athlete's partition must never move. */
    public static final int PARTITIONS = 12;

    public JsonSerde<V> serde() {
        return new JsonSerde<>(this);
    }

    /** The JSON Schema 2020-12 of its values, as it lies in this jar; nothing for values of any shape. */
    public Optional<JsonNode> jsonSchema() {
        try (InputStream found = Topic.class.getResourceAsStream("/freshlegs/schema/" + name + ".json")) {
            return found == null ? Optional.empty() : Optional.of(Json.MAPPER.readTree(found));
        } catch (IOException e) {
            throw new UncheckedIOException("the schema of " + name + " is not readable", e);
        }
    }

    /** What a record of it is called as a CloudEvent. */
    public String eventType() {
        return "freshlegs." + name;
    }

    /** Who says it as a CloudEvent. */
    public String eventSource() {
        return "/freshlegs/" + owner;
    }

    public NewTopic toNewTopic(short replication) {
        return new NewTopic(name, PARTITIONS, replication).configs(configs());
    }

    /** The settings with which it is created. */
    public Map<String, String> configs() {
        Map<String, String> configs =
                new TreeMap<>(cleanup == Cleanup.COMPACT ? Compaction.STANDARD.configs() : Map.<String, String>of());
        configs.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                cleanup == Cleanup.COMPACT ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        configs.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        configs.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "producer");
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MessageLimits.MAX_RECORD_BYTES));
        return configs;
    }
}
