package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.cli.CommandLineUnderTest;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.output.Query;
import freshlegs.app.service.Access;
import freshlegs.app.service.Rest;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import freshlegs.ingest.original.AnObjectStorage;
import freshlegs.model.ContentHash;
import freshlegs.model.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented steps: a backup while files flow, the folder lost, a restore elsewhere. */
class BackupTest {
    private static final int FILES = 12;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern STEP = Pattern.compile("(?m)^freshlegs ((?:backup|restore) .*)$");
    private static final List<String> RESULTS =
            List.of("trend_day", "status_day", "episode", "prescription", "week_review", "activity_analysis");

    private final Path folder;
    private final Path data;
    private final Path restored;
    private final Path backup;

    BackupTest(@TempDir Path folder) {
        this.folder = folder;
        data = folder.resolve("data");
        restored = folder.resolve("restored");
        backup = folder.resolve("freshlegs-backup.zip");
    }

    @Test
    void what_was_backed_up_while_files_flowed_stands_elsewhere_and_nobody_is_told_twice() throws Exception {
        List<List<String>> steps = documented();
        Path files = folder.resolve("files");
        Simulator.write(new Simulation(1, 2, 42, LocalDate.now(ZoneOffset.UTC)), files);
        try (ListeningCoach coach = ListeningCoach.listen();
                AnObjectStorage storage = AnObjectStorage.started(folder.resolve("storage"))) {
            CommandLineUnderTest freshlegs = told(data, coach);
            storage.environment().forEach(freshlegs::with);
            Map<String, List<String>> tables;
            List<String> access;
            List<String> before;
            try (Access site = freshlegs.serve(Clock.systemUTC())) {
                freshlegs.run("import", "--athlete", "ben", files.resolve("ben"));
                await().atMost(LIMIT).until(() -> !coach.keys().isEmpty());
                account(site.database());
                losesCopies(data, storage);
                Path anna = drop(files.resolve("anna"), data);
                Ran backedUp = run(freshlegs, steps.get(0));
                assertThat(backedUp.out()).contains("Written: ", " records, ", " rows, ", " files.");
                access = Tables.ledger(site.database(), "access", List.of("account", "share"))
                        .get("account");
                awaitFiles(site, anna);
                tables = results(site.database());
                before = coach.keys();
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rw-------");
            assertThat(run(freshlegs, steps.get(1)).out()).contains("Whole: ");
            refusals(freshlegs, steps);
            Map<String, String> originals = originals(storage.originals());
            lose(data);

            Ran done = run(freshlegs, steps.get(2));

            assertThat(done.out()).contains("Restored into ");
            Map<String, String> back = originals(restored.resolve("spool/blobs"));
            assertThat(originals).containsAllEntriesOf(back);
            assertThat(back).hasSizeGreaterThan(FILES);
            try (Access site = told(restored, coach).serve(Clock.systemUTC())) {
                assertThat(Tables.ledger(site.database(), "access", List.of("account"))
                                .get("account"))
                        .isEqualTo(access);
                awaitFiles(site, drop(files.resolve("anna"), restored));
                assertThat(results(site.database())).isEqualTo(tables);
                assertThat(coach.keys()).isEqualTo(before);
                NobodyToldTwice.check(site.database(), coach.keys());
            }
        }
    }

    /** The three steps of the document, with places of this test's own. */
    private List<List<String>> documented() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("freshlegs.root"), "docs/operations.md"));
        Matcher step = STEP.matcher(text.substring(text.indexOf("## Backup and restore")));
        return step.results()
                .limit(3)
                .map(found -> Stream.of(found.group(1).split(" ", -1))
                        .map(word -> word.endsWith("restored") ? restored.toString() : word)
                        .map(word -> word.endsWith(".zip") ? backup.toString() : word)
                        .toList())
                .toList();
    }

    private CommandLineUnderTest told(Path where, ListeningCoach coach) {
        return CommandLineUnderTest.on(where)
                .with("FRESHLEGS_WEBHOOK", coach.address())
                .with("FRESHLEGS_OUTGOING_ALLOWED", "127.0.0.0/8")
                .with("FRESHLEGS_SETTLE", "1s");
    }

    private static Ran run(CommandLineUnderTest freshlegs, List<String> step) {
        Ran ran = freshlegs.run(step.toArray());
        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        return ran;
    }

    private void refusals(CommandLineUnderTest freshlegs, List<List<String>> steps) throws IOException {
        Ran again = freshlegs.run(steps.get(0).toArray());
        assertThat(again.err()).contains("is there already: name a new file");
        Ran full = freshlegs.run("restore", "--from", backup, "--data", data);
        assertThat(full.code()).isEqualTo(1);
        assertThat(full.err()).contains("is not empty, and nothing is replaced");
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 3] ^= 0x55;
        Path damaged = Files.write(folder.resolve("damaged.zip"), bytes);
        Ran check = freshlegs.run("backup", "--check", damaged);
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.err()).contains("is damaged in ", ": take another backup.");
        Ran cut = freshlegs.run("restore", "--from", Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, 999)));
        assertThat(cut.err()).contains("is no backup or not a whole one");
    }

    private static void account(DatabaseAddress database) throws Exception {
        try (Connection connection = Query.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into access.account (id, login, name, password, operator, created_at)"
                    + " values ('0123456789abcdef', 'carla', 'Carla', 'as it was', true, now())");
        }
    }

    /** A few are enough. */
    private static List<Path> some(Path files) throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            return all.filter(Files::isRegularFile).sorted().limit(FILES).toList();
        }
    }

    private static Path drop(Path files, Path where) throws IOException {
        Path inbox = Files.createDirectories(where.resolve("inbox/anna"));
        for (Path file : some(files)) {
            Files.copy(file, inbox.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
        }
        return files;
    }

    /** Each has come to an outcome, and all that follows from them stands in the tables. */
    private static void awaitFiles(Access site, Path files) throws Exception {
        List<String> names =
                some(files).stream().map(file -> file.getFileName().toString()).toList();
        try (Connection connection = Query.connect(site.database())) {
            await().atMost(LIMIT)
                    .until(() -> Tables.column(
                                    connection,
                                    "select distinct path from freshlegs.file_outcome where athlete = 'anna'")
                            .stream()
                            .map(path -> path.replaceFirst("^.*/", ""))
                            .collect(Collectors.toSet())
                            .containsAll(names));
        }
        assertThat(Rest.await(site.kafka(), site.database(), LIMIT)).isTrue();
    }

    private static Map<String, List<String>> results(DatabaseAddress database) throws Exception {
        Map<String, List<String>> results = new TreeMap<>(Tables.results(database));
        results.keySet().retainAll(RESULTS);
        return results;
    }

    /** What the bucket has, this disk need not have. */
    private static void losesCopies(Path where, AnObjectStorage storage) throws IOException {
        for (String hash : originals(storage.originals()).keySet()) {
            Files.deleteIfExists(where.resolve("spool/blobs").resolve(hash));
        }
    }

    private static Map<String, String> originals(Path where) throws IOException {
        Map<String, String> originals = new TreeMap<>();
        try (Stream<Path> all = Files.list(where)) {
            for (Path blob : all.toList()) {
                originals.put(blob.getFileName().toString(), ContentHash.of(Files.readAllBytes(blob)));
            }
        }
        return originals;
    }

    private static void lose(Path where) throws IOException {
        try (Stream<Path> all = Files.walk(where)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
