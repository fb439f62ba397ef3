package freshlegs.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;

/**
 * Makes Connect's schemas of a JSON Schema of ours: what is not required is optional; a value of several variants has the fields of
 * them all, of which those that only some have are optional.
 */
final class Shapes {
    /** A field that holds JSON as text says so by its schema's name. */
    static final String JSON = "freshlegs.json";

    private final JsonNode document;
    private final boolean nestedAsJson;
    private final boolean withRequired;

    Shapes(JsonNode document, boolean nestedAsJson, boolean withRequired) {
        this.document = document;
        this.nestedAsJson = nestedAsJson;
        this.withRequired = withRequired;
    }

    Schema of(String name) {
        return struct(document, name, false);
    }

    private Schema struct(JsonNode record, String name, boolean optional) {
        SchemaBuilder struct = SchemaBuilder.struct().name(name).version(1);
        List<JsonNode> variants = variants(record);
        Map<String, JsonNode> members = new LinkedHashMap<>();
        variants.forEach(variant -> variant.path("properties")
                .properties()
                .forEach(member -> members.putIfAbsent(member.getKey(), member.getValue())));
        Set<String> required = withRequired ? requiredOfAll(variants) : Set.of();
        members.forEach(
                (member, shape) -> struct.field(member, of(shape, name + "." + member, !required.contains(member))));
        return optional ? struct.optional().build() : struct.build();
    }

    /** The fields that every value has. */
    Set<String> required() {
        return requiredOfAll(variants(document));
    }

    private static Set<String> requiredOfAll(List<JsonNode> variants) {
        Set<String> required = required(variants.get(0));
        variants.forEach(variant -> required.retainAll(required(variant)));
        return required;
    }

    private List<JsonNode> variants(JsonNode record) {
        List<JsonNode> variants = new ArrayList<>();
        record.path("anyOf").forEach(variant -> variants.add(resolved(variant)));
        return variants.isEmpty() ? List.of(record) : variants;
    }

    private static Set<String> required(JsonNode record) {
        Set<String> required = new TreeSet<>();
        record.path("required").forEach(member -> required.add(member.asText()));
        return required;
    }

    private Schema of(JsonNode unresolved, String name, boolean optional) {
        JsonNode shape = resolved(unresolved);
        List<String> types = types(shape);
        boolean mayLack = optional || types.contains("null");
        String type =
                types.stream().filter(each -> !each.equals("null")).findFirst().orElse("string");
        return switch (type) {
            case "integer" -> built(SchemaBuilder.int64(), mayLack);
            case "number" -> built(SchemaBuilder.float64(), mayLack);
            case "boolean" -> built(SchemaBuilder.bool(), mayLack);
            case "string" -> built(text(shape), mayLack);
            default -> nested(shape, type, name, mayLack);
        };
    }

    private static List<String> types(JsonNode shape) {
        if (shape.has("anyOf") || shape.has("properties")) {
            return List.of("object");
        }
        JsonNode type = shape.path("type");
        List<String> types = new ArrayList<>();
        type.forEach(each -> types.add(each.asText()));
        return types.isEmpty() && type.isTextual() ? List.of(type.asText()) : types;
    }

    private static SchemaBuilder text(JsonNode shape) {
        return switch (shape.path("format").asText()) {
            case "date" -> Date.builder();
            case "date-time" -> Timestamp.builder();
            default -> SchemaBuilder.string();
        };
    }

    /** Lists whose places mean different things have no schema in Connect and stay JSON. */
    private Schema nested(JsonNode shape, String type, String name, boolean optional) {
        if (nestedAsJson || shape.has("prefixItems")) {
            return built(SchemaBuilder.string().name(JSON), optional);
        }
        if (type.equals("array")) {
            return built(SchemaBuilder.array(of(shape.path("items"), name, false)), optional);
        }
        if (shape.path("additionalProperties").isObject()) {
            Schema each = of(shape.path("additionalProperties"), name, false);
            return built(SchemaBuilder.map(Schema.STRING_SCHEMA, each), optional);
        }
        return struct(shape, name, optional);
    }

    private static Schema built(SchemaBuilder schema, boolean optional) {
        return optional ? schema.optional().build() : schema.build();
    }

    private JsonNode resolved(JsonNode shape) {
        return Stream.of(shape.path("$ref").asText())
                .filter(place -> place.startsWith("#/"))
                .map(place -> document.at(place.substring(1)))
                .findFirst()
                .orElse(shape);
    }
}
