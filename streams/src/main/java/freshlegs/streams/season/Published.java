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

    void takeBack(AthleteId athlete, String id) {
        if (forget(athlete, id)) {
            results.retract(topic, RecordKey.of(athlete, id));
        }
    }

    /** Somebody else tells it from now on. */
    boolean forget(AthleteId athlete, String id) {
        String key = prefix(athlete) + id;
        Optional<Set<String>> ids = told.get(athlete);
        boolean isTold = ids.map(known -> known.remove(id))
                .orElseGet(() -> shelf.get(key).isPresent());
        if (isTold) {
            shelf.remove(key);
        }
        return isTold;
    }

    List<String> told(AthleteId athlete) {
        return List.copyOf(told.get(athlete).orElseGet(() -> {
            String prefix = prefix(athlete);
            Set<String> ids = new TreeSet<>();
            shelf.eachKey(prefix, prefix + "\uFFFF", key -> ids.add(key.substring(prefix.length())));
            told.put(athlete, ids);
            return ids;
        }));
    }

    private String prefix(AthleteId athlete) {
        return athlete + "/" + kind + "/";
    }
}
