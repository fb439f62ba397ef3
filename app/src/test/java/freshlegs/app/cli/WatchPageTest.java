package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.app.watch.AWatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Does what {@code docs/intake/watch.md} says, in its order, and sees what it promises. */
class WatchPageTest {
    private static final Pattern COMMAND = Pattern.compile("freshlegs (watch-sync[^`\\n]*)");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

    private final Path temporary;
    private final String page;

    WatchPageTest(@TempDir Path temporary) throws IOException {
        this.temporary = temporary;
        this.page =
                Files.readString(Path.of(System.getProperty("freshlegs.root")).resolve("docs/intake/watch.md"));
    }

    @Test
    void the_first_time_goes_as_it_is_shown() throws IOException {
        AWatch watch = AWatch.garmin(temporary.resolve("GARMIN"), 34561234)
                .describedAs("GARMIN/GarminDevice.xml", "Forerunner 265");
        for (int i = 0; i < 42; i++) {
            watch.withFit("GARMIN/Activity/" + i + ".fit");
        }
        ByteArrayOutputStream screen = new ByteArrayOutputStream();

        int code = line(screen, question -> {
                    screen.writeBytes((question + " anna\n").getBytes(StandardCharsets.UTF_8));
                    return Optional.of("anna");
                })
                .execute("--mount", watch.storage().toString());

        assertThat(code).isZero();
        String shown = screen.toString(StandardCharsets.UTF_8);
        List<String> lines = shown.lines()
                .filter(each -> !each.matches("Forerunner 265 \\d+/42"))
                .toList();
        assertThat(lines).hasSize(2).allSatisfy(each -> assertThat(page).contains("   " + each + "\n"));
    }

    @Test
    void every_command_on_the_page_is_one_that_exists() {
        List<String> commands = new ArrayList<>();
        Matcher matcher = COMMAND.matcher(page);
        while (matcher.find()) {
            commands.add(matcher.group(1).strip());
        }

        assertThat(commands).hasSizeGreaterThan(8);
        for (String command : commands) {
            String[] words = command.split(" ", -1);
            CommandLine line = line(new ByteArrayOutputStream(), question -> Optional.empty());
            line.parseArgs(Stream.of(words).skip(1).toArray(String[]::new));
        }
    }

    @Test
    void every_option_is_on_the_page_and_none_that_is_not() {
        CommandLine line = line(new ByteArrayOutputStream(), question -> Optional.empty());
        List<String> options = Stream.concat(Stream.of(line), line.getSubcommands().values().stream())
                .flatMap(each -> each.getCommandSpec().optionsMap().keySet().stream())
                .filter(option -> option.startsWith("--"))
                .toList();
        List<String> named = page.lines()
                .filter(each -> !each.contains("plan export"))
                .flatMap(each -> OPTION.matcher(each).results())
                .map(each -> each.group())
                .toList();

        assertThat(options).containsAll(named);
        List<String> ofAllCommands = List.of("--data", "--config", "--verbose", "--help", "--launcher");
        assertThat(named)
                .containsAll(options.stream()
                        .filter(each -> !ofAllCommands.contains(each))
                        .toList());
    }

    @Test
    void the_export_on_the_page_is_one_that_exists() {
        Shell shell = new Shell(System.out, System.err, Map.of(), Clock.systemUTC(), false);
        List<String> exports = page.lines()
                .filter(each -> each.contains("freshlegs plan export"))
                .toList();

        assertThat(exports).hasSize(2);
        for (String export : exports) {
            String[] words = export.split(" ", -1);
            Freshlegs.commandLine(shell).parseArgs(Stream.of(words).skip(1).toArray(String[]::new));
        }
    }

    @Test
    void install_shows_writes_and_removes_what_the_page_says() throws IOException {
        assumeTrue(System.getProperty("os.name", "").contains("Linux"), "systemd and udev are Linux's");
        Path units = root().resolve(
                        Path.of(System.getProperty("user.home")).toString().substring(1) + "/.config/systemd/user");
        Path rule = temporary.resolve("root/etc/udev/rules.d/90-freshlegs-watch.rules");

        String printed = install("--print");
        assertThat(printed).contains("\"/opt/fresh legs/freshlegs\" \"watch-sync\" \"--once\"");
        assertThat(root()).doesNotExist();

        String written = install();
        assertThat(units.resolve("freshlegs-watch-mtp@.service")).exists();
        assertThat(units.resolve("freshlegs-watch-storage@.service")).exists();
        assertThat(rule).doesNotExist();
        Path waiting = temporary.resolve("data/install/90-freshlegs-watch.rules");
        assertThat(waiting).exists();
        assertThat(written)
                .contains("Nothing is switched on yet. To switch it on:\n")
                .contains("  sudo install -m 644 " + waiting + " /etc/udev/rules.d/90-freshlegs-watch.rules\n")
                .contains("  systemctl --user daemon-reload\n")
                .contains("  sudo udevadm control --reload\n");

        Files.createDirectories(rule.resolveSibling(""));
        Files.copy(waiting, rule);
        install("--uninstall");
        assertThat(units).isEmptyDirectory();
        assertThat(rule).doesNotExist();
    }

    @Test
    void a_service_is_given_where_the_token_stands_and_never_the_token() {
        String printed = install("--print", "--server", "https://legs.example.org", "--token-file", "/home/a/t k");
        assertThat(printed).contains("\"--server\" \"https://legs.example.org\" \"--token-file\" \"/home/a/t k\"");
        assertThat(install("--print", "--server", "https://legs.example.org"))
                .contains("A service has no environment of yours: say --token-file FILE with --server.");
    }

    private String install(String... options) {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        CommandLine line = line(screen, question -> Optional.empty());
        line.setErr(new PrintWriter(screen, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler(Failures::failed);
        line.execute(Stream.concat(
                        Stream.of("install", "--user", "--launcher", "/opt/fresh legs/freshlegs"), Stream.of(options))
                .toArray(String[]::new));
        return screen.toString(StandardCharsets.UTF_8);
    }

    private Path root() {
        return temporary.resolve("root");
    }

    private CommandLine line(ByteArrayOutputStream screen, Question question) {
        PrintStream stream = new PrintStream(screen, true, StandardCharsets.UTF_8);
        Map<String, String> environment =
                Map.of("FRESHLEGS_DATA", temporary.resolve("data").toString());
        Shell shell = new Shell(stream, stream, environment, Clock.systemUTC(), false);
        return WatchSyncCommand.line(shell, question, time -> {}, root());
    }
}
