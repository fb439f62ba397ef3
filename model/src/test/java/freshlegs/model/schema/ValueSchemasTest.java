package freshlegs.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import freshlegs.model.json.Json;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueSchemasTest {
    static List<Topic<?>> topics() {
        return Kept.topics();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void the_schema_in_the_jar_is_that_of_the_code(Topic<?> topic) {
        Kept.holds(Kept.of(Kept.SCHEMAS, topic), Kept.pretty(ValueSchemas.of(topic)));

        assertThat(topic.jsonSchema()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void the_example_of_each_topic_is_read_and_validates(Topic<?> topic) {
        String example = Kept.text(Kept.of(Kept.EXAMPLES, topic));

        assertThat(errors(ValueSchemas.of(topic), example)).isEmpty();
        assertThat(Json.read(example, topic.type())).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void what_the_last_release_wrote_is_still_read_and_what_is_written_now_it_would_read(Topic<?> topic) {
        Path released = Kept.of(Kept.RELEASED, topic);
        if (!Files.exists(released)) {
            return; // newer than the last release
        }

        assertThat(SchemaCompatibility.broken(topic.name(), Kept.json(released), ValueSchemas.of(topic)))
                .isEmpty();
        assertThat(errors(Kept.json(released), Kept.text(Kept.of(Kept.EXAMPLES, topic))))
                .isEmpty();
        String old = Kept.text(Kept.of(Kept.RELEASED.resolve("example"), topic));
        assertThat(errors(ValueSchemas.of(topic), old)).isEmpty();
        assertThat(Json.read(old, topic.type())).isNotNull();
    }

    @Test
    void no_schema_is_left_of_a_topic_that_is_gone() throws IOException {
        for (Path folder : List.of(Kept.SCHEMAS, Kept.EXAMPLES, Kept.RELEASED)) {
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                        .as("a topic is for ever: a value of another shape gets a new one, with the next version")
                        .isSubsetOf(Kept.topics().stream()
                                .map(topic -> topic.name() + ".json")
                                .toList());
            }
        }
    }

    @Test
    void what_could_not_be_processed_has_no_schema() {
        assertThat(Topics.DEAD_LETTER.jsonSchema()).isEmpty();
    }

    private static List<String> errors(JsonNode schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(Json.read(json, JsonNode.class))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }
}
