package freshlegs.streams;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.json.Json;
import freshlegs.model.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was told compared field by field with what should have been: each sentence names topic, athlete, day and field. */
public final class Differences {
    /** Of each topic, so that a plan, which follows from all else, does not crowd out what it follows from. */
    private static final int MOST = 20;

    private Differences() {}

    public static List<String> between(
            Map<Topic<?>, SortedMap<String, String>> told, Map<Topic<?>, SortedMap<String, String>> expected) {
        List<String> found = new ArrayList<>();
        Map<String, Topic<?>> topics = new TreeMap<>();
        told.keySet().forEach(topic -> topics.put(topic.name(), topic));
        expected.keySet().forEach(topic -> topics.put(topic.name(), topic));
        for (Topic<?> topic : topics.values()) {
            List<String> ofTopic = new ArrayList<>();
            compare(
                    topic,
                    told.getOrDefault(topic, new TreeMap<>()),
                    expected.getOrDefault(topic, new TreeMap<>()),
                    ofTopic);
            found.addAll(ofTopic.subList(0, Math.min(MOST, ofTopic.size())));
        }
        return found;
    }

    private static void compare(
            Topic<?> topic, Map<String, String> told, Map<String, String> expected, List<String> found) {
        Set<String> keys = new TreeSet<>(told.keySet());
        keys.addAll(expected.keySet());
        for (String key : keys) {
            @Nullable String is = told.get(key);
            @Nullable String should = expected.get(key);
            String where = topic.name() + " of " + key.replaceFirst("/", " ");
            if (is == null || should == null) {
                found.add(
                        where + (is == null ? ": not told, instead of " + should : ": told, but should not be: " + is));
            } else if (!is.equals(should)) {
                int before = found.size();
                compare(where, Json.read(is, JsonNode.class), Json.read(should, JsonNode.class), found);
                if (found.size() == before) {
                    found.add(where + ": the same in other bytes");
                }
            }
        }
    }

    private static void compare(String where, JsonNode is, JsonNode should, List<String> found) {
        if (is.isObject() && should.isObject()) {
            Set<String> fields = new TreeSet<>();
            is.fieldNames().forEachRemaining(fields::add);
            should.fieldNames().forEachRemaining(fields::add);
            fields.forEach(field -> compare(where + " " + field, is.path(field), should.path(field), found));
        } else if (is.isArray() && should.isArray()) {
            for (int i = 0; i < Math.max(is.size(), should.size()); i++) {
                compare(where + " " + i, is.path(i), should.path(i), found);
            }
        } else if (!is.equals(should)) {
            found.add(where + ": " + text(is) + " instead of " + text(should));
        }
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
