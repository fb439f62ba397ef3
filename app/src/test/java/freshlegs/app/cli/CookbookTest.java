package freshlegs.app.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.cli.CommandLineUnderTest.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every query of "Asking in SQL", as an operator asks it, with answers that were worked out by hand. */
class CookbookTest {
    private static final Pattern QUERY =
            Pattern.compile("### ([^\\n]+)\\n(?:(?!### ).*\\n)*?```sql\\n((?:.*\\n)*?)```");

    /** 139 judged days (92 + 27 + 20) with two alerts; and so on. */
    private static final Map<String, List<String>> WORKED_BY_HAND = Map.of(
            "How many alerts there are",
            List.of("rule_set,alerts,athlete_months,alerts_per_athlete_month", "1,2,4.6,0.438"),
            "How many of them were right",
            List.of("cause,rule_set,alerts,told,confirmed,judged,precision_share", "FATIGUE,1,2,2,1,2,0.5"),
            "How late they come",
            List.of(
                    "episode_id,first_vote_day,alert_day,days_to_alert,days_to_told,verdict",
                    "clara-2026-10-10-fatigue,2026-10-10,2026-10-10,0,0.5,wrong",
                    "anna-2026-10-20-fatigue,2026-10-17,2026-10-20,3,3.5,right"),
            "How much is not known",
            List.of(
                    "athlete,days,unknown_days,unknown_percent,unjudged_percent",
                    "ben,30,3,10,10",
                    "anna,92,0,0,0",
                    "clara,20,0,0,0"),
            "The load ahead of alerts",
            List.of(
                    "episode_id,load_a_day_before,usual_load_a_day,ratio,unknown_days_before",
                    "anna-2026-10-20-fatigue,60,40,1.5,0",
                    "clara-2026-10-10-fatigue,70,,,0"),
            "Groups against each other",
            List.of(
                    "cohort,athletes,known_days,mean_week_load,alerts,alerts_per_athlete_month",
                    "false,2,47,245,1,0.648",
                    "true,1,92,341,1,0.331"),
            "Every week: messages that did not go out",
            List.of(
                    "channel_kind,message_kind,held_by_budget,held_by_silence,waiting,failed,sent",
                    "mail,DIGEST,0,0,0,1,0",
                    "mail,REVIEW,0,0,0,0,1"),
            "Every week: what coaches do with changed sessions",
            List.of(
                    "cause,change,sessions,accepted,kept_as_planned,changed_otherwise,unanswered,by_coach",
                    "FATIGUE,SWAPPED,2,0,1,0,1,1"));

    private final ASquadInTables squad = ASquadInTables.filled();
    private static String section;

    private final Path folder;

    CookbookTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void read() throws Exception {
        String page = Files.readString(Path.of(System.getProperty("freshlegs.root"), "docs", "operations.md"));
        int begin = page.indexOf("## Asking in SQL\n");
        section = page.substring(begin, page.indexOf("\n## ", begin) + 1);
    }

    @Test
    void every_query_of_the_page_answers_as_it_was_worked_out_by_hand() throws Exception {
        Map<String, String> queries = QUERY.matcher(section)
                .results()
                .collect(toMap(
                        found -> found.group(1), found -> found.group(2), (one, other) -> one, LinkedHashMap::new));
        assertThat(queries)
                .hasSize(blocks())
                .containsKeys(WORKED_BY_HAND.keySet().toArray(String[]::new));
        for (Map.Entry<String, String> query : queries.entrySet()) {
            Path file = Files.writeString(folder.resolve("query.sql"), query.getValue());
            Ran ran = squad.freshlegs(folder).run("sql", "--csv", "--file", file);

            assertThat(ran.code()).as(query.getKey() + ": " + ran.err()).isZero();
            List<String> answer = ran.out().lines().toList();
            assertThat(answer).as(query.getKey()).hasSizeGreaterThan(1);
            assertThat(answer).as(query.getKey()).isEqualTo(WORKED_BY_HAND.getOrDefault(query.getKey(), answer));
        }
    }

    /** Runs of an hour from six on; the files come ten minutes later each day, after 10, 20, 30, 40 and 50 minutes. */
    @Test
    void the_lag_of_files_is_told_by_device_and_route() throws Exception {
        String query = queryUnder("How long files take to come");
        Path file = Files.writeString(folder.resolve("query.sql"), query);

        assertThat(squad.freshlegs(folder)
                        .run("sql", "--csv", "--file", file)
                        .out()
                        .lines()
                        .skip(1))
                .singleElement()
                .asString()
                .startsWith("garmin/4315,upload,5,30,46,");
    }

    private static String queryUnder(String heading) {
        return QUERY.matcher(section)
                .results()
                .filter(found -> found.group(1).equals(heading))
                .findFirst()
                .orElseThrow()
                .group(2);
    }

    private static int blocks() {
        return section.split("```sql", -1).length - 1;
    }
}
