package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.setting.Catalogue;
import freshlegs.coach.keep.Period;
import freshlegs.coach.keep.Rule;
import freshlegs.model.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on privacy says of every topic and every table how long it is kept and what ends it. */
class PrivacyDocumentTest {
    private static final Path PAGE = Path.of(System.getProperty("freshlegs.root"), "docs", "privacy.md");
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname), obj_description(c.oid),
                   exists(select from pg_attribute where attrelid = c.oid and attname = 'athlete'),
                   exists(select from pg_attribute where attrelid = c.oid and attname = 'account')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('freshlegs', 'ledger', 'access') and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
            order by 1
            """;
    private static final Map<Period, String> SETTINGS = Map.of(
            Period.AUDIT, Catalogue.AUDIT_DAYS.variable(),
            Period.MESSAGES, Catalogue.MESSAGE_DAYS.variable(),
            Period.ENDED, Catalogue.ENDED_DAYS.variable());

    private static final String OF_KAFKA = """
            | `freshlegs-streams-*-changelog` | what the season knows of each athlete: its stores | the latest of each key | a tombstone: a retraction, erasing the athlete |
            | `__consumer_offsets`, `__transaction_state` | how far each part has read, by names of parts; nothing of anybody | as Kafka is set | Kafka itself |
            """;

    /** What is nobody's by a column of its own, or ends otherwise; a table that is added is looked for here. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "access.account", "until it is closed; where it saw others, without a name",
            "access.act_key", "nobody's: for ever",
            "access.push_key", "nobody's: for ever",
            "access.leaving", "the id until everything is erased, its hash for ever",
            "freshlegs.kafka_offset", "nobody's: for ever",
            "freshlegs.unreadable", "nobody's: until a rebuild, or until the record is replayed",
            "ledger.rebuild", "nobody's: for ever",
            "ledger.unread", "nobody's: until the topics are read that far again");

    private static final Map<String, String> ENDS = Map.of(
            "access.account", "closing the account, erasing its athlete",
            "access.leaving", "nothing: the hash keeps late files out",
            "ledger.outbox", "erasing the athlete",
            "ledger.delivery", "erasing the athlete, closing the account",
            "access.act_used", "time");

    private final ASquadInTables squad = ASquadInTables.filled();

    /** With {@code -Dfreshlegs.docs=write} it writes them instead. */
    @Test
    void every_topic_and_every_table_says_how_long_it_is_kept_and_what_ends_it() throws Exception {
        String page = Files.readString(PAGE);
        String written = replace(replace(page, "topics", topics()), "tables", tables());
        if ("write".equals(System.getProperty("freshlegs.docs"))) {
            Files.writeString(PAGE, written);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(written);
    }

    @Test
    void every_period_is_a_setting_that_the_page_explains() throws Exception {
        assertThat(SETTINGS.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Period.values())
                        .filter(period -> period != Period.NONE)
                        .toList());
        String page = Files.readString(PAGE);
        assertThat(SETTINGS.values()).allSatisfy(variable -> assertThat(page).contains("| `" + variable + "` | "));
    }

    private static String replace(String page, String part, String table) {
        String begin = "<!-- " + part + " -->\n";
        String end = "<!-- end of " + part + " -->";
        return page.substring(0, page.indexOf(begin) + begin.length()) + table + page.substring(page.indexOf(end));
    }

    private static String topics() {
        return "| Topic | Holds | How long | What ends it |\n|---|---|---|---|\n"
                + Topics.all().stream()
                        .map(topic -> "| `" + topic.name() + "` | " + topic.holds() + " | "
                                + "the latest of each key | a tombstone: a retraction, erasing the athlete |")
                        .collect(Collectors.joining("\n"))
                + "\n" + OF_KAFKA;
    }

    private String tables() throws Exception {
        StringBuilder table = new StringBuilder("| Table | Holds | How long | What ends it |\n|---|---|---|---|\n");
        for (String row : squad.rows(TABLES)) {
            List<String> cells = Arrays.asList(row.split("\\|", -1));
            String name = cells.get(0);
            boolean athletes = cells.get(2).equals("t");
            boolean accounts = cells.get(3).equals("t");
            table.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            name,
                            cells.get(1),
                            howLong(name, athletes, accounts),
                            ENDS.getOrDefault(name, ends(athletes, accounts))));
        }
        return table.toString();
    }

    private static String howLong(String name, boolean athletes, boolean accounts) {
        Optional<Rule> rule =
                Rule.ALL.stream().filter(one -> one.table().equals(name)).findFirst();
        String period = rule.map(one -> one.period() == Period.NONE
                        ? one.end()
                        : "`" + SETTINGS.get(one.period()) + "` days " + one.end())
                .orElse("");
        if (OTHERWISE.containsKey(name)) {
            return OTHERWISE.get(name) + (period.isEmpty() ? "" : "; then " + period);
        }
        if (!period.isEmpty()) {
            return period;
        }
        assertThat(athletes || accounts)
                .as(name + " is nobody's by a column: say here how long it is kept")
                .isTrue();
        return athletes ? "until its athlete has it erased" : "until its account is closed";
    }

    private static String ends(boolean athletes, boolean accounts) {
        if (athletes) {
            return "erasing the athlete";
        }
        return accounts ? "closing the account, erasing its athlete" : "";
    }
}
