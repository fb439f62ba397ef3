package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.app.service.Access;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every example of docs/operations.md does what it says, and there is one for every command. */
class OperationsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @Test
    void every_example_runs_beside_a_running_system(@TempDir Path temporary) throws Exception {
        for (String needed : List.of("bash", "curl", "jq")) {
            assumeTrue(isInstalled(needed), needed + " is not installed");
        }
        CommandLineUnderTest freshlegs = CommandLineUnderTest.on(temporary.resolve("data"));
        try (Access running = freshlegs.serve(Clock.systemUTC());
                CalledFromBash bash = new CalledFromBash(freshlegs, temporary)) {
            assertThat(running.console()).isPresent();
            CalledFromBash.Ended ended = bash.run(examples().script(), PATIENCE);
            assertThat(ended.code()).as(ended.said()).isZero();
        }
    }

    @Test
    void every_command_has_an_example() throws IOException {
        List<String> commands = commands();
        assertThat(examples().called().map(line -> commandOf(line, commands))).containsAll(commands);
    }

    @Test
    void what_only_a_person_runs_says_why() throws IOException {
        assertThat(examples().blocks())
                .filteredOn(block -> block.byHand().isPresent())
                .allSatisfy(block ->
                        assertThat(block.byHand().orElseThrow().split(" ")).hasSizeGreaterThan(3));
    }

    /** The longest one that the line begins with. */
    private static String commandOf(String line, List<String> commands) {
        return commands.stream()
                .filter(command -> (line + " ").startsWith(command + " "))
                .max(Comparator.comparingInt(String::length))
                .orElse("none: " + line);
    }

    private static DocumentedExamples examples() throws IOException {
        return DocumentedExamples.of(Path.of(System.getProperty("freshlegs.root"), "docs", "operations.md"));
    }

    private static boolean isInstalled(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static List<String> commands() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        List<String> names = new ArrayList<>();
        add("", Freshlegs.commandLine(new Shell(nowhere, nowhere, Map.of(), Clock.systemUTC(), false)), names);
        return names;
    }

    private static void add(String before, CommandLine line, List<String> names) {
        line.getSubcommands().forEach((name, command) -> {
            if (!(command.getCommand() instanceof GroupCommand)) {
                names.add(before + name);
            }
            add(before + name + " ", command, names);
        });
    }
}
