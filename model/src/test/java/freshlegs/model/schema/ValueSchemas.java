package freshlegs.model.schema;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.PropertySortUtils;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Samples;
import freshlegs.model.json.Json;
import freshlegs.model.json.Since;
import freshlegs.model.topic.Topic;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of each topic's values, as our mapper writes them: what may be absent is not required, and fields that it does
 * not know are allowed, since a later release may write them.
 */
final class ValueSchemas {
    private static final String NULLABLE = "-nullable";
    private static final String ID = "urn:freshlegs:schema:";
    private static final Map<Class<?>, List<String>> PLAIN = Map.of(
            AthleteId.class, List.of("string"),
            LocalDate.class, List.of("string", "date"),
            Instant.class, List.of("string", "date-time"),
            ZoneId.class, List.of("string"),
            OptionalDouble.class, List.of("number"),
            OptionalInt.class, List.of("integer"));

    private final Map<String, Class<?>> named = new HashMap<>();

    private ValueSchemas() {}

    static ObjectNode of(Topic<?> topic) {
        return new ValueSchemas().generate(topic);
    }

    private ObjectNode generate(Topic<?> topic) {
        ObjectNode generated = new SchemaGenerator(config()).generateSchema(topic.type());
        if (generated.path("$defs") instanceof ObjectNode definitions) {
            definitions.properties().removeIf(definition -> definition.getKey().endsWith(NULLABLE));
            named.forEach((name, type) -> addBesides(type, definitions.path(name)));
        }
        addBesides(topic.type(), generated);
        generated.findValues("properties").forEach(members -> members.forEach(ValueSchemas::leaveOutNothing));
        ObjectNode schema = Json.MAPPER.createObjectNode();
        schema.set("$schema", generated.get("$schema"));
        schema.put("$id", ID + topic.name()).put("title", topic.type().getSimpleName());
        schema.setAll(generated);
        return schema;
    }

