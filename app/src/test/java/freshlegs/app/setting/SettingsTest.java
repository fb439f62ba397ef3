package freshlegs.app.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.app.problem.Problem;
import freshlegs.streams.rule.Rules;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void an_option_wins_over_the_environment_and_that_over_the_default() {
        Map<String, String> environment = Map.of("FRESHLEGS_CONSOLE_PORT", "9000", "FRESHLEGS_SETTLE", "3s");
        Settings settings = Settings.of(Map.of(Catalogue.CONSOLE_PORT, "9001"), Map.of(), environment);

        assertThat(settings.get(Catalogue.CONSOLE_PORT)).isEqualTo(9001);
        assertThat(settings.origin(Catalogue.CONSOLE_PORT)).isEqualTo("option --port");
        assertThat(settings.get(Catalogue.SETTLE)).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.origin(Catalogue.SETTLE)).isEqualTo("environment variable FRESHLEGS_SETTLE");
        assertThat(settings.get(Catalogue.CONSOLE_HOST)).isEqualTo("127.0.0.1");
    }

    @Test
    void a_variable_set_to_nothing_counts_as_unset() {
        Settings settings = Settings.of(Map.of(), Map.of(), Map.of("FRESHLEGS_WEBHOOK", "", "FRESHLEGS_POLL", " "));

        assertThat(settings.get(Catalogue.WEBHOOK)).isEmpty();
        assertThat(settings.get(Catalogue.POLL)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_webhook_is_a_web_address() {
        Settings settings = Settings.of(Map.of(Catalogue.WEBHOOK, "http://127.0.0.1:9/x"), Map.of(), Map.of());

        assertThat(settings.get(Catalogue.WEBHOOK)).contains(URI.create("http://127.0.0.1:9/x"));
    }

    @Test
    void changed_thresholds_are_read_from_their_file_and_a_wrong_one_is_answered_with_its_line(@TempDir Path folder)
            throws Exception {
        Path file = Files.writeString(folder.resolve("ours.txt"), "# stricter\nchart.daily-flag = 1.1\n");
        assertThat(Settings.of(Map.of(Catalogue.RULES, file.toString()), Map.of(), Map.of())
                        .get(Catalogue.RULES)
                        .changed())
                .containsExactly("chart.daily-flag = 1.1");
        assertThat(Settings.of(Map.of(), Map.of(), Map.of()).get(Catalogue.RULES))
                .isEqualTo(Rules.published());

        Files.writeString(file, "\nchart.daily-flag = 11\n");
        assertThatThrownBy(() -> Settings.of(Map.of(Catalogue.RULES, file.toString()), Map.of(), Map.of()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("option --rules")
                .hasMessageContaining(
                        "ours.txt, line 2: `chart.daily-flag` must be a number from 0.3 to 3.0 (SD), not `11`.");
    }

    @ParameterizedTest
    @CsvSource({
        "FRESHLEGS_CONSOLE_PORT, 99999, give a number from 0 to 65535",
        "FRESHLEGS_CONSOLE_PORT, web, give a number from 0 to 65535",
        "FRESHLEGS_ZONE, Mars/Base, give a time zone such as Europe/Berlin",
        "FRESHLEGS_KAFKA, broker, give host:port",
        "FRESHLEGS_KAFKA_PROPERTIES, /nowhere/at/all, give a properties file that can be read",
        "FRESHLEGS_POSTGRES_URL, postgres://x, give an address such as jdbc:postgresql:",
        "FRESHLEGS_WEBHOOK, ftp://x, give an address such as https:",
        "FRESHLEGS_CONSOLE_URL, not an address, give an address such as https:",
        "FRESHLEGS_SETTLE, soon, 'give a duration such as 500ms, 10s'",
        "FRESHLEGS_SETTLE, 999h, give a duration from 0s to 24h",
        "FRESHLEGS_THREADS, 0, give a number from 1 to 12",
        "FRESHLEGS_INSTANCE, a b, give 1 to 64 letters",
        "FRESHLEGS_RULES, /nowhere/at/all, give a file with changed thresholds that can be read",
        "FRESHLEGS_LOG, xml, give text or json",
    })
    void a_bad_value_is_answered_with_its_origin_and_what_would_be_right(String variable, String text, String fix) {
        assertThatThrownBy(() -> Settings.of(Map.of(), Map.of(), Map.of(variable, text)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.exit()).isEqualTo(Problem.Exit.WRONG_USE))
                .hasMessageContaining("environment variable " + variable)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining(fix);
    }

    @Test
    void the_users_folders_follow_the_platforms_habits() {
        Path home = Path.of("/home/anna");

        assertThat(StandardFolder.data(Map.of(), "Linux", home)).hasToString("/home/anna/.local/share/freshlegs");
        assertThat(StandardFolder.data(Map.of("XDG_DATA_HOME", "/d"), "Linux", home))
                .hasToString("/d/freshlegs");
        assertThat(StandardFolder.data(Map.of("XDG_DATA_HOME", "rel"), "Linux", home))
                .hasToString("/home/anna/.local/share/freshlegs");
        assertThat(StandardFolder.data(Map.of(), "Mac OS X", home))
                .hasToString("/home/anna/Library/Application Support/Freshlegs");
        assertThat(StandardFolder.cache(Map.of(), "Linux", home)).hasToString("/home/anna/.cache/freshlegs");
    }
}
