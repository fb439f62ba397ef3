package freshlegs.connect;

import freshlegs.model.topic.Topic;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/** The parts of a topic's keys as fields of a struct, named as the catalogue names them; days are dates. */
record KeyShape(String topic, Schema schema) {
    private static final Set<String> DAYS = Set.of("date", "week");

    static KeyShape of(Topic<?> topic) {
        SchemaBuilder key = SchemaBuilder.struct().name("freshlegs." + topic.name() + ".key");
        for (String part : topic.key().split("/", -1)) {
            key.field(part.replaceAll("[^a-z]", "_"), DAYS.contains(part) ? Date.SCHEMA : Schema.STRING_SCHEMA);
        }
        return new KeyShape(topic.name(), key.build());
    }

    SchemaAndValue read(String text) {
        List<String> parts = List.of(text.split("/", -1));
        if (parts.size() != schema.fields().size()) {
            throw new DataException(topic + ": the key has " + parts.size() + " parts and not "
                    + schema.fields().size());
        }
        Struct key = new Struct(schema);
        for (Field field : schema.fields()) {
            key.put(field, part(field, parts.get(field.index())));
        }
        return new SchemaAndValue(schema, key);
    }

    private Object part(Field field, String text) {
        if (!field.schema().equals(Date.SCHEMA)) {
            return text;
        }
        try {
            return java.util.Date.from(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            throw new DataException(topic + ": the key's " + field.name() + " is no date");
        }
    }
}
