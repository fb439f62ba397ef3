package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** After a rebuild, topics and tables hold, byte for byte, what they held before, and what people were told is untouched. */
record SameOnRebuild(
        Map<String, SortedMap<String, String>> topics,
        Map<String, List<String>> tables,
        Map<String, List<String>> ledger) {
    private static final List<String> TOLD = List.of("episode", "outbox");

    /** What stands in a data folder on which nothing is at work. */
    static SameOnRebuild as(Path data) throws Exception {
        try (ASite site = ASite.in(data)) {
            return as(site);
        }
    }

    static SameOnRebuild as(ASite site) throws SQLException {
        return new SameOnRebuild(
                AnUndisturbedRun.results(site.kafka()),
                Tables.results(site.database()),
                Tables.ledger(site.database(), TOLD));
    }

    void check(Path data) throws Exception {
        SameOnRebuild now = as(data);
        topics.forEach(
                (topic, before) -> assertThat(now.topics.get(topic)).as(topic).isEqualTo(before));
        tables.forEach(
                (table, before) -> assertThat(now.tables.get(table)).as(table).isEqualTo(before));
        assertThat(now.ledger).isEqualTo(ledger);
    }
}
