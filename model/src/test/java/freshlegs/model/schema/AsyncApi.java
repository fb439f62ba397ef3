package freshlegs.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.fact.Fact;
import freshlegs.model.json.Json;
import freshlegs.model.topic.EventHeaders;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The catalogue as an AsyncAPI 3 document, which lies in {@code docs} and refers to the schemas by their place from there. */
final class AsyncApi {
    private static final String BINDING = "0.5.0";
    private static final String JSON_SCHEMA = "application/schema+json;version=2020-12";

    private final ObjectNode document = Json.MAPPER.createObjectNode();
    private final ObjectNode channels;
    private final ObjectNode operations;
    private final ObjectNode messages;

    private AsyncApi() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Freshlegs")
                .put("version", "1")
                .put(
                        "description",
                        "Facts of athletes and what follows from them, as Kafka topics. Keys and values are text; an athlete's"
                                + " records lie in the partition of the same number in every topic. See topics.md.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.put("defaultContentType", "application/json");
        document.putObject("servers")
                .putObject("kafka")
                .put("host", "localhost:9092")
                .put("protocol", "kafka")
                .put("description", "A Kafka of your own; that of freshlegs run writes its address into its folder.");
        channels = document.putObject("channels");
        operations = document.putObject("operations");
        messages = document.putObject("components").putObject("messages");
    }

    static ObjectNode document() {
        AsyncApi api = new AsyncApi();
        Topics.all().forEach(api::add);
        return api.document;
    }

    private void add(Topic<?> topic) {
        channel(topic);
        message(topic);
        operation(topic, topic.owner(), "send");
        if (Topics.facts().contains(topic) || Topics.requests().contains(topic)) {
            operation(topic, "streams", "receive");
        }
        if (Topics.queue().contains(topic)) {
            operation(topic, "ingest", "receive");
        }
    }

    private void channel(Topic<?> topic) {
        ObjectNode channel = channels.putObject(topic.name());
        channel.put("address", topic.name()).put("description", topic.holds());
        channel.putObject("messages").putObject(topic.name()).put("$ref", "#/components/messages/" + topic.name());
        ObjectNode binding = channel.putObject("bindings").putObject("kafka");
        binding.put("topic", topic.name()).put("partitions", Topic.PARTITIONS);
        ObjectNode settings = binding.putObject("topicConfiguration");
        new TreeMap<>(topic.configs()).forEach((name, setting) -> {
            switch (name) {
                case "cleanup.policy" -> settings.putArray(name).add(setting);
                case "retention.ms",
                        "max.message.bytes",
                        "delete.retention.ms",
                        "max.compaction.lag.ms",
                        "message.timestamp.after.max.ms",
                        "segment.ms" -> settings.put(name, Long.parseLong(setting));
                default -> settings.put(name, setting);
            }
        });
        binding.put("bindingVersion", BINDING);
    }

    private void message(Topic<?> topic) {
        ObjectNode message = messages.putObject(topic.name());
        message.put("name", topic.eventType()).put("title", topic.holds());
        if (topic.equals(Topics.DEAD_LETTER)) {
            message.put("summary", "A record as it was, with where it came from and why it failed in headers.");
            return;
        }
        message.put("contentType", "application/json");
        message.set("headers", headers(topic));
        message.putObject("payload")
                .put("schemaFormat", JSON_SCHEMA)
                .putObject("schema")
                .put("$ref", "../model/src/main/resources/freshlegs/schema/" + topic.name() + ".json");
        ObjectNode binding = message.putObject("bindings").putObject("kafka");
        binding.putObject("key").put("type", "string").put("description", topic.key());
        binding.put("bindingVersion", BINDING);
        message.putArray("examples").addObject().set("payload", Kept.json(Kept.of(Kept.EXAMPLES, topic)));
    }

    private static ObjectNode headers(Topic<?> topic) {
        ObjectNode headers = Json.MAPPER.createObjectNode().put("type", "object");
        ObjectNode known = headers.putObject("properties");
        known.set(EventHeaders.SCHEMA, always(topic.schema()));
        known.set(EventHeaders.SPEC_VERSION, always("1.0"));
        known.putObject(EventHeaders.ID)
                .put("type", "string")
                .put("pattern", "^[0-9a-f]{32}$")
                .put("description", "The beginning of the SHA-256 of the value.");
        known.set(EventHeaders.TYPE, always(topic.eventType()));
        known.set(EventHeaders.SOURCE, always(topic.eventSource()));
        Set<String> required = new TreeSet<>(EventHeaders.ALL);
        if (Fact.class.isAssignableFrom(topic.type())) {
            known.putObject(EventHeaders.TIME)
                    .put("type", "string")
                    .put("format", "date-time")
                    .put("description", "When the fact was taken in.");
        } else {
            required.remove(EventHeaders.TIME);
        }
        known.set(EventHeaders.CONTENT_TYPE, always("application/json"));
        required.forEach(headers.putArray("required")::add);
        return headers;
    }

    private static JsonNode always(String text) {
        return Json.MAPPER.createObjectNode().put("type", "string").put("const", text);
    }

    private void operation(Topic<?> topic, String owner, String action) {
        ObjectNode operation = operations.putObject(owner + "." + action + "." + topic.name());
        operation
                .put("action", action)
                .put("title", owner + (action.equals("send") ? " writes " : " reads ") + topic.name());
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
        operation.putArray("tags").addObject().put("name", owner.toLowerCase(Locale.ROOT));
    }
}