    private SchemaGeneratorConfig config() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                        JacksonOption.SKIP_SUBTYPE_LOOKUP,
                        JacksonOption.IGNORE_TYPE_INFO_TRANSFORM))
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.FLATTENED_OPTIONALS);
        config.forFields().withRequiredCheck(ValueSchemas::isRequired);
        config.forTypesInGeneral()
                .withPropertySorter(PropertySortUtils.SORT_PROPERTIES_FIELDS_BEFORE_METHODS)
                .withDescriptionResolver(
                        scope -> JavadocText.of(scope.getType().getErasedType()).orElse(null))
                .withDefinitionNamingStrategy(
                        (key, context) -> named(key.getType().getErasedType()))
                .withCustomDefinitionProvider((type, context) -> customised(type.getErasedType(), context));
        return config.build();
    }

    private static @Nullable CustomDefinition customised(Class<?> type, SchemaGenerationContext context) {
        if (PLAIN.containsKey(type)) {
            return new CustomDefinition(
                    plain(PLAIN.getOrDefault(type, List.of())),
                    CustomDefinition.DefinitionType.INLINE,
                    CustomDefinition.AttributeInclusion.NO);
        }
        if (type == Column.class) {
            return new CustomDefinition(column());
        }
        if (type.isAnnotationPresent(JsonSubTypes.class)) {
            ObjectNode any = Json.MAPPER.createObjectNode();
            ArrayNode variants = any.putArray("anyOf");
            for (JsonSubTypes.Type variant :
                    type.getAnnotation(JsonSubTypes.class).value()) {
                variants.add(reference(context, variant.value()));
            }
            return new CustomDefinition(any);
        }
        JsonFormat format = type.getAnnotation(JsonFormat.class);
        return format != null && format.shape() == JsonFormat.Shape.ARRAY ? row(type, context) : null;
    }

    /** A record that is written as a list of its components, in which what is absent is null. */
    private static CustomDefinition row(Class<?> type, SchemaGenerationContext context) {
        ObjectNode row = Json.MAPPER.createObjectNode().put("type", "array");
        ArrayNode items = row.putArray("prefixItems");
        for (RecordComponent component : type.getRecordComponents()) {
            items.add(cell(component, context).put("title", component.getName()));
        }
        row.put("minItems", items.size());
        return new CustomDefinition(row);
    }

    private static ObjectNode cell(RecordComponent component, SchemaGenerationContext context) {
        if (!PLAIN.containsKey(component.getType())) {
            return reference(context, component.getGenericType());
        }
        ObjectNode cell = plain(PLAIN.getOrDefault(component.getType(), List.of()));
        if (isOptional(component.getType())) {
            cell.putArray("type")
                    .add(PLAIN.getOrDefault(component.getType(), List.of()).get(0))
                    .add("null");
        }
        return cell;
    }

    private static ObjectNode reference(SchemaGenerationContext context, Type type) {
        return context.createDefinitionReference(context.getTypeContext().resolve(type));
    }

    private static ObjectNode column() {
        ObjectNode column = Json.MAPPER.createObjectNode().put("type", "object");
        ObjectNode members = column.putObject("properties");
        members.putObject("size").put("type", "integer").put("minimum", 0).put("maximum", Samples.MAX_SIZE);
        for (String list : List.of("gaps", "deltas")) {
            members.putObject(list).put("type", "array").putObject("items").put("type", "integer");
        }
        column.putArray("required").add("size").add("gaps").add("deltas");
        return column;
    }

    /** What is absent is left out, never null. */
    private static void leaveOutNothing(JsonNode member) {
        if (member.path("type").isArray()) {
            ((ObjectNode) member).put("type", member.path("type").get(0).asText());
        } else if (member.path("$ref").asText().endsWith(NULLABLE)) {
            ((ObjectNode) member).put("$ref", member.path("$ref").asText().replace(NULLABLE, ""));
        }
    }

    /** The word by which a variant is told, and what records work out of the rest of them. */
    private static void addBesides(Class<?> type, JsonNode schema) {
        if (!(schema.path("properties") instanceof ObjectNode members)) {
            return;
        }
        for (Method method : type.getDeclaredMethods()) {
            if (type.isRecord()
                    && method.isAnnotationPresent(JsonProperty.class)
                    && PLAIN.containsKey(method.getReturnType())) {
                members.set(method.getName(), plain(PLAIN.getOrDefault(method.getReturnType(), List.of())));
            }
        }
        for (Class<?> family : type.getInterfaces()) {
            JsonTypeInfo word = family.getAnnotation(JsonTypeInfo.class);
            if (word != null) {
                members.putObject(word.property()).put("const", wordOf(type, family));
                ((ArrayNode) schema.withArray("required")).add(word.property());
            }
        }
    }

    private static String wordOf(Class<?> type, Class<?> family) {
        for (JsonSubTypes.Type variant :
                family.getAnnotation(JsonSubTypes.class).value()) {
            if (variant.value() == type) {
                return variant.name();
            }
        }
        throw new IllegalArgumentException("no word for " + type);
    }

    private static ObjectNode plain(List<String> words) {
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", words.get(0));
        if (words.size() > 1) {
            schema.put("format", words.get(1));
        }
        return schema;
    }

    private static boolean isRequired(FieldScope field) {
        return !isOptional(field.getDeclaredType().getErasedType())
                && field.getAnnotation(JsonDeserialize.class) == null
                && field.getAnnotation(Since.class) == null;
    }

    private static boolean isOptional(Class<?> type) {
        return type == Optional.class || type == OptionalDouble.class || type == OptionalInt.class;
    }

    private String named(Class<?> type) {
        String name = nameOf(type);
        named.put(name, type);
        return name;
    }

    /** Within another type with its name before. */
    private static String nameOf(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : nameOf(around) + type.getSimpleName();
    }
}
