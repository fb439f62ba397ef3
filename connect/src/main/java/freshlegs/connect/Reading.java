package freshlegs.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/** Reads one topic's JSON by Connect's schemas; fields that the schema does not know are passed over. */
record Reading(String topic) {

    @Nullable
    Object of(Schema schema, JsonNode json, String field) {
        if (json.isMissingNode() || json.isNull()) {
            if (schema.isOptional()) {
                return null;
            }
            throw refused(field, "is missing");
        }
        if (Shapes.JSON.equals(schema.name())) {
            return json.toString();
        }
        return switch (schema.type()) {
            case STRUCT -> struct(schema, json, field);
            case ARRAY -> list(schema, json, field);
            case MAP -> map(schema, json, field);
            case BOOLEAN -> checked(json.isBoolean(), field, "is neither true nor false", json::booleanValue);
            case FLOAT64 -> checked(json.isNumber(), field, "is no number", json::doubleValue);
            case INT64 ->
                Timestamp.LOGICAL_NAME.equals(schema.name())
                        ? moment(json, field)
                        : checked(
                                json.isIntegralNumber() && json.canConvertToLong(),
                                field,
                                "is no whole number",
                                json::longValue);
            case INT32 -> day(json, field);
            default -> text(schema, json, field);
        };
    }

    private Struct struct(Schema schema, JsonNode json, String path) {
        if (!json.isObject()) {
            throw refused(path, "is no object");
        }
        Struct struct = new Struct(schema);
        for (Field field : schema.fields()) {
            String place = path.isEmpty() ? field.name() : path + "." + field.name();
            struct.put(field, of(field.schema(), json.path(field.name()), place));
        }
        return struct;
    }

    private List<@Nullable Object> list(Schema schema, JsonNode json, String field) {
        if (!json.isArray()) {
            throw refused(field, "is no list");
        }
        List<@Nullable Object> list = new ArrayList<>();
        json.forEach(each -> list.add(of(schema.valueSchema(), each, field)));
        return list;
    }

    private Map<String, @Nullable Object> map(Schema schema, JsonNode json, String field) {
        if (!json.isObject()) {
            throw refused(field, "is no object");
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        json.properties().forEach(entry -> map.put(entry.getKey(), of(schema.valueSchema(), entry.getValue(), field)));
        return map;
    }

    private String text(Schema schema, JsonNode json, String field) {
        return checked(schema.type() == Schema.Type.STRING && json.isTextual(), field, "is no text", json::textValue);
    }

    /** To the millisecond, as Connect has it. */
    private Date moment(JsonNode json, String field) {
        return time(json, field, "is no time", text -> Date.from(Instant.parse(text)));
    }

    private Date day(JsonNode json, String field) {
        return time(
                json,
                field,
                "is no date",
                text -> Date.from(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    private Date time(JsonNode json, String field, String otherwise, Function<String, Date> parse) {
        try {
            return parse.apply(json.textValue() == null ? "" : json.textValue());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw refused(field, otherwise);
        }
    }

    private <T> T checked(boolean fits, String field, String otherwise, Supplier<T> value) {
        if (!fits) {
            throw refused(field, otherwise);
        }
        return value.get();
    }

    private DataException refused(String field, String reason) {
        return new DataException(topic + ": " + (field.isEmpty() ? "the value" : field) + " " + reason);
    }
}
