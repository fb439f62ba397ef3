package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One kind of result with what was last told of it, so that only changes are told. */
final class Published<V> {
    private static final int ATHLETES_REMEMBERED = 1_000;

    private final Shelf shelf;
    private final String kind;
    private final Topic<V> topic;
    private final Results results;
    private final Recent<AthleteId, Set<String>> told = new Recent<>(ATHLETES_REMEMBERED);

    Published(Shelf shelf, String kind, Topic<V> topic, Results results) {
        this.shelf = shelf;
        this.kind = kind;
        this.topic = topic;
        this.results = results;
    }

    void tell(AthleteId athlete, String id, V result) {
        byte[] bytes = Json.write(result);
        String key = prefix(athlete) + id;
        if (shelf.get(key).filter(held -> Arrays.equals(held, bytes)).isEmpty()) {
            shelf.put(key, bytes);
            told.get(athlete).ifPresent(ids -> ids.add(id));
            results.publish(topic, RecordKey.of(athlete, id), result);
        }
    }

    /** Whatever was told is told again, if it is still to be told, or taken back. */
    void doubt(AthleteId athlete) {
        String prefix = prefix(athlete);
        ids(athlete).forEach(id -> shelf.put(prefix + id, Doubt.UNKNOWN));
    }

    void takeBack(AthleteId athlete, String id) {
        if (takeAway(athlete, id).isPresent()) {
            results.retract(topic, RecordKey.of(athlete, id));
        }
    }

    /** Somebody else tells it from now on, beginning with this. */
    Optional<V> handOver(AthleteId athlete, String id) {
        return ids(athlete).contains(id)
                ? takeAway(athlete, id).filter(bytes -> !Doubt.isIn(bytes)).map(bytes -> Json.read(bytes, topic.type()))
                : Optional.empty();
    }

    private Optional<byte[]> takeAway(AthleteId athlete, String id) {
        told.get(athlete).ifPresent(ids -> ids.remove(id));
        String key = prefix(athlete) + id;
        Optional<byte[]> held = shelf.get(key);
        if (held.isPresent()) {
            shelf.remove(key);
        }
        return held;
    }

    boolean isTold(AthleteId athlete, String id) {
        return ids(athlete).contains(id);
    }

    List<String> told(AthleteId athlete) {
        return List.copyOf(ids(athlete));
    }

    private Set<String> ids(AthleteId athlete) {
        return told.get(athlete).orElseGet(() -> {
            String prefix = prefix(athlete);
            Set<String> ids = new TreeSet<>();
            shelf.eachKey(prefix, prefix + "\uFFFF", key -> ids.add(key.substring(prefix.length())));
            told.put(athlete, ids);
            return ids;
        });
    }

    private String prefix(AthleteId athlete) {
        return athlete + "/" + kind + "/";
    }
}
