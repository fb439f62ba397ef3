package freshlegs.model.topic;

import freshlegs.model.json.Json;
import java.io.UncheckedIOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** One-line JSON, with the headers that say what it is; a tombstone is no bytes. */
public final class JsonSerde<V> implements Serde<V> {
    private final Class<V> type;
    private final EventHeaders event;

    JsonSerde(Topic<V> topic) {
        this.type = topic.type();
        this.event = new EventHeaders(topic);
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
                byte[] json = serialize(topic, message);
                if (headers != null) {
                    event.replaceIn(headers, message, json);
                }
                return json;
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
