package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** After a rebuild, topics and tables hold, byte for byte, what they held before, and what people were told is untouched. */
record SameOnRebuild(
        Map<String, SortedMap<String, String>> topics,
        Map<String, List<String>> tables,
        Map<String, List<String>> ledger) {
    private static final List<String> TOLD = List.of("episode", "outbox");

    static SameOnRebuild as(ASite site) throws SQLException {
        return as(site.kafka(), site.database());
    }

    static SameOnRebuild as(KafkaAddress kafka, DatabaseAddress database) throws SQLException {
        return new SameOnRebuild(
                AnUndisturbedRun.results(kafka), Tables.results(database), Tables.ledger(database, TOLD));
    }

    /** As if nobody had ever heard of an athlete. */
    SameOnRebuild without(String athlete) {
        Map<String, SortedMap<String, String>> othersTopics = new TreeMap<>();
        topics.forEach((topic, byKey) -> {
            SortedMap<String, String> others = new TreeMap<>(byKey);
            others.keySet().removeIf(key -> key.startsWith(athlete + "/"));
            othersTopics.put(topic, others);
        });
        return new SameOnRebuild(othersTopics, without(tables, athlete), without(ledger, athlete));
    }

    private static Map<String, List<String>> without(Map<String, List<String>> tables, String athlete) {
        Map<String, List<String>> others = new TreeMap<>();
        tables.forEach((table, rows) -> others.put(
                table,
                rows.stream()
                        .filter(row -> !row.contains("\"athlete\": \"" + athlete + "\""))
                        .toList()));
        return others;
    }

    void check(SameOnRebuild now) {
        topics.forEach(
                (topic, before) -> assertThat(now.topics.get(topic)).as(topic).isEqualTo(before));
        tables.forEach(
                (table, before) -> assertThat(now.tables.get(table)).as(table).isEqualTo(before));
        assertThat(now.ledger).isEqualTo(ledger);
    }
}
