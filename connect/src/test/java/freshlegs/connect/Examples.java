package freshlegs.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.fact.Fact;
import freshlegs.model.json.Json;
import freshlegs.model.result.Episode;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The examples of all topics, which were really written once. */
final class Examples {
    private static final Path FOLDER =
            Path.of(System.getProperty("freshlegs.root"), "model/src/test/resources/freshlegs/example");
    private static final Map<Topic<?>, List<String>> KEYS = Map.of(
            Topics.FILE_OUTCOME, List.of("deliveryId"),
            Topics.TREND, List.of("date"),
            Topics.ACTIVITY, List.of("date", "factId", "revision"),
            Topics.STATUS, List.of("date"),
            Topics.PRESCRIPTION, List.of("date"),
            Topics.REVIEW, List.of("week"));

    private Examples() {}

    static List<Topic<?>> topics() {
        return Topics.all().stream()
                .filter(topic -> !topic.equals(Topics.DEAD_LETTER))
                .toList();
    }

    static ObjectNode of(Topic<?> topic) {
        try {
            return Json.read(Files.readString(FOLDER.resolve(topic.name() + ".json")), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(ObjectNode message) {
        return message.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String key(Topic<?> topic, ObjectNode message) {
        Object value = Json.read(bytes(message), topic.type());
        if (value instanceof Fact fact) {
            return RecordKey.of(fact);
        }
        if (value instanceof Episode episode) {
            return RecordKey.of(episode.athlete(), episode.key());
        }
        StringBuilder key = new StringBuilder(message.path("athlete").asText());
        List<String> named = List.of(topic.key().split("/", -1));
        KEYS.getOrDefault(topic, named.subList(1, named.size()))
                .forEach(field -> key.append('/').append(message.path(field).asText(field)));
        return key.toString();
    }
}
