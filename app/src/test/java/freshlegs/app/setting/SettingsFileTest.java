package freshlegs.app.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.app.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final String SECRET = "open-sesame-4711";

    private final Path folder;

    SettingsFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_file_stands_behind_options_and_variables_and_before_the_defaults() throws IOException {
        Path file = file("# ours", "console-port: 9000", "settle: 3s", "garmin: off", "webhook:", "threads: 4");
        Settings settings = Settings.of(
                Map.of(Catalogue.CONFIG, file.toString(), Catalogue.CONSOLE_PORT, "9001"),
                Map.of(),
                Map.of("FRESHLEGS_THREADS", "5"));

        assertThat(settings.get(Catalogue.CONSOLE_PORT)).isEqualTo(9001);
        assertThat(settings.get(Catalogue.THREADS)).isEqualTo(5);
        assertThat(settings.get(Catalogue.SETTLE)).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.origin(Catalogue.SETTLE)).isEqualTo(file + ", line 3");
        assertThat(settings.get(Catalogue.GARMIN)).isFalse();
        assertThat(settings.origin(Catalogue.WEBHOOK)).isEqualTo("default");
    }

    @Test
    void it_is_found_by_option_by_variable_or_in_the_users_own_folder() throws IOException {
        Path own = folder.resolve("config/freshlegs/freshlegs.yaml");
        Files.createDirectories(folder.resolve("config/freshlegs"));
        Files.writeString(own, "threads: 3\n");
        Map<String, String> environment =
                Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString());
        assertThat(Settings.of(Map.of(), Map.of(), environment).get(Catalogue.THREADS))
                .isEqualTo(3);

        Path named = file("threads: 6");
        assertThat(Settings.of(Map.of(), Map.of(), Map.of("FRESHLEGS_CONFIG", named.toString()))
                        .get(Catalogue.THREADS))
                .isEqualTo(6);
        assertThat(StandardFolder.settings(Map.of(), "Linux", Path.of("/home/anna")))
                .hasToString("/home/anna/.config/freshlegs");
        assertThat(StandardFolder.settings(Map.of(), "Mac OS X", Path.of("/Users/anna")))
                .hasToString("/Users/anna/Library/Application Support/Freshlegs");
        assertThat(wrong(folder.resolve("nowhere.yaml")))
                .singleElement()
                .asString()
                .contains("name another with --config");
    }

    @Test
    void all_that_is_wrong_is_told_at_once_with_its_line_and_what_would_be_right() throws IOException {
        Path file = file(
                "console-prt: 8080",
                "FRESHLEGS_KAFKA: here:9092",
                "console-port: web",
                "threads: 2",
                "threads: 3",
                "poll:",
                "  every: 1s",
                "whatever-this-is: 1",
                "config: other.yaml");

        List<String> wrong = wrong(file);

        assertThat(wrong).hasSize(7);
        assertThat(wrong.get(0)).contains(file + ", line 1").contains("did you mean `console-port`?");
        assertThat(wrong.get(1)).contains("line 2").contains("did you mean `kafka`?");
        assertThat(wrong.get(2)).contains("line 5").contains("`threads` stands in line 4 already");
        assertThat(wrong.get(3)).contains("line 6").contains("on the same line (duration such as 1s)");
        assertThat(wrong.get(4)).contains("line 8").contains("lists all there are");
        assertThat(wrong.get(5)).contains("line 9").contains("--config");
        assertThat(wrong.get(6)).contains("console-port (" + file + ", line 3)").contains("0 to 65535");
        assertThatThrownBy(() -> Settings.of(Map.of(Catalogue.CONFIG, file.toString()), Map.of(), Map.of()))
                .isInstanceOf(Problem.class)
                .hasMessageContainingAll(wrong.toArray(String[]::new));
    }

    @Test
    void what_is_no_yaml_or_no_settings_is_named_with_its_line() throws IOException {
        assertThat(wrong(file("threads: 2", "poll: [1s", "settle: 1s")))
                .singleElement()
                .asString()
                .contains("as YAML");
        assertThat(wrong(file("- threads"))).singleElement().asString().contains("line 1 is no setting");
        assertThat(wrong(file("threads: 2", "---", "threads: 3")))
                .singleElement()
                .asString()
                .contains("second document");
        assertThat(wrong(file("threads: &two 2", "standbys: *two")))
                .singleElement()
                .asString()
                .contains("line 2");
        assertThat(wrong(file(""))).isEmpty();
        assertThat(wrong(file("x".repeat(300_000)))).singleElement().asString().contains("at most 256 kB");
    }

    @Test
    void secrets_are_told_neither_where_settings_are_shown_nor_where_they_are_wrong() throws IOException {
        Map<Setting<?>, String> texts = Map.of(
                Catalogue.POSTGRES_PASSWORD, SECRET,
                Catalogue.OIDC_SECRET, SECRET,
                Catalogue.GARMIN_KEY, SECRET,
                Catalogue.GARMIN_CLIENT_ID, SECRET,
                Catalogue.SMTP, "smtps://runs:" + SECRET + "@mail.example.org:465",
                Catalogue.WEBHOOK, "https://hooks.example.org/services/" + SECRET,
                Catalogue.POSTGRES_URL, "jdbc:postgresql://db:5432/runs?user=a&password=" + SECRET);
        Settings settings = Settings.of(texts, Map.of(), Map.of());
        assertThat(texts.keySet())
                .allSatisfy(each ->
                        assertThat(settings.shown(each)).contains("(hidden)").doesNotContain(SECRET));
        assertThat(settings.shown(Catalogue.SMTP)).isEqualTo("smtps://(hidden)@mail.example.org:465");
        assertThat(settings.shown(Catalogue.WEBHOOK)).isEqualTo("https://hooks.example.org/(hidden)");
        assertThat(settings.shown(Catalogue.POSTGRES_URL)).isEqualTo("jdbc:postgresql://db:5432/runs?(hidden)");

        List<String> wrong = Settings.check(
                        Map.of(
                                Catalogue.SMTP, "smtp://runs:" + SECRET + "@no host",
                                Catalogue.WEBHOOK, "htps://hooks.example.org/" + SECRET,
                                Catalogue.POSTGRES_URL, "postgres://a:" + SECRET + "@db/runs"),
                        Map.of(),
                        Map.of())
                .wrong();
        assertThat(wrong)
                .hasSize(3)
                .allSatisfy(each -> assertThat(each).contains("(hidden)").doesNotContain(SECRET));
        assertThat(wrong(file("postgres-password: \"" + SECRET, "smtp: a: b: " + SECRET)))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each).doesNotContain(SECRET));
    }

    @Test
    void a_file_with_secrets_that_everybody_can_read_is_refused() throws IOException {
        Path file = file("smtp: smtp://runs:" + SECRET + "@localhost:25");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(wrong(file))
                .singleElement()
                .asString()
                .contains("holds secrets (smtp)")
                .contains("chmod 600 " + file)
                .doesNotContain(SECRET);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(wrong(file)).isEmpty();
    }

    @Test
    void variables_that_are_no_settings_are_named_with_the_nearest() {
        assertThat(UnknownVariables.in(Map.of(
                        "FRESHLEGS_CONSOLEPORT", "1", "FRESHLEGS_HEAP", "2g", "FRESHLEGS_POLL", "1s", "PATH", "/bin")))
                .containsExactly("There is no setting FRESHLEGS_CONSOLEPORT, it changes nothing: did you mean"
                        + " FRESHLEGS_CONSOLE_PORT?");
    }

    private static List<String> wrong(Path file) {
        return Settings.check(Map.of(Catalogue.CONFIG, file.toString()), Map.of(), Map.of())
                .wrong();
    }

    private Path file(String... lines) throws IOException {
        Path file = folder.resolve("ours.yaml");
        Files.deleteIfExists(file);
        Files.writeString(file, List.of(lines).stream().collect(Collectors.joining("\n", "", "\n")));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
