package freshlegs.connect;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.json.Json;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Reads our topics for sinks: values become structs by the JSON Schema that this jar has of their topic, keys become text or a
 * struct of their parts. What does not fit is refused with topic, field and reason, and never with what it holds.
 */
public final class FreshlegsConverter implements Converter {
    static final String NESTED = "nested";
    static final String KEY = "key";
    static final String REQUIRED = "required";

    private static final ConfigDef CONFIG = new ConfigDef()
            .define(
                    NESTED,
                    ConfigDef.Type.STRING,
                    "json",
                    ValidString.in("json", "struct"),
                    Importance.HIGH,
                    "What lies within a value: json (text, which tables can hold) or struct (structs, lists and maps).")
            .define(
                    REQUIRED,
                    ConfigDef.Type.BOOLEAN,
                    true,
                    Importance.MEDIUM,
                    "Whether fields that are always there are required; no makes all optional, for sinks that widen tables.")
            .define(
                    KEY,
                    ConfigDef.Type.STRING,
                    "text",
                    ValidString.in("text", "parts"),
                    Importance.HIGH,
                    "What a key becomes: text, or parts (a struct, whose fields can be the columns of a primary key).");

    private final Map<String, ValueShape> values = new ConcurrentHashMap<>();
    private final Map<String, KeyShape> keys = new ConcurrentHashMap<>();
    private boolean isKey;
    private boolean inParts;
    private boolean nestedAsJson = true;
    private boolean withRequired = true;

    @Override
    public ConfigDef config() {
        return CONFIG;
    }

    @Override
    public String version() {
        String version = FreshlegsConverter.class.getPackage().getImplementationVersion();
        return version == null ? "unreleased" : version;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean key) {
        Map<String, Object> settings = CONFIG.parse(configs);
        isKey = key;
        inParts = "parts".equals(settings.get(KEY));
        nestedAsJson = "json".equals(settings.get(NESTED));
        withRequired = Boolean.TRUE.equals(settings.get(REQUIRED));
    }

    @Override
    public SchemaAndValue toConnectData(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return SchemaAndValue.NULL;
        }
        return isKey ? key(topic, new String(bytes, StandardCharsets.UTF_8)) : value(topic, bytes);
    }

    @Override
    public byte[] fromConnectData(String topic, Schema schema, Object value) {
        throw new DataException(topic + ": this converter is for sinks; nobody but Freshlegs writes its topics");
    }

    private SchemaAndValue key(String topic, String text) {
        return inParts
                ? keys.computeIfAbsent(topic, name -> KeyShape.of(named(name))).read(text)
                : new SchemaAndValue(Schema.STRING_SCHEMA, text);
    }

    private SchemaAndValue value(String topic, byte[] bytes) {
        return values.computeIfAbsent(topic, name -> ValueShape.of(named(name), nestedAsJson, withRequired))
                .read(json(topic, bytes));
    }

    private static JsonNode json(String topic, byte[] bytes) {
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new DataException(topic + ": the value is not readable as JSON");
        }
    }

    private static Topic<?> named(String name) {
        return Topics.all().stream()
                .filter(topic -> topic.name().equals(name) && !topic.equals(Topics.DEAD_LETTER))
                .findFirst()
                .orElseThrow(() -> new DataException(
                        name + ": no topic with a schema; leave it out of topics, or give it a converter of its own"));
    }
}
