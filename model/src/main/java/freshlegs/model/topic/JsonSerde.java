package freshlegs.model.topic;

import freshlegs.model.json.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** One-line JSON with the schema's name and major version in the header {@value #SCHEMA_HEADER}; a tombstone is no bytes. */
public final class JsonSerde<V> implements Serde<V> {
    public static final String SCHEMA_HEADER = "schema";

    private final Class<V> type;
    private final byte[] schema;

    JsonSerde(Class<V> type, String schema) {
        this.type = type;
        this.schema = schema.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Serializer<V> serializer() {
        return new Serializer<>() {
            @Override
            public byte @Nullable [] serialize(String topic, @Nullable V message) {
                return message == null ? null : Json.write(message);
            }

            @Override
            public byte @Nullable [] serialize(String topic, @Nullable Headers headers, @Nullable V message) {
                if (headers != null) {
                    headers.remove(SCHEMA_HEADER).add(SCHEMA_HEADER, schema);
                }
                return serialize(topic, message);
            }
        };
    }

    @Override
    public Deserializer<V> deserializer() {
        return (topic, bytes) -> read(topic, bytes);
    }

    private @Nullable V read(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return Json.read(bytes, type);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new SerializationException("record of " + topic + " is not readable", e);
        }
    }
}
