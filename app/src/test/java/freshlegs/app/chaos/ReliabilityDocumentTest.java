package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on reliability names tests and switches that exist, and all that the profile runs. */
class ReliabilityDocumentTest {
    private static final Path ROOT = Path.of(System.getProperty("freshlegs.root"));
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern COMMAND = Pattern.compile("^ {4}mvn verify -Pfaults (.*)$", Pattern.MULTILINE);
    private static final Pattern SWITCH = Pattern.compile("-D(freshlegs\\.[\\w.]+)=");

    private final String page;
    private final Map<String, String> tests;

    ReliabilityDocumentTest() throws IOException {
        page = Files.readString(ROOT.resolve("docs/reliability.md"));
        tests = testSources();
    }

    @Test
    void every_fault_has_a_test_that_exists() {
        List<String> rows = page.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Fault") && !line.startsWith("|-"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(30).allMatch(row -> TEST.matcher(row)
                .find());
        matches(TEST, page).forEach(named -> {
            assertThat(tests).as(named.group()).containsKey(named.group(1));
            if (named.group(2) != null) {
                assertThat(source(named.group(1))).contains("void " + named.group(2) + "(");
            }
        });
    }

    @Test
    void every_command_names_a_test_of_the_profile_and_switches_that_it_knows() {
        List<MatchResult> commands = matches(COMMAND, page);
        assertThat(commands).isNotEmpty();
        for (MatchResult command : commands) {
            String words = command.group(1);
            String test = words.replaceAll(".*-Dtest=(\\w+).*", "$1");
            assertThat(source(test)).as(words).contains("@Tag(\"faults");
            matches(SWITCH, words).forEach(each -> assertThat(source(test)).contains("\"" + each.group(1) + "\""));
        }
    }

    @Test
    void whatever_the_profile_runs_is_on_the_page() {
        List<String> commands = matches(COMMAND, page).stream()
                .map(command -> command.group(1).replaceAll(".*-Dtest=(\\w+).*", "$1"))
                .toList();
        List<String> run = tests.keySet().stream()
                .filter(name -> source(name).contains("\n@Tag(\"faults"))
                .toList();
        assertThat(commands).containsAll(run);
    }

    private String source(String test) {
        return tests.getOrDefault(test, "");
    }

    private static List<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    /** By the simple name of its class; of several with the same name all in one. */
    private static Map<String, String> testSources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ReliabilityDocumentTest::testsIn)
                    .collect(Collectors.toMap(
                            path -> path.getFileName().toString().replace(".java", ""),
                            ReliabilityDocumentTest::read,
                            String::concat));
        }
    }

    private static Stream<Path> testsIn(Path sources) {
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(path -> path.toString().endsWith("Test.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
