package freshlegs.warehouse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.json.Json;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One topic's way into its table. {@code key} is the record key that a message must stand under, {@code identity} are the
 * fields that a key stands for, in its order, and {@code extras} adds what a message knows of itself beyond its fields.
 */
record TopicTable<V>(
        Topic<V> topic,
        Table table,
        Function<V, String> key,
        Function<String, List<String>> identity,
        BiConsumer<V, ObjectNode> extras) {

    /** A row to write or delete, or the reason why the record is neither. */
    Arrival arrival(ConsumerRecord<byte[], byte[]> arrived) {
        Place place = new Place(arrived.topic(), arrived.partition(), arrived.offset());
        if (arrived.key() == null) {
            return new Arrival.Unreadable(place, "it has no key");
        }
        try {
            String recordKey = new String(arrived.key(), StandardCharsets.UTF_8);
            String athlete = RecordKey.athleteOf(recordKey).value();
            Optional<ObjectNode> content = Optional.ofNullable(arrived.value()).map(json -> content(recordKey, json));
            return new Arrival.Row(
                    place, athlete, recordKey, content.orElseGet(() -> identified(recordKey)), content.isEmpty());
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return new Arrival.Unreadable(place, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return new Arrival.Unreadable(
                    place, "it is incomplete (" + e.getClass().getSimpleName() + ")");
        }
    }

    private ObjectNode content(String recordKey, byte[] json) {
        V message = Json.read(json, topic.type());
        if (!recordKey.equals(key.apply(message))) {
            throw new IllegalArgumentException("its key and its content disagree");
        }
        ObjectNode row = Json.MAPPER.valueToTree(message);
        extras.accept(message, row);
        return row;
    }

    /** The fields of the table's key for which a record's key stands. */
    ObjectNode identified(String recordKey) {
        List<String> parts = identity.apply(recordKey);
        ObjectNode row = Json.MAPPER.createObjectNode();
        List<Column> keys = table.keyColumns();
        if (parts.size() != keys.size()) {
            throw new IllegalArgumentException("its key is not of the form " + topic.key());
        }
        for (int i = 0; i < keys.size(); i++) {
            row.put(keys.get(i).field(), parts.get(i));
        }
        return row;
    }
}
