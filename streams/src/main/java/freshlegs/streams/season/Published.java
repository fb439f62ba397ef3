package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import java.util.Arrays;
import java.util.List;

/** One kind of result with what was last told of it, so that only changes are told. */
final class Published<V> {
    private final Shelf shelf;
    private final String kind;
    private final Topic<V> topic;
    private final Results results;

    Published(Shelf shelf, String kind, Topic<V> topic, Results results) {
        this.shelf = shelf;
        this.kind = kind;
        this.topic = topic;
        this.results = results;
    }

    void tell(AthleteId athlete, String id, V result) {
        byte[] bytes = Json.write(result);
        boolean same = shelf.get(prefix(athlete) + id)
                .filter(told -> Arrays.equals(told, bytes))
                .isPresent();
        if (!same) {
            shelf.put(prefix(athlete) + id, bytes);
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
        boolean told = shelf.get(key).isPresent();
        if (told) {
            shelf.remove(key);
        }
        return told;
    }

    List<String> told(AthleteId athlete) {
        String prefix = prefix(athlete);
        return shelf.startingWith(prefix).keySet().stream()
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    private String prefix(AthleteId athlete) {
        return athlete + "/" + kind + "/";
    }
}
