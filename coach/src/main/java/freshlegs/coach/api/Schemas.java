package freshlegs.coach.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import freshlegs.model.plan.Adjustment;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** JSON schemas of records as our mapper writes them: what may be absent is not required, and nothing else is allowed. */
final class Schemas {
    private static final String PLACE = "components/schemas";
    private static final Map<Class<?>, List<String>> PLAIN = Map.of(
            AthleteId.class, List.of("string"),
            LocalDate.class, List.of("string", "date"),
            Instant.class, List.of("string", "date-time"),
            OptionalDouble.class, List.of("number"),
            OptionalInt.class, List.of("integer"));

    private final Map<String, Class<?>> named = new HashMap<>();
    private final SchemaBuilder builder = new SchemaGenerator(config()).buildMultipleSchemaDefinitions();

    JsonNode reference(Class<?> type) {
        return builder.createSchemaReference(type);
    }

    ObjectNode definitions() {
        ObjectNode definitions = builder.collectDefinitions(PLACE);
        named.forEach((name, type) -> {
            if (definitions.path(name).path("properties") instanceof ObjectNode members) {
                addWorkedOut(type, members);
            }
        });
        definitions.findParents("items").forEach(Schemas::mayLackNumbers);
        return definitions;
    }

    /** In a column of numbers a missing one is null. */
    private static void mayLackNumbers(JsonNode list) {
        if (list.path("items") instanceof ObjectNode item
                && item.path("type").asText().equals("number")) {
            item.putArray("type").add("number").add("null");
        }
    }

    /** What records work out of the rest of them. */
    private static void addWorkedOut(Class<?> type, ObjectNode members) {
        for (Method method : type.getDeclaredMethods()) {
            Optional<List<String>> words = Optional.ofNullable(PLAIN.get(method.getReturnType()));
            if (method.isAnnotationPresent(JsonProperty.class) && words.isPresent()) {
                members.set(method.getName(), plain(words.get()));
            }
        }
    }

    private SchemaGeneratorConfig config() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                        Option.FLATTENED_OPTIONALS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields().withRequiredCheck(Schemas::isRequired);
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> Optional.ofNullable(
                        PLAIN.get(type.getErasedType()))
                .map(words -> new CustomDefinition(
                        plain(words), CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.NO))
                .orElse(null));
        config.forTypesInGeneral()
                .withDefinitionNamingStrategy(
                        (key, context) -> named(key.getType().getErasedType()));
        return config.build();
    }

    private static ObjectNode plain(List<String> words) {
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", words.get(0));
        if (words.size() > 1) {
            schema.put("format", words.get(1));
        }
        return schema;
    }

    private static boolean isRequired(FieldScope field) {
        Class<?> type = field.getDeclaredType().getErasedType();
        boolean mayBeAbsent = type == Optional.class || type == OptionalDouble.class || type == OptionalInt.class;
        boolean fromOlderMessages = field.getDeclaringType().getErasedType() == Adjustment.class
                && field.getName().equals("instead");
        return !mayBeAbsent && !fromOlderMessages;
    }

    private String named(Class<?> type) {
        String name = nameOf(type);
        named.put(name, type);
        return name;
    }

    /** Within another type with its name before, except for those that only programs know. */
    private static String nameOf(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null || around == Given.class ? type.getSimpleName() : nameOf(around) + type.getSimpleName();
    }
}
