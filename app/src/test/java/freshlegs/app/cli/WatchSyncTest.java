package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.watch.AWatch;
import freshlegs.app.watch.ServerDestination.Pause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated watches, the inbox, and a person who is asked once. */
class WatchSyncTest {
    private final Path mounts;
    private final Path data;
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();
    private Pause pause = time -> {};

    WatchSyncTest(@TempDir Path temporary) {
        mounts = temporary.resolve("media");
        data = temporary.resolve("data");
    }

    private record Ran(int code, String out, String err) {}

    @Test
    void the_first_time_asks_once_and_the_second_needs_no_click() throws IOException {
        AWatch watch = forerunner("GARMIN").withFit("GARMIN/Activity/run.fit", "GARMIN/Sleep/S1.fit");
        Map<String, String> before = AWatch.tree(watch.storage());
        answers.add("anna");

        Ran first = run("--mount", watch.storage());

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(questions)
                .containsExactly("This watch (Forerunner 265, serial ...1234) is whose? The athlete's id, or nothing to"
                        + " leave it alone:");
        assertThat(first.out()).isEqualTo("Forerunner 265, serial ...1234 (anna): 2 new, 0 already known, 0 skipped\n");
        assertThat(inbox()).containsExactly("anna/watch-1234/Activity/run.fit", "anna/watch-1234/Sleep/S1.fit");
        assertThat(data.resolve("inbox/anna/watch-1234/Activity/run.fit"))
                .hasSameBinaryContentAs(watch.storage().resolve("GARMIN/Activity/run.fit"));
        assertThat(AWatch.tree(watch.storage())).isEqualTo(before);

        watch.withFit("GARMIN/Activity/second.fit");
        Ran second = run("--mount", watch.storage());

        assertThat(questions).hasSize(1);
        assertThat(second.out()).startsWith("Forerunner 265, serial ...1234 (anna): 1 new, 2 already known, 0 skipped");
        assertThat(run("--mount", watch.storage()).out()).contains(": 0 new, 3 already known");
        assertThat(inbox()).hasSize(3);
    }

    @Test
    void without_a_terminal_options_say_whose_it_is() throws IOException {
        AWatch watch = forerunner("GARMIN").withFit("GARMIN/Activity/run.fit");

        Ran nobody = run("--mount", watch.storage());
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.out()).contains("(nobody's yet)").contains("`freshlegs watch-sync --athlete ID --yes`");
        assertThat(inbox()).isEmpty();

        assertThat(run("--mount", watch.storage(), "--athlete", "anna", "--yes").code())
                .isZero();
        assertThat(inbox()).hasSize(1);

