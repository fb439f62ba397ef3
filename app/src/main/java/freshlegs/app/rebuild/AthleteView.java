package freshlegs.app.rebuild;

import freshlegs.model.fact.Fact;
import freshlegs.model.json.Json;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.season.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What topics hold of one athlete: facts as records, results as bytes, and sessions as they come out when they are analysed anew. */
final class AthleteView {
    private final boolean analysing;
    private final Map<String, SortedMap<String, ConsumerRecord<byte[], byte[]>>> facts = new TreeMap<>();
    private final Map<String, SortedMap<String, byte[]>> results = new TreeMap<>();
    private final SortedMap<String, byte[]> analysed = new TreeMap<>();
    private long changes;

    AthleteView(boolean analysing) {
        this.analysing = analysing;
    }

    void fact(String key, ConsumerRecord<byte[], byte[]> stored) {
        put(facts.computeIfAbsent(stored.topic(), topic -> new TreeMap<>()), key, stored, stored.value() == null);
        changes++;
    }

    void result(String key, ConsumerRecord<byte[], byte[]> stored) {
        SortedMap<String, byte[]> own = results.computeIfAbsent(stored.topic(), topic -> new TreeMap<>());
        put(own, key, stored.value(), stored.value() == null);
        changes++;
    }

    void analysed(String key, Optional<byte[]> session) {
        put(analysed, key, session.orElse(new byte[0]), session.isEmpty());
        changes++;
    }

    private static <V> void put(SortedMap<String, V> held, String key, V content, boolean gone) {
        if (gone) {
            held.remove(key);
        } else {
            held.put(key, content);
        }
    }

    /** Rises with everything that was said or told of the athlete. */
    long changes() {
        return changes;
    }

    /** What stands in the topics against what follows from the facts. */
    Compared compare(String athlete, Rules rules) {
        Map<String, SortedMap<String, byte[]>> there = new TreeMap<>(results);
        Map<String, SortedMap<String, byte[]>> anew = new TreeMap<>(Replay.results(parsed(), rules));
        if (analysing) {
            there.put(Topics.SESSION.name(), bytes(Topics.SESSION));
            anew.put(Topics.SESSION.name(), analysed);
        }
        return Compared.of(athlete, there, anew);
    }

    /** Every fact as a record, to be sent once more. */
    List<ConsumerRecord<byte[], byte[]>> facts() {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        facts.values().forEach(byKey -> all.addAll(byKey.values()));
        return all;
    }

    private Map<String, Fact> parsed() {
        Map<String, Fact> parsed = new TreeMap<>();
        for (Topic<? extends Fact> topic : Topics.facts()) {
            SortedMap<String, byte[]> own = analysing && topic.equals(Topics.SESSION) ? analysed : bytes(topic);
            own.forEach((key, json) -> parse(topic, json).ifPresent(fact -> parsed.put(key, fact)));
        }
        return parsed;
    }

    private SortedMap<String, byte[]> bytes(Topic<?> topic) {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        facts.getOrDefault(topic.name(), new TreeMap<>()).forEach((key, stored) -> bytes.put(key, stored.value()));
        return bytes;
    }

    private static Optional<Fact> parse(Topic<? extends Fact> topic, byte[] json) {
        try {
            return Optional.of(Json.read(json, topic.type()));
        } catch (RuntimeException e) {
            return Optional.empty(); // a dead letter, of which the streams have told already
        }
    }
}
