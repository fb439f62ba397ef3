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
 * One topic's contract. {@code key} is the shape of its keys, {@code owner} the module that writes it; the broker keeps
 * the latest of each key, and nothing ever expires by age.
 */
public record Topic<V>(String name, String key, Class<V> type, String schema, String owner, String holds) {

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
        Map<String, String> configs = new TreeMap<>(Compaction.STANDARD.configs());
        configs.putAll(MessageLimits.ANY_TIME);
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        configs.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        configs.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "producer");
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MessageLimits.MAX_RECORD_BYTES));
        return configs;
    }
}
