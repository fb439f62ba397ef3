package freshlegs.warehouse;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database is what the messages, the readers and the documentation say. */
class ContractTest {
    private static final String RELATIONS = """
            select n.nspname || '.' || c.relname, obj_description(c.oid), c.oid, c.relkind
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('freshlegs', 'ledger', 'access') and c.relkind in ('r', 'v')
              and c.relname <> 'flyway_schema_history'
            order by n.nspname, c.relkind, c.relname
            """;
    private static final String BEGIN = "<!-- tables -->\n";
    private static final String END = "<!-- end of tables -->";

    private static ADatabase database;

    @BeforeAll
    static void make() throws Exception {
        database = ADatabase.fresh();
    }

    @Test
    void every_field_of_a_message_has_its_column() throws Exception {
        for (TopicTable<?> way : TopicTables.ALL) {
            assertThat(database.rows("select column_name, data_type from information_schema.columns"
                            + " where table_schema = 'freshlegs' and table_name = '"
                            + way.table().name() + "' and (table_name, column_name) <> ('episode', 'id')"))
                    .as(way.table().name())
                    .containsExactlyInAnyOrderElementsOf(way.table().columns().stream()
                            .map(column -> column.name() + "|"
                                    + column.type().replace("timestamptz", "timestamp with time zone"))
                            .toList());
        }
    }

    @Test
    void what_readers_were_promised_is_there() throws Exception {
        assertThat(database.rows("select table_name from information_schema.tables where table_schema = 'freshlegs'"))
                .contains(
                        "trend_day",
                        "status_day",
                        "episode",
                        "prescription",
                        "file_outcome",
                        "activity",
                        "checkin",
                        "reading",
                        "athlete",
                        "squad");
        assertThat(columnsOf("freshlegs.squad"))
                .contains(
                        "athlete",
                        "status",
                        "status_date",
                        "why",
                        "low_confidence",
                        "last_delivery_at",
                        "last_day",
                        "load7d",
                        "fitness",
                        "fatigue",
                        "form",
                        "open_episodes",
                        "next_adjustment",
                        "next_hard");
        assertThat(columnsOf("ledger.outbox"))
                .containsExactly(
                        "id",
                        "episode_id",
                        "step",
                        "recipient",
                        "channel",
                        "idempotency_key",
                        "payload",
                        "state",
                        "attempts",
                        "created_at",
                        "not_before",
                        "next_attempt_at",
                        "sent_at",
                        "last_error",
                        "news_until",
                        "delivery_id",
                        "held_for");
        assertThat(columnsOf("ledger.outbox_due")).isEqualTo(columnsOf("ledger.outbox"));
        assertThat(columnsOf("ledger.episode"))
                .contains("id", "athlete", "cause", "first_day", "last_day", "told_status");
    }

    @Test
    void statuses_are_ranked_as_the_model_ranks_them() throws Exception {
        String statuses = Stream.of(Status.values())
                .map(status -> "ledger.severity('" + status + "')")
                .collect(joining(", "));

        assertThat(database.rows("select " + statuses)).containsExactly("1|2|3|4|5|6|7");
    }

    @Test
    void migrating_again_changes_nothing() throws Exception {
        Warehouse.migrate(database.address());

        assertThat(database.rows("select success, schema from (select success, 'ledger' as schema from"
                        + " ledger.flyway_schema_history where version is not null) done group by 1, 2"))
                .containsExactly("t|ledger");
    }

    /** With {@code -Dfreshlegs.docs=write} it writes them instead. */
    @Test
    void the_documentation_names_every_table_and_column_with_its_meaning() throws Exception {
        Path file = Path.of(System.getProperty("freshlegs.root"), "docs", "warehouse.md");
        String page = Files.readString(file);
        String written = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + described()
                + page.substring(page.indexOf(END));
        if ("write".equals(System.getProperty("freshlegs.docs"))) {
            Files.writeString(file, written);
        }

        assertThat(Files.readString(file)).isEqualTo(written).doesNotContain("| null |");
    }

    private static String described() throws Exception {
        StringBuilder page = new StringBuilder();
        for (String relation : database.rows(RELATIONS)) {
            List<String> parts = Arrays.asList(relation.split("\\|", -1));
            page.append("\n### ").append(parts.get(0)).append(parts.get(3).equals("v") ? " (view)" : "");
            page.append("\n\n").append(parts.get(1)).append("\n\n| column | type | meaning |\n|---|---|---|\n");
            for (String column : database.rows(
                    "select attname, format_type(atttypid, null), col_description(attrelid, attnum) from pg_attribute"
                            + " where attrelid = " + parts.get(2)
                            + " and attnum > 0 and not attisdropped order by attnum")) {
                page.append("| ").append(column.replace("|", " | ")).append(" |\n");
            }
        }
        return page.append('\n').toString();
    }

    private static List<String> columnsOf(String relation) throws Exception {
        return database.rows("select attname from pg_attribute where attrelid = '" + relation
                + "'::regclass and attnum > 0 order by attnum");
    }
}
