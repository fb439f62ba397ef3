package freshlegs.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.json.Json;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCompatibilityTest {
    private static final String RUN = """
            {"$defs": {"Lap": {"type": "object", "required": ["seconds"], "properties": {
                 "seconds": {"type": "number"}, "metres": {"type": "number"}}}},
             "type": "object", "required": ["athlete", "date", "mood", "laps", "said"], "properties": {
               "athlete": {"type": "string", "maxLength": 64},
               "date": {"type": "string", "format": "date"},
               "mood": {"type": "string", "enum": ["GOOD", "BAD"]},
               "effort": {"type": "integer", "minimum": 1, "maximum": 10},
               "note": {"type": "string"},
               "laps": {"type": "array", "items": {"$ref": "#/$defs/Lap"}},
               "bests": {"type": "array", "prefixItems": [
                 {"title": "seconds", "type": "integer"}, {"title": "metres", "type": "number"}]},
               "said": {"anyOf": [
                 {"type": "object", "required": ["by"], "properties": {"by": {"const": "coach"}}},
                 {"type": "object", "required": ["by"], "properties": {"by": {"const": "athlete"}}}]}}}
            """;

    static List<Arguments> breaking() {
        return List.of(
                planted("steps is new and must be there", run -> {
                    properties(run).putObject("steps").put("type", "integer");
                    required(run).add("steps");
                }),
                planted("date is gone", run -> {
                    properties(run).remove("date");
                    required(run).remove(1);
                }),
                planted("note is gone: keep it as an Optional", run -> properties(run)
                        .remove("note")),
                planted("laps[].seconds was number and is string", run -> lap(run).withObjectProperty("seconds")
                        .put("type", "string")),
                planted(
                        "date had the format date and has date-time",
                        run -> properties(run).withObjectProperty("date").put("format", "date-time")),
                planted("mood no longer knows BAD", run -> ((ArrayNode) run.at("/properties/mood/enum")).remove(1)),
                planted("note held any text and holds only [x]", run -> properties(run)
                        .withObjectProperty("note")
                        .putArray("enum")
                        .add("x")),
                planted(
                        "effort has a narrower maximum",
                        run -> properties(run).withObjectProperty("effort").put("maximum", 9)),
                planted(
                        "note has a narrower maxLength",
                        run -> properties(run).withObjectProperty("note").put("maxLength", 200)),
                planted("laps[].metres must be there now", run -> ((ArrayNode) run.at("/$defs/Lap/required"))
                        .add("metres")),
                planted("laps[].seconds may be absent now", run -> ((ArrayNode) run.at("/$defs/Lap/required"))
                        .remove(0)),
                planted("said(athlete) is gone as a variant", run -> ((ArrayNode) run.at("/properties/said/anyOf"))
                        .remove(1)),
                planted(
                        "bests[0] was seconds and is minutes",
                        run -> ((ObjectNode) run.at("/properties/bests/prefixItems/0")).put("title", "minutes")),
                planted(
                        "athlete must match another pattern",
                        run -> properties(run).withObjectProperty("athlete").put("pattern", "[a-z]+")));
    }

    static List<Arguments> harmless() {
        return List.of(
                planted(
                        "a new field that may be absent",
                        run -> properties(run).putObject("shoes").put("type", "string")),
                planted("a new word", run -> ((ArrayNode) run.at("/properties/mood/enum")).add("MIXED")),
                planted(
                        "a wider range",
                        run -> properties(run).withObjectProperty("effort").put("maximum", 20)),
                planted(
                        "a description",
                        run -> properties(run).withObjectProperty("note").put("description", "whatever was said")),
                planted("a new variant in front", run -> ((ArrayNode) run.at("/properties/said/anyOf"))
                        .insertObject(0)
                        .put("type", "object")
                        .putObject("properties")
                        .putObject("by")
                        .put("const", "doctor")),
                planted("a definition by another name", run -> {
                    ObjectNode all = run.withObjectProperty("$defs");
                    all.set("Round", all.remove("Lap"));
                    ((ObjectNode) run.at("/properties/laps/items")).put("$ref", "#/$defs/Round");
                }));
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void a_change_that_a_reader_cannot_bear_is_named_with_topic_field_and_what_mends_it(
            String said, Consumer<ObjectNode> change) {
        assertThat(after(change))
                .singleElement()
                .asString()
                .startsWith("activity.run.v1: " + said)
                .endsWith("or make a topic with the next version");
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void what_every_reader_can_bear_is_allowed(String what, Consumer<ObjectNode> change) {
        assertThat(after(change)).as(what).isEmpty();
    }

    @Test
    void nothing_is_said_of_what_stays() {
        assertThat(after(run -> {})).isEmpty();
    }

    private static List<String> after(Consumer<ObjectNode> change) {
        ObjectNode now = Json.read(RUN, ObjectNode.class);
        change.accept(now);
        return SchemaCompatibility.broken("activity.run.v1", Json.read(RUN, JsonNode.class), now);
    }

    private static Arguments planted(String said, Consumer<ObjectNode> change) {
        return Arguments.of(said, change);
    }

    private static ObjectNode properties(ObjectNode run) {
        return run.withObjectProperty("properties");
    }

    private static ArrayNode required(ObjectNode run) {
        return run.withArrayProperty("required");
    }

    private static ObjectNode lap(ObjectNode run) {
        return (ObjectNode) run.at("/$defs/Lap/properties");
    }
}
