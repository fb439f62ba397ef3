package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.setting.Setting;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest {
    private final Path data;
    private final CommandLineUnderTest freshlegs;

    CommandLineTest(@TempDir Path temporary) {
        data = temporary.resolve("data");
        freshlegs = CommandLineUnderTest.on(data);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_explains_itself(List<String> command) {
        Ran ran = freshlegs.run(
                Stream.concat(command.stream(), Stream.of("--help")).toArray());

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("Usage: freshlegs").contains("--data").contains("--verbose");
        assertThat(ran.out().lines().skip(1)).anyMatch(line -> line.matches("[A-Z].*"));
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void every_option_that_a_setting_names_exists() {
        Set<String> options = Optional.ofNullable(root().getSubcommands().get("run"))
                .orElseThrow()
                .getCommandSpec()
                .optionsMap()
                .keySet();

        assertThat(Setting.all().stream().flatMap(setting -> setting.option().stream()))
                .isSubsetOf(options)
                .isNotEmpty();
    }

    @Test
    void the_version_is_told() {
        assertThat(freshlegs.run("--version").out()).startsWith("freshlegs ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (nothing)                                   | Say what to do
            athlete                                     | athlete add ID
            trends                                      | --athlete
            fly                                         | fly
            trends --athlete ../evil                    | "../evil" cannot be an athlete's id
            import --athlete ../evil /tmp               | "../evil" cannot be an athlete's id
            import --athlete anna                       | PATH
            files                                       | Say whose files
            files --athlete anna --outcome lost         | --outcome must be one of imported, duplicate, set-aside, failed
            files keep --athlete anna                   | FILE
            files undo x                                | --athlete
            trends --athlete anna --from yesterday      | --from must be a day such as 2026-11-24
            trends --athlete anna --csv --json          | either --csv or --json
            review --athlete anna --week last           | --week must be a week such as 2026-W12
            review --athlete anna --week 2026-W54       | --week must be a week such as 2026-W12
            review --athlete anna --for owner           | --for must be coach or athlete
            checkin --athlete anna                      | Say something
            checkin --athlete anna --fatigue 9          | fatigue must lie between 1 and 7
            checkin --athlete anna --effort much        | much
            checkin --athlete anna --symptom tired      | --symptom must be one of chest-pain
            athlete add anna --max-hr 400               | maximal heart rate must lie between 100 and 230
            athlete add anna --threshold-pace 245       | such as 4:05
            athlete add anna --zone Mars                | --zone must be a time zone
            run --port web                              | setting console-port (option --port) cannot be "web"
            run --intake-port web                       | setting intake-port (option --intake-port) cannot be "web"
            goal                                        | goal set or goal show
            goal set --athlete anna --distance 5000     | --on
            goal set --athlete anna --distance 5 --on 2027-04-18 | distance (metres) must lie between 100 and
            goal set --athlete anna --distance 5000 --on 2027-04-18 --target soon | such as 18:30
            goal set --athlete anna --distance 5000 --on 2027-04-18 --from 2027-05-01 | must not lie before
            decide --athlete anna --date 2026-11-24 maybe | accept, keep, change or undo
            decide --athlete anna --date 2026-11-24 change | --workout
            decide --athlete anna --date 2026-11-24 keep --as owner | --as must be coach or athlete
            retract --athlete anna --fact hrv           | a kind and an id
            retract --athlete anna --fact delivery/x    | files undo
            verdict --alert anna-2026-11-18-fatigue yes | right, wrong, unsure or none
            verdict right                               | --alert
            silence                                     | silence set, silence lift or silence show
            silence set --athlete anna --about illness  | silence about illness is refused, since it concerns safety
            silence set --athlete anna --about stop     | silence about stop is refused, since it concerns safety
            silence set --athlete anna --about FATIGUE  | such as fatigue.two-keys
            phase                                       | phase set, phase cancel or phase show
            phase set --athlete anna --from 2026-11-01 --to 2026-11-20 hard | block, taper, away, travel, busy, heat or ice
            phase set --athlete anna --from 2026-11-20 --to 2026-11-01 block | phase must last 1 to 120 days
            token                                       | token add, token list or token revoke
            connect                                     | connect intervals, garmin, list or remove
            token add --athlete anna                    | --name
            token add --athlete ../evil --name phone    | "../evil" cannot be an athlete's id
            demo --webhook example                      | setting webhook (option --webhook)
            simulate --out x --athletes 0               | athletes must lie between 1 and
            simulate                                    | --out DIR for watch files, or --csv DIR
            simulate --csv x --out y                    | --csv goes with --seed, --days, --sound and --overreached alone
            simulate --out x --sound 3                  | --sound and --overreached go with --csv
            simulate --out x --fit y                    | and so does --fit
            simulate --csv x --sound 3000               | --sound must be a number from 0 to
            simulate --csv x --days 0                   | --days must be a number from 1 to
            evaluate                                    | a folder, or --seed
            evaluate squad --seed 1                     | a folder, or --seed
            evaluate --seed 1 --athletes -1             | --athletes must be a number from 0
            histories nowhere                           | nowhere is no folder
            evaluate --seed 1 --without sleep           | --without must be one of check-ins, resting-heart-rate
            ingest                                      | needs FRESHLEGS_KAFKA
            streams                                     | needs FRESHLEGS_KAFKA
            coach                                       | needs FRESHLEGS_POSTGRES_URL
            """)
    void wrong_use_is_answered_with_code_2_and_what_would_be_right(String arguments, String hint) {
        Object[] words = arguments.equals("(nothing)") ? new Object[0] : arguments.split(" ", -1);

        Ran ran = freshlegs.run(words);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("freshlegs: ").contains(hint).doesNotContain("\tat ");
    }

    @Test
    void the_page_about_copies_shows_commands_that_exist() throws Exception {
        Path page = Path.of(System.getProperty("freshlegs.root"), "docs", "intake", "identity.md");
        List<String> shown = Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("freshlegs "))
                .toList();

        assertThat(shown).hasSizeGreaterThan(4);
        shown.forEach(command ->
                root().parseArgs(command.substring("freshlegs ".length()).split(" ")));
    }

    @Test
    void the_page_about_detection_shows_commands_that_exist() throws Exception {
        Path page = Path.of(System.getProperty("freshlegs.root"), "docs", "detection.md");
        List<String> shown = Files.readAllLines(page).stream()
                .filter(line -> line.matches("(\\./)?freshlegs .*"))
                .toList();

        assertThat(shown).hasSizeGreaterThan(4);
        shown.forEach(command ->
                root().parseArgs(command.substring(command.indexOf(' ') + 1).split(" ")));
    }

    @Test
    void looking_into_nothing_says_how_to_begin_and_leaves_nothing_behind() {
        Ran ran = freshlegs.run("trends", "--athlete", "anna");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("There is nothing in " + data + " yet").contains("freshlegs import");
        assertThat(data).doesNotExist();
    }

    @Test
    void a_data_folder_that_is_a_file_is_named_with_the_way_out() throws Exception {
        Files.writeString(data, "");

        Ran ran = freshlegs.run("run");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("The data folder " + data).contains("--data");
    }

    @Test
    void a_command_that_is_named_first_is_made_alone_and_all_are_for_any_other_word() {
        Shell shell = shell();
        assertThat(Freshlegs.commandLine(shell, "trends", "run").getSubcommands())
                .containsOnlyKeys("trends");
        assertThat(Freshlegs.commandLine(shell, "--verbose", "trends").getSubcommands())
                .hasSameSizeAs(root().getSubcommands());
        assertThat(Freshlegs.commandLine(shell, "trneds").getSubcommands()).hasSameSizeAs(root().getSubcommands());
        root().getSubcommands().keySet().forEach(word -> assertThat(
                        Freshlegs.commandLine(shell, word).getSubcommands())
                .containsOnlyKeys(word));
    }

    static Stream<List<String>> commands() {
        return Stream.concat(Stream.of(List.of()), below(root(), List.of()));
    }

    private static Stream<List<String>> below(CommandLine line, List<String> path) {
        return line.getSubcommands().entrySet().stream().flatMap(each -> {
            List<String> further =
                    Stream.concat(path.stream(), Stream.of(each.getKey())).toList();
            return Stream.concat(Stream.of(further), below(each.getValue(), further));
        });
    }

    private static CommandLine root() {
        return Freshlegs.commandLine(shell());
    }

    private static Shell shell() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        return new Shell(nowhere, nowhere, Map.of(), Clock.systemUTC(), false);
    }
}
