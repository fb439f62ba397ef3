package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thresholds shown, checked, evaluated and compared, without any service. */
class RulesTest {
    private final Path temporary;
    private final CommandLineUnderTest freshlegs;

    RulesTest(@TempDir Path temporary) {
        this.temporary = temporary;
        this.freshlegs = CommandLineUnderTest.on(temporary.resolve("data"));
    }

    @Test
    void what_holds_is_shown_with_range_and_source() throws Exception {
        Ran published = freshlegs.run("rules");
        assertThat(published.code()).as(published.err()).isZero();
        assertThat(published.out())
                .startsWith("Rule set 1\n")
                .containsPattern("fatigue\\.agree-on-days +2 +2 +1 to 14 +days +.*grade C")
                .contains("fatigue.two-keys/1");

        Path file = rules("fatigue.agree-on-days = 3");
        JsonNode set = freshlegs
                .with("FRESHLEGS_RULES", file.toString())
                .run("rules", "--json")
                .json();
        assertThat(set.path("ruleSet").asText()).matches("1\\+[0-9a-f]{8}");
        assertThat(set.path("thresholds")).anySatisfy(one -> assertThat(
                        one.path("key").asText() + one.path("value").asInt())
                .isEqualTo("fatigue.agree-on-days3"));
        assertThat(temporary.resolve("data")).doesNotExist();
    }

    @Test
    void a_file_that_cannot_be_used_is_wrong_use_and_says_what_would_be_right() throws Exception {
        Ran ran = freshlegs.run("rules", "--file", rules("# ours", "chart.daly-flag = 1.1"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("ours.txt, line 2: there is no `chart.daly-flag`, the nearest is `chart.daily-flag`.");
        assertThat(freshlegs
                        .run("evaluate", "--seed", 1, "--rules", "nowhere.txt")
                        .err())
                .contains("--rules cannot be \"nowhere.txt\": give a file with changed thresholds that can be read.");
    }

    @Test
    void changed_thresholds_are_evaluated_and_named() throws Exception {
        Path strict = rules("fatigue.together = 8", "fatigue.apart = 12", "fatigue.untold = 8");

        Ran ran = freshlegs.run("evaluate", "--seed", 5, "--sound", 1, "--athletes", 4, "--rules", strict, "--json");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.json().path("ruleSet").asText()).matches("1\\+[0-9a-f]{8}");
        assertThat(ran.json().path("severeDetectedWithin21Days").asDouble()).isZero();
    }

    @Test
    void a_squad_under_two_sets_shows_what_is_lost_and_gained() throws Exception {
        Path squad = temporary.resolve("squad");
        assertThat(freshlegs
                        .run("simulate", "--csv", squad, "--seed", 3, "--sound", 0, "--overreached", 2)
                        .code())
                .isZero();
        Path strict = rules("fatigue.together = 8", "fatigue.apart = 12", "fatigue.untold = 8");

        JsonNode lost = diff(squad, "published", strict.toString());
        assertThat(lost.path("athletes").asInt()).isEqualTo(6);
        assertThat(lost.path("lost").asInt()).isPositive();
        assertThat(lost.path("gained").asInt()).isZero();
        assertThat(lost.path("alerts")).anySatisfy(alert -> {
            assertThat(alert.path("change").asText()).isEqualTo("lost");
            assertThat(alert.path("cause").asText()).isEqualTo("fatigue");
            assertThat(alert.path("before").path("why").asText()).endsWith(".");
            assertThat(words(alert.path("before").path("rules"))).anyMatch(rule -> rule.startsWith("chart."));
        });

        JsonNode gained = diff(squad, strict.toString(), "published");
        assertThat(gained.path("gained").asInt()).isEqualTo(lost.path("lost").asInt());
        Ran same = freshlegs.run("rules", "diff", "--before", "published", "--after", "published", squad);
        assertThat(same.out()).isEqualTo("Rule sets 1 and 1, 6 athletes: 0 alerts gained, 0 lost, 0 changed.\n");
    }

    private JsonNode diff(Path squad, String before, String after) {
        Ran ran = freshlegs.run("rules", "diff", squad, "--before", before, "--after", after, "--json");
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.json();
    }

    private static java.util.List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private Path rules(String... lines) throws IOException {
        return Files.writeString(temporary.resolve("ours.txt"), String.join("\n", lines));
    }
}
