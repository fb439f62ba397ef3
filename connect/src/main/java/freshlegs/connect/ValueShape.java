package freshlegs.connect;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.topic.Topic;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;

/** A topic's values as structs; what they {@code need} is asked for even where the schema calls it optional. */
record ValueShape(String topic, Schema schema, Set<String> need) {

    static ValueShape of(Topic<?> topic, boolean nestedAsJson, boolean withRequired) {
        JsonNode document = topic.jsonSchema()
                .orElseThrow(() -> new DataException(topic.name() + ": this jar has no schema of its values"));
        Shapes shapes = new Shapes(document, nestedAsJson, withRequired);
        return new ValueShape(topic.name(), shapes.of("freshlegs." + topic.name()), shapes.required());
    }

    SchemaAndValue read(JsonNode json) {
        for (String field : need) {
            if (json.isObject() && !json.hasNonNull(field)) {
                throw new DataException(topic + ": " + field + " is missing");
            }
        }
        return new SchemaAndValue(schema, new Reading(topic).of(schema, json, ""));
    }
}
