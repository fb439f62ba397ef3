package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.MissingParameterException;

class GuidesTest {
    private static final Pattern COMMAND =
            Pattern.compile("(?:^|[` ])(?:\\./)?freshlegs ([a-z][^`\\n]*)", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @ParameterizedTest
    @ValueSource(strings = {"athletes.md", "coaches.md", "privacy.md"})
    void every_command_in_a_guide_is_one(String guide) throws IOException {
        String text = Files.readString(Path.of(System.getProperty("freshlegs.root"), "docs", guide));
        List<String> commands = COMMAND.matcher(text.replaceAll("(--?[a-z][^`\\n]*)\\n {3}", "$1 "))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(commands).isNotEmpty().allSatisfy(GuidesTest::isKnown);
    }

    /** Some are named without what they need. */
    private static void isKnown(String command) {
        String[] words = WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Shell shell = new Shell(nowhere, nowhere, Map.of(), Clock.systemUTC(), false);
        assertThatCode(() -> {
                    try {
                        Freshlegs.commandLine(shell).parseArgs(words);
                    } catch (MissingParameterException incomplete) {
                        assertThat(incomplete.getMissing()).isNotEmpty();
                    }
                })
                .as(command)
                .doesNotThrowAnyException();
    }
}
