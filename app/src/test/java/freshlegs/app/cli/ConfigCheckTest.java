package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.setting.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCheckTest {
    private final Path temporary;
    private final CommandLineUnderTest freshlegs;

    ConfigCheckTest(@TempDir Path temporary) {
        this.temporary = temporary;
        freshlegs = CommandLineUnderTest.on(temporary.resolve("data"));
    }

    @Test
    void every_setting_is_shown_with_its_value_and_origin_and_nothing_is_made() throws Exception {
        Path file = Files.writeString(temporary.resolve("ours.yaml"), "threads: 3\n");
        Ran ran = freshlegs
                .with("FRESHLEGS_POSTGRES_PASSWORD", "open-sesame-4711")
                .with("FRESHLEGS_POOL", "1s")
                .run("config", "check", "--config", file, "--port", "9001");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().lines())
                .hasSize(Setting.all().size() + 1)
                .anyMatch(line -> line.matches("threads +3 +" + file + ", line 1"))
                .anyMatch(line -> line.matches("console-port +9001 +option --port"))
                .anyMatch(line -> line.matches("postgres-password +\\(hidden\\) +environment variable FRESHLEGS_.*"))
                .anyMatch(line -> line.matches("data +" + temporary.resolve("data") + " +environment variable .*"));
        assertThat(ran.err()).contains("no setting FRESHLEGS_POOL").contains("did you mean FRESHLEGS_POLL?");
        assertThat(temporary.resolve("data")).doesNotExist();
    }

    @Test
    void a_file_is_checked_by_itself_and_all_that_is_wrong_with_it_is_told() throws Exception {
        Path file = Files.writeString(temporary.resolve("ours.yaml"), "thread: 3\nconsole-port: 99999\n");

        Ran ran = freshlegs.with("FRESHLEGS_THREADS", "99").run("config", "check", "--file", file);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("line 1: there is no setting `thread`: did you mean `threads`?")
                .contains("line 2) cannot be \"99999\"")
                .doesNotContain("FRESHLEGS_THREADS");

        JsonNode json =
                freshlegs.run("config", "check", "--file", file, "--json").json();
        assertThat(json.path("problems")).hasSize(2);
        List<String> named = StreamSupport.stream(json.path("settings").spliterator(), false)
                .map(each -> each.path("setting").asText())
                .toList();
        assertThat(named).isEqualTo(Setting.all().stream().map(Setting::name).toList());
    }

    @Test
    void every_command_reads_the_file() throws Exception {
        Path file = Files.writeString(temporary.resolve("ours.yaml"), "settle: never\n");

        Ran ran = freshlegs.run("trends", "--athlete", "anna", "--config", file);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("settle").contains("duration");
    }
}
