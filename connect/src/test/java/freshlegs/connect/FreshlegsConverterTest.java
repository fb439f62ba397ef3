package freshlegs.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.json.Json;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FreshlegsConverterTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("freshlegs.root"), "docs/connect.md");

    static List<Topic<?>> topics() {
        return Examples.topics();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void every_topic_is_read_either_way(Topic<?> topic) {
        ObjectNode message = Examples.of(topic);
        for (String nested : List.of("json", "struct")) {
            SchemaAndValue read = values(Map.of("nested", nested)).toConnectData(topic.name(), Examples.bytes(message));

            ((Struct) read.value()).validate();
            ConnectSchema.validateValue(read.schema(), read.value());
            assertThat(read.schema().name()).isEqualTo("freshlegs." + topic.name());
            message.fieldNames().forEachRemaining(field -> assertThat(((Struct) read.value()).get(field))
                    .isNotNull());
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void a_part_of_a_key_that_is_named_as_a_field_of_the_value_says_the_same(Topic<?> topic) {
        ObjectNode message = Examples.of(topic);
        SchemaAndValue key = keys("parts").toConnectData(topic.name(), text(Examples.key(topic, message)));
        SchemaAndValue read = values(Map.of()).toConnectData(topic.name(), Examples.bytes(message));

        for (Field part : key.schema().fields()) {
            if (read.schema().field(part.name()) != null) {
                assertThat(((Struct) key.value()).get(part))
                        .as(part.name())
                        .isEqualTo(((Struct) read.value()).get(part.name()));
            }
        }
    }

    @Test
    void days_are_dates_moments_timestamps_and_what_lies_within_is_json_for_tables() {
        ObjectNode message = Examples.of(Topics.TREND);
        SchemaAndValue read = values(Map.of()).toConnectData(Topics.TREND.name(), Examples.bytes(message));
        Struct trend = (Struct) read.value();

        assertThat(read.schema().field("date").schema()).isEqualTo(Date.SCHEMA);
        assertThat(((java.util.Date) trend.get("date")).toInstant())
                .isEqualTo(Instant.parse(message.path("date").asText() + "T00:00:00Z"));
        assertThat(Json.read(trend.getString("training"), JsonNode.class)).isEqualTo(message.path("training"));
        assertThat(field(Topics.DELIVERY, "ingestedAt").schema()).isEqualTo(Timestamp.SCHEMA);
        assertThat(field(Topics.DELIVERY, "sizeBytes").schema()).isEqualTo(Schema.INT64_SCHEMA);
        assertThat(field(Topics.DELIVERY, "problem").schema()).isEqualTo(Schema.OPTIONAL_STRING_SCHEMA);
        assertThat(field(Topics.ACTIVITY, "load").schema()).isEqualTo(Schema.FLOAT64_SCHEMA);
    }

    @Test
    void as_structs_nested_numbers_are_numbers() {
        ObjectNode message = Examples.of(Topics.TREND);
        Struct trend = (Struct) values(Map.of("nested", "struct"))
                .toConnectData(Topics.TREND.name(), Examples.bytes(message))
                .value();

        assertThat(trend.getStruct("training").getFloat64("fitness"))
                .isEqualTo(message.at("/training/fitness").doubleValue());
        assertThat(trend.getArray("flags")).hasSameSizeAs(message.path("flags"));
    }

    @Test
    void readings_have_the_fields_of_all_their_kinds() {
        assertThat(field(Topics.READING, "reading").schema()).isEqualTo(Schema.STRING_SCHEMA);
        assertThat(field(Topics.READING, "bpm").schema()).isEqualTo(Schema.OPTIONAL_FLOAT64_SCHEMA);
        assertThat(field(Topics.READING, "asleepHours").schema()).isEqualTo(Schema.OPTIONAL_FLOAT64_SCHEMA);
    }

    @Test
    void a_tombstone_is_nothing() {
        assertThat(values(Map.of()).toConnectData(Topics.TREND.name(), null)).isEqualTo(SchemaAndValue.NULL);
    }

    @Test
    void keys_are_text_unless_their_parts_are_asked_for() {
        byte[] key = text("anna/goal/2026-03-01/0123456789abcdef");

        assertThat(keys("text").toConnectData(Topics.GOAL.name(), key).value())
                .isEqualTo("anna/goal/2026-03-01/0123456789abcdef");
        Struct parts =
                (Struct) keys("parts").toConnectData(Topics.GOAL.name(), key).value();
        assertThat(parts.schema().fields())
                .extracting(Field::name)
                .containsExactly("athlete", "kind", "fact", "revision");
        assertThat(parts.getString("fact")).isEqualTo("2026-03-01");
        assertThat(keys("parts")
                        .toConnectData(Topics.EPISODE.name(), text("anna/fatigue.2026-03-01"))
                        .schema()
                        .fields())
                .extracting(Field::name)
                .containsExactly("athlete", "cause_first_day");
    }

    @Test
    void what_does_not_fit_is_refused_by_topic_field_and_reason_and_not_by_what_it_holds() {
        ObjectNode message = Examples.of(Topics.GOAL);

        refused(
                message.deepCopy().put("distanceMetres", "secret"),
                "athlete.goal.v1: distanceMetres is no whole number");
        refused((ObjectNode) message.deepCopy().without("athlete"), "athlete.goal.v1: athlete is missing");
        refused(message.deepCopy().put("localDate", "secret"), "athlete.goal.v1: localDate is no date");
        assertThatThrownBy(() -> values(Map.of()).toConnectData(Topics.GOAL.name(), text("secret")))
                .isInstanceOf(DataException.class)
                .hasMessage("athlete.goal.v1: the value is not readable as JSON")
                .hasNoCause();
        assertThatThrownBy(() -> keys("parts").toConnectData(Topics.TREND.name(), text("anna/secret")))
                .isInstanceOf(DataException.class)
                .hasMessage("training.trend.v1: the key's date is no date");
        assertThatThrownBy(() -> values(Map.of()).toConnectData("orders", text("{}")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("orders: no topic with a schema");
    }

    @Test
    void fields_of_a_later_release_are_passed_over() {
        byte[] message = Examples.bytes(Examples.of(Topics.GOAL).put("shoes", "red"));

        assertThat(values(Map.of())
                        .toConnectData(Topics.GOAL.name(), message)
                        .schema()
                        .field("shoes"))
                .isNull();
    }

    @Test
    void a_worker_finds_it() {
        assertThat(ServiceLoader.load(Converter.class).stream().map(ServiceLoader.Provider::type))
                .anyMatch(FreshlegsConverter.class::equals);
    }

    @Test
    void the_document_names_every_setting_and_its_default() throws Exception {
        String document = Files.readString(DOCUMENT);

        new FreshlegsConverter().config().configKeys().values().forEach(setting -> assertThat(document)
                .containsPattern("\\| `" + setting.name + "` \\|[^\\n]*\\| `" + setting.defaultValue + "` \\|"));
    }

    private static void refused(ObjectNode message, String sentence) {
        assertThatThrownBy(() -> values(Map.of()).toConnectData(Topics.GOAL.name(), Examples.bytes(message)))
                .isInstanceOf(DataException.class)
                .hasMessage(sentence);
    }

    private static Field field(Topic<?> topic, String name) {
        return values(Map.of())
                .toConnectData(topic.name(), Examples.bytes(Examples.of(topic)))
                .schema()
                .field(name);
    }

    private static FreshlegsConverter values(Map<String, String> settings) {
        return converter(settings, false);
    }

    private static FreshlegsConverter keys(String as) {
        return converter(Map.of("key", as), true);
    }

    private static FreshlegsConverter converter(Map<String, String> settings, boolean isKey) {
        FreshlegsConverter converter = new FreshlegsConverter();
        converter.configure(settings, isKey);
        return converter;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