        Ran another = run("--mount", watch.storage(), "--athlete", "bea", "--yes");
        assertThat(another.err()).contains("is anna's and stays so until `freshlegs watch-sync forget 34561234`");
        assertThat(inbox()).hasSize(1);
    }

    @Test
    void a_given_athlete_is_confirmed_by_one_word() throws IOException {
        AWatch watch = forerunner("GARMIN").withFit("GARMIN/Activity/run.fit");
        answers.addAll(List.of("n", "y"));

        assertThat(run("--mount", watch.storage(), "--athlete", "anna").code()).isEqualTo(1);
        assertThat(inbox()).isEmpty();
        assertThat(run("--mount", watch.storage(), "--athlete", "anna").code()).isZero();
        assertThat(questions).allMatch(each -> each.endsWith("is anna's? [y/N]"));
        assertThat(inbox()).hasSize(1);
    }

    @Test
    void an_answer_that_is_no_athlete_is_asked_again() throws IOException {
        AWatch watch = forerunner("GARMIN").withFit("GARMIN/Activity/run.fit");
        answers.addAll(List.of("Anna K.", "../evil", "anna-k"));

        run("--mount", watch.storage());

        assertThat(questions).hasSize(3);
        assertThat(inbox()).containsExactly("anna-k/watch-1234/Activity/run.fit");
    }

    @Test
    void two_watches_on_one_dock_go_each_to_its_own_person() throws IOException {
        AWatch annas = AWatch.garmin(mounts.resolve("GARMIN"), 34561234)
                .describedAs("GARMIN/GarminDevice.xml", "Forerunner 265")
                .withFit("GARMIN/Activity/run.fit");
        AWatch beas = AWatch.garmin(mounts.resolve("GARMIN1"), 99995678)
                .describedAs("Garmin/GarminDevice.xml", "fenix 3 HR")
                .withFit("Garmin/Activity/run.fit");

        Ran both = run("--mount", annas.storage(), "--mount", beas.storage(), "--athlete", "anna", "--yes");
        assertThat(both.code()).isEqualTo(1);
        assertThat(both.out()).contains("several new watches are plugged in: name the one you mean with --mount");
        assertThat(inbox()).isEmpty();

        run("--mount", annas.storage(), "--athlete", "anna", "--yes");
        run("--mount", beas.storage(), "--athlete", "bea", "--yes");
        annas.withFit("GARMIN/Monitor/M1.fit");
        beas.withFit("Garmin/Monitor/M1.fit");
        assertThat(run("--mount", annas.storage(), "--mount", beas.storage()).code())
                .isZero();
        assertThat(inbox())
                .containsExactly(
                        "anna/watch-1234/Activity/run.fit",
                        "anna/watch-1234/Monitor/M1.fit",
                        "bea/watch-5678/Activity/run.fit",
                        "bea/watch-5678/Monitor/M1.fit");
    }

    @Test
    void a_dry_run_says_what_would_come_and_leaves_nothing_behind() throws IOException {
        AWatch watch = forerunner("GARMIN").withFit("GARMIN/Activity/run.fit");

        Ran ran = run("--mount", watch.storage(), "--dry-run", "--json");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("\"dryRun\" : true").contains("\"new\" : [ \"Activity/run.fit\" ]");
        assertThat(data).doesNotExist();
    }

    @Test
    void a_forgotten_watch_is_asked_for_again_and_hands_over_nothing_twice() throws IOException {
        AWatch watch = forerunner("GARMIN").withFit("GARMIN/Activity/run.fit");
        run("--mount", watch.storage(), "--athlete", "anna", "--yes");

        assertThat(run("forget", "0000").code()).isEqualTo(1);
        assertThat(run("forget", "0000").err()).contains("known are Forerunner 265 34561234 of anna");
        assertThat(run("forget", "1234").out()).isEqualTo("Forgotten: Forerunner 265, serial ...1234.\n");
        assertThat(run("--mount", watch.storage()).code()).isEqualTo(1);
        assertThat(run("--mount", watch.storage(), "--athlete", "anna", "--yes").code())
                .isZero();
        assertThat(inbox()).hasSize(1);
    }

    @Test
    void the_memory_is_for_its_owner_only_and_a_broken_one_says_so() throws IOException {
        AWatch watch = forerunner("GARMIN").withFit("GARMIN/Activity/run.fit");
        run("--mount", watch.storage(), "--athlete", "anna", "--yes");

        Path memory = data.resolve("watches.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(memory)))
                .isEqualTo("rw-------");
        Files.writeString(memory, "{");
        Ran ran = run("--mount", watch.storage());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("watches.json cannot be read: move it away");
    }

    @Test
    void too_large_and_strange_files_are_named_and_skipped() throws IOException {
        AWatch watch = forerunner("GARMIN")
                .withFit("GARMIN/Activity/run.fit")
                .with("GARMIN/Activity/huge.fit", new byte[(1 << 20) + 1])
                .with("GARMIN/Activity/route.tcx", new byte[1])
                .with("GARMIN/Activity/._run.fit", new byte[1])
                .with("GARMIN/NewFiles/workout.fit", new byte[1]);
        Path outside = Files.writeString(mounts.resolve("outside.fit"), "secret");
        Files.createSymbolicLink(watch.storage().resolve("GARMIN/Activity/link.fit"), outside);
        Files.createSymbolicLink(watch.storage().resolve("GARMIN/Sleep"), mounts);

        Ran ran = run(
                Map.of("FRESHLEGS_LIMIT_FILE_MEGABYTES", "1"),
                "--mount",
                watch.storage(),
                "--athlete",
                "anna",
                "--yes");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("Forerunner 265, serial ...1234 (anna): 1 new, 0 already known, 3 skipped\n")
                .contains("skipped Activity/huge.fit: more than 1 megabytes in one watch file"
                        + " (the limit FRESHLEGS_LIMIT_FILE_MEGABYTES)")
                .contains("skipped Activity/link.fit: a link or no regular file")
                .contains("skipped Activity/route.tcx: not one of the watch's FIT files");
        assertThat(inbox()).containsExactly("anna/watch-1234/Activity/run.fit");
    }

    @Test
    void a_folder_without_a_watch_is_named() throws IOException {
        Files.createDirectories(mounts.resolve("stick/exports"));
        Files.writeString(mounts.resolve("stick/exports/accounts.csv"), "x");
        AWatch.other(mounts.resolve("stick")).withFit("exports/someone.fit");

        Ran ran = run("--mount", mounts.resolve("stick"));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("There is no watch below");
        assertThat(data).doesNotExist();
    }

    @Test
    void watching_takes_a_watch_once_each_time_it_is_plugged_in() throws IOException {
        AWatch watch = forerunner("GARMIN").withFit("GARMIN/Activity/run.fit");
        Path away = mounts.resolve("away");
        ArrayDeque<Pause> looks = new ArrayDeque<>(List.of(
                time -> {},
                time -> moved(watch.storage(), away),
                time -> {
                    moved(away, watch.storage());
                    withAnother(watch);
                },
                time -> {
                    throw new InterruptedException();
                }));
        pause = time -> looks.remove().of(time);

        Ran ran = run("--watch", "--mount", watch.storage(), "--athlete", "anna", "--yes");

        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(
                        "Forerunner 265, serial ...1234 (anna): 1 new, 0 already known, 0 skipped",
                        "Forerunner 265, serial ...1234 (anna): 1 new, 1 already known, 0 skipped");
    }

    @Test
    void a_watch_that_nothing_may_be_written_to_is_read_all_the_same() throws IOException {
        AWatch watch = forerunner("GARMIN").withFit("GARMIN/Activity/run.fit");
        allow(watch.storage(), "r-xr-xr-x", "r--r--r--");
        try {
            assertThat(run("--mount", watch.storage(), "--athlete", "anna", "--yes")
                            .code())
                    .isZero();
        } finally {
            allow(watch.storage(), "rwxr-xr-x", "rw-r--r--");
        }
        assertThat(inbox()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --once --watch                            | either --once or --watch
            --yes                                     | say --athlete ID with it
            --athlete ../evil                         | cannot be an athlete's id
            --token-file x                            | say --server URL with it
            --server https://legs.example.org         | --server needs a token
            --server ftp://legs.example.org           | --server must be an address such as https://
            --server https://me:secret@example.org    | --server must be an address such as https://
            install --print --uninstall               | either --print or --uninstall
            forget                                    | SERIAL
            """)
    void wrong_use_is_answered_with_code_2_and_what_would_be_right(String words, String hint) {
        Ran ran = run((Object[]) words.split(" ", -1));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("freshlegs: ").contains(hint);
        assertThat(data).doesNotExist();
    }

    private AWatch forerunner(String label) throws IOException {
        return AWatch.garmin(mounts.resolve(label), 34561234).describedAs("GARMIN/GarminDevice.xml", "Forerunner 265");
    }

    private Ran run(Object... words) {
        return run(Map.of(), words);
    }

    private Ran run(Map<String, String> environment, Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("FRESHLEGS_DATA", data.toString());
        Shell shell = new Shell(utf8(out), utf8(err), all, Clock.systemUTC(), false);
        int code = WatchSyncCommand.line(shell, this::answer, pause, data)
                .setErr(new PrintWriter(utf8(err), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(Failures::failed)
                .setParameterExceptionHandler(Failures::wrongUse)
                .execute(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Optional<String> answer(String question) {
        questions.add(question);
        return Optional.ofNullable(answers.poll());
    }

    private List<String> inbox() throws IOException {
        Path inbox = data.resolve("inbox");
        if (!Files.exists(inbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(inbox)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> inbox.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static void moved(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void withAnother(AWatch watch) {
        try {
            watch.withFit("GARMIN/Activity/another.fit");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void allow(Path tree, String folders, String files) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.toList()) {
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(Files.isDirectory(path) ? folders : files));
            }
        }
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
