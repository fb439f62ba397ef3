package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.model.ContentHash;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every real watch file, twice, in a random order, through the drop folder for one athlete and by token for another: both end
 * with the same activities, groups and trends, and every content with the outcome that the golden table has for it.
 */
class EveryRealFileTest {
    private static final long SEED = 20261125;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String DUPLICATE = "duplicate";
    private static final Path ROOT = Path.of(System.getProperty("freshlegs.root"));
    private static final Path REAL = ROOT.resolve("../shared/fit");
    private static final Path GOLDEN = ROOT.resolve("ingest/src/test/resources/freshlegs/ingest/fit/real-outcomes.tsv");
    /** What the decoder's golden table says, as people see it. */
    private static final Map<String, String> SEEN =
            Map.of("contents", "imported", "salvaged", "imported salvaged", "problem", "set-aside");

    @Test
    void every_real_file_twice_by_folder_and_by_token_gives_the_same(@TempDir Path temporary) throws Exception {
        assumeTrue(Files.isDirectory(REAL), "no real watch files beside the source tree");
        Path data = temporary.resolve("data");
        CommandLineUnderTest freshlegs = CommandLineUnderTest.on(data);
        List<Path> files = realFiles();
        try (Access access = serve(data)) {
            Connection tables = DriverManager.getConnection(
                    access.database().jdbcUrl(),
                    access.database().user(),
                    access.database().password());
            drop(twiceInAnyOrder(files, new Random(SEED)), data.resolve("inbox/folder"));
            String token = freshlegs
                    .run("token", "add", "--athlete", "token", "--name", "test")
                    .out()
                    .lines()
                    .findFirst()
                    .orElseThrow();
            upload(
                    twiceInAnyOrder(files, new Random(SEED + 1)),
                    token,
                    access.intake().orElseThrow());
            for (String athlete : List.of("folder", "token")) {
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes(tables, athlete))
                        .hasSize(2 * files.size()));
            }
            assertThat(Settling.await(access, PATIENCE)).isTrue();

            Map<String, List<String>> golden = expected(files);
            assertThat(byContent(outcomes(tables, "folder"))).isEqualTo(golden);
            assertThat(byContent(outcomes(tables, "token"))).isEqualTo(golden);
            assertThat(activities(tables, "token")).isEqualTo(activities(tables, "folder"));
            assertThat(copies(tables, "token")).isEqualTo(copies(tables, "folder"));
            assertThat(freshlegs.run("trends", "--athlete", "token", "--csv").out())
                    .isEqualTo(freshlegs
                            .run("trends", "--athlete", "folder", "--csv")
                            .out());
            tables.close();
        }
    }

    private static Access serve(Path data) throws InterruptedException {
        Map<String, String> environment =
                Map.of("FRESHLEGS_DATA", data.toString(), "FRESHLEGS_ZONE", "UTC", "FRESHLEGS_POLL", "200ms");
        return Access.serve(
                Settings.of(
                        Map.of(Catalogue.CONSOLE_PORT, "0", Catalogue.INTAKE_PORT, "0", Catalogue.METRICS_PORT, "0"),
                        Map.of(),
                        environment),
                "run",
                Clock.systemUTC());
    }

    private static List<Path> realFiles() throws Exception {
        try (Stream<Path> all = Files.walk(REAL)) {
            return all.filter(file ->
                            file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".fit"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> twiceInAnyOrder(List<Path> files, Random chance) {
        List<Path> twice = new ArrayList<>(files);
        twice.addAll(files);
        Collections.shuffle(twice, chance);
        return twice;
    }

    private static void drop(List<Path> files, Path inbox) throws Exception {
        Files.createDirectories(inbox);
        for (int i = 0; i < files.size(); i++) {
            Path hidden = inbox.resolve(".tmp-" + i);
            Files.copy(files.get(i), hidden, StandardCopyOption.REPLACE_EXISTING);
            Files.move(hidden, inbox.resolve(i + ".FIT"));
        }
    }

    private static void upload(List<Path> files, String token, URI intake) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < files.size(); i++) {
            HttpRequest put = HttpRequest.newBuilder(intake.resolve("/api/v1/files/" + i + ".fit"))
                    .header("Authorization", "Bearer " + token)
                    .PUT(BodyPublishers.ofFile(files.get(i)))
                    .build();
            assertThat(client.send(put, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
        }
    }

    private static Map<String, List<String>> expected(List<Path> files) throws Exception {
        Map<String, String> golden = Files.readAllLines(GOLDEN).stream()
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(cells -> cells[0], cells -> SEEN.get(cells[1])));
        Map<String, List<String>> expected = new TreeMap<>();
        for (Path file : files) {
            String hash = ContentHash.of(Files.readAllBytes(file));
            List<String> sofar = expected.computeIfAbsent(hash, h -> new ArrayList<>(List.of(golden.get(h))));
            sofar.add(0, DUPLICATE);
            if (sofar.size() > 2) {
                sofar.add(0, DUPLICATE);
            }
        }
        return expected;
    }

    private static Map<String, List<String>> byContent(List<List<String>> outcomes) {
        return outcomes.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), rows -> rows.stream()
                                .map(row -> row.get(1))
                                .sorted()
                                .toList())));
    }

    private static List<List<String>> outcomes(Connection tables, String athlete) throws SQLException {
        return ask(tables, """
                select sha256, outcome || case when outcome = 'imported' and salvage is not null then ' salvaged' else '' end
                from freshlegs.file_outcome where athlete = ? order by 1, 2
                """, athlete);
    }

    private static List<List<String>> activities(Connection tables, String athlete) throws SQLException {
        return ask(tables, """
                select (to_jsonb(a) - 'athlete' - 'revision' - 'ingested_at')::text
                from freshlegs.activity a where athlete = ? order by fact_id, 1
                """, athlete);
    }

    private static List<List<String>> copies(Connection tables, String athlete) throws SQLException {
        return ask(tables, """
                select sha256, c ->> 'activity', c ->> 'group', c ->> 'kept'
                from freshlegs.file_outcome, jsonb_array_elements(copies) c
                where athlete = ? and outcome = 'imported' order by 1, 2, 3, 4
                """, athlete);
    }

    private static List<List<String>> ask(Connection tables, String question, String athlete) throws SQLException {
        try (PreparedStatement select = tables.prepareStatement(question)) {
            select.setString(1, athlete);
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet answer = select.executeQuery()) {
                while (answer.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                        row.add(answer.getString(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}
