package freshlegs.app.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import freshlegs.app.rebuild.Difference.Kind;
import freshlegs.model.json.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Two tellings of the same, held against each other: what differs, and of each topic or table how much is the same. */
public record Compared(List<Difference> differences, SortedMap<String, Integer> same) {

    static Compared nothing() {
        return new Compared(new ArrayList<>(), new TreeMap<>());
    }

    /** Records by topic and key, byte by byte. */
    static Compared of(
            String athlete, Map<String, SortedMap<String, byte[]>> there, Map<String, SortedMap<String, byte[]>> anew) {
        Compared compared = nothing();
        Set<String> topics = new TreeSet<>(there.keySet());
        topics.addAll(anew.keySet());
        for (String topic : topics) {
            SortedMap<String, byte[]> stands = there.getOrDefault(topic, new TreeMap<>());
            SortedMap<String, byte[]> should = anew.getOrDefault(topic, new TreeMap<>());
            Set<String> keys = new TreeSet<>(stands.keySet());
            keys.addAll(should.keySet());
            int same = 0;
            for (String key : keys) {
                if (Arrays.equals(stands.get(key), should.get(key))) {
                    same++;
                } else {
                    compared.differences.add(new Difference(
                            Kind.TOPIC, topic, athlete, key, node(stands.get(key)), node(should.get(key))));
                }
            }
            compared.same.put(topic, same);
        }
        return compared;
    }

    public boolean isEqual() {
        return differences.isEmpty();
    }

    /** Neither side had anything. */
    public boolean isNothing() {
        return isEqual() && same.values().stream().allMatch(count -> count == 0);
    }

    void add(Compared other) {
        differences.addAll(other.differences);
        other.same.forEach((where, count) -> same.merge(where, count, Integer::sum));
    }

    /** Of whom anything differs. */
    public Set<String> athletes() {
        Set<String> athletes = new TreeSet<>();
        differences.forEach(each -> athletes.add(each.athlete()));
        return athletes;
    }

    private static Optional<JsonNode> node(byte @Nullable [] json) {
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(json, JsonNode.class));
        } catch (UncheckedIOException e) {
            return Optional.of(TextNode.valueOf("no JSON"));
        }
    }
}
