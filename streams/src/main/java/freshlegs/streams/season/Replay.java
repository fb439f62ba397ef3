package freshlegs.streams.season;

import freshlegs.model.fact.Fact;
import freshlegs.model.json.Json;
import freshlegs.model.result.Episode;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.rule.Rules;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Facts folded once more in memory, as the streams would by these rules; nothing is kept and nobody is told. */
public final class Replay {
    /** A history of two thousand years takes fewer; what is left then is a day that cannot be folded. */
    private static final int MOST_TURNS = 10_000;

    private Replay() {}

    /** Every episode that follows from the facts by their keys; a fact that the streams would set aside is passed over. */
    public static List<Episode> episodes(Map<String, Fact> facts, Rules rules) {
        return told(facts, rules).getOrDefault(Topics.EPISODE.name(), new TreeMap<>()).values().stream()
                .map(Episode.class::cast)
                .sorted(Comparator.comparing(Episode::athlete)
                        .thenComparing(Episode::firstDay)
                        .thenComparing(Episode::cause))
                .toList();
    }

    /** Every result that follows from the facts, by topic and key, as the bytes that the streams would write. */
    public static Map<String, SortedMap<String, byte[]>> results(Map<String, Fact> facts, Rules rules) {
        Map<String, SortedMap<String, byte[]>> written = new TreeMap<>();
        told(facts, rules).forEach((topic, byKey) -> {
            SortedMap<String, byte[]> bytes = new TreeMap<>();
            byKey.forEach((key, result) -> bytes.put(key, Json.write(result)));
            written.put(topic, bytes);
        });
        return written;
    }

    private static Map<String, SortedMap<String, Object>> told(Map<String, Fact> facts, Rules rules) {
        Told told = new Told();
        TreeShelf touched = new TreeShelf();
        SeasonBook book = new SeasonBook(new TreeShelf(), new TreeShelf(), touched, new TreeShelf(), told, rules);
        facts.forEach((key, fact) -> accept(book, key, fact));
        for (int turn = 0; turn < MOST_TURNS && (turn == 0 || !touched.isEmpty()); turn++) {
            book.turn(false);
        }
        return told.last;
    }

    private static void accept(SeasonBook book, String key, Fact fact) {
        try {
            book.accept(key, fact, false);
        } catch (IllegalArgumentException e) {
            // a dead letter, of which the streams have told already
        }
    }

    /** What was told last. */
    private static final class Told implements Results {
        private final Map<String, SortedMap<String, Object>> last = new TreeMap<>();

        @Override
        public <V> void publish(Topic<V> topic, String key, V result) {
            last.computeIfAbsent(topic.name(), name -> new TreeMap<>()).put(key, result);
        }

        @Override
        public void retract(Topic<?> topic, String key) {
            last.getOrDefault(topic.name(), new TreeMap<>()).remove(key);
        }
    }
}
