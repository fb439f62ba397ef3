package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** After any crashes, topics and tables hold, byte for byte, what an undisturbed run makes of the same facts. */
final class SameAfterCrash {
    /** The names under which people know episodes come from what was published when, and are a journal's matter. */
    private static final String NAME = "(\"id\": )(\"[^\"]*\"|null)";

    private SameAfterCrash() {}

    static void check(ASite crashed, Path folder) throws Exception {
        AnUndisturbedRun undisturbed = AnUndisturbedRun.over(crashed, folder);
        undisturbed.topics().forEach((topic, expected) -> assertThat(
                        AnUndisturbedRun.results(crashed.kafka()).get(topic))
                .as(topic)
                .isEqualTo(expected));
        Map<String, List<String>> tables = Tables.results(crashed.database());
        assertThat(tables).containsOnlyKeys(undisturbed.tables().keySet());
        undisturbed.tables().forEach((table, expected) -> assertThat(nameless(table, tables.get(table)))
                .as(table)
                .isEqualTo(nameless(table, expected)));
    }

    private static List<String> nameless(String table, List<String> rows) {
        return table.equals("episode")
                ? rows.stream().map(row -> row.replaceAll(NAME, "$1")).sorted().toList()
                : rows;
    }
}
