package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.output.Query;
import freshlegs.app.service.SqlWorkouts;
import freshlegs.app.watch.AWatch;
import freshlegs.ingest.Spool;
import freshlegs.ingest.http.IntakeServer;
import freshlegs.ingest.http.IntakeServerSettings;
import freshlegs.ingest.http.OutcomeLookup;
import freshlegs.ingest.http.Tokens;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.workout.WorkoutZip;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.json.Json;
import freshlegs.model.plan.Block;
import freshlegs.model.plan.Effort;
import freshlegs.model.plan.Focus;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.PaceRange;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Surface;
import freshlegs.model.plan.Workout;
import freshlegs.model.plan.Workout.Kind;
import freshlegs.warehouse.Warehouse;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan in the tables as it reaches a watch: exported, by cable from the data folder, and by cable from a server. */
class WorkoutServiceTest {
    private static EmbeddedPostgres server;
    private static DatabaseAddress database;
    private static IntakeServer intake;
    private static CommandLineUnderTest freshlegs;
    private static Path work;
    private static LocalDate today = LocalDate.EPOCH;

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        work = Files.createDirectories(temporary.resolve("work"));
        Path data = Files.createDirectories(temporary.resolve("data"));
        server = EmbeddedPostgres.start();
        database = new DatabaseAddress(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        Warehouse.migrate(database);
        ask("INSERT INTO freshlegs.known_athlete (athlete) VALUES ('anna')");
        Clock clock = Clock.systemUTC();
        intake = IntakeServer.start(
                new IntakeServerSettings("127.0.0.1", 0, Limits.STANDARD, clock),
                Spool.at(data, Limits.STANDARD, clock),
                Tokens.in(data, clock),
                OutcomeLookup.nowhere(),
                new SqlWorkouts(database, clock),
                List.of());
        freshlegs = CommandLineUnderTest.on(data)
                .with("FRESHLEGS_POSTGRES_URL", database.jdbcUrl())
                .with("FRESHLEGS_POSTGRES_USER", "postgres")
                .with("FRESHLEGS_POSTGRES_PASSWORD", "postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        intake.close();
        server.close();
    }

    @BeforeEach
    void plan() throws SQLException {
        today = LocalDate.now(ZoneOffset.UTC);
        ask("DELETE FROM freshlegs.prescription WHERE athlete = 'anna'");
        put(-1, easy(30));
        put(0, easy(40));
        put(1, Workout.plain(Kind.REST, "Rest", 0, false));
        put(2, repeats());
        put(20, easy(50));
    }

    @Test
    void the_coming_sessions_are_exported_as_files_and_as_an_archive() throws Exception {
        Path folder = work.resolve("files");
        Ran files = freshlegs.run("plan", "export", "--athlete", "anna", "--out", folder);
        assertThat(files.code()).as(files.err()).isZero();
        assertThat(names(folder)).hasSize(2).allMatch(name -> name.matches("FL\\d{4}[0-9A-Z]{2}\\.FIT"));
        assertThat(files.out().lines().toList().get(1))
                .startsWith(today.plusDays(2) + "  FL")
                .endsWith("6 x 200 m");
        assertThat(files.err()).contains("GARMIN/NewFiles");

        Path archive = work.resolve("all.zip");
        assertThat(freshlegs
                        .run("plan", "export", "--athlete", "anna", "--out", archive, "--days", "21")
                        .code())
                .isZero();
        assertThat(WorkoutZip.unpack(Files.readAllBytes(archive)).orElseThrow()).hasSize(3);

        ask("UPDATE freshlegs.prescription SET done = '{\"plannedFor\": \"" + today + "\"}' WHERE date = '" + today
                + "'");
        Ran one = freshlegs.run("plan", "export", "--athlete", "anna", "--out", work.resolve("one"), "--days", "1");
        assertThat(one.code()).isZero();
        assertThat(one.err()).contains("nothing to run for anna");
        assertThat(work.resolve("one")).doesNotExist();

        assertThat(freshlegs
                        .run("plan", "export", "--athlete", "nobody", "--out", folder)
                        .code())
                .isEqualTo(1);
        assertThat(freshlegs
                        .run("plan", "export", "--athlete", "anna", "--out", folder, "--days", "0")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void a_watch_on_the_cable_follows_the_plan_and_only_when_asked() throws Exception {
        Path garmin = watch("local");

        Ran without = freshlegs.run("watch-sync", "--mount", garmin, "--athlete", "anna", "--yes");
        assertThat(without.out()).doesNotContain("workouts");
        assertThat(garmin.resolve("GARMIN/NewFiles")).doesNotExist();

        Ran dry = freshlegs.run("watch-sync", "--mount", garmin, "--workouts", "--dry-run");
        assertThat(dry.out()).contains("workouts: 2 would be written, 0 would be taken back, 0 already there");
        assertThat(garmin.resolve("GARMIN/NewFiles")).doesNotExist();

        Ran first = freshlegs.run("watch-sync", "--mount", garmin, "--workouts");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("  workouts: 2 written, 0 taken back, 0 already there\n");
        assertThat(names(garmin.resolve("GARMIN/NewFiles"))).hasSize(2);

        put(2, easy(35));
        Ran changed = freshlegs.run("watch-sync", "--mount", garmin, "--workouts", "--json");
        var told = changed.json().path("watches").path(0).path("workouts");
        assertThat(told.path("written").path(0).asText()).contains("Easy");
        assertThat(told.path("withdrawn").path(0).asText()).contains("6 x 200 m");
        assertThat(told.path("kept").asInt()).isEqualTo(1);
        assertThat(names(garmin.resolve("GARMIN/NewFiles"))).hasSize(2);
    }

    @Test
    void a_watch_elsewhere_gets_them_from_the_server_by_the_athletes_token() throws Exception {
        String token = freshlegs
                .run("token", "add", "--athlete", "anna", "--name", "dock")
                .out()
                .lines()
                .findFirst()
                .orElseThrow();
        Path garmin = watch("far");
        CommandLineUnderTest elsewhere = CommandLineUnderTest.on(work.resolve("elsewhere"));
        Object[] sync = {
            "watch-sync",
            "--mount",
            garmin,
            "--athlete",
            "anna",
            "--yes",
            "--workouts",
            "--server",
            intake.address(),
            "--token-file",
            Files.writeString(work.resolve("token"), token)
        };

        Ran ran = elsewhere.run(sync);
        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).contains("  workouts: 2 written, 0 taken back, 0 already there\n");
        assertThat(elsewhere.run(sync).out()).contains("workouts: 0 written, 0 taken back, 2 already there");

        Files.writeString(work.resolve("token"), "fl_wrong");
        Ran refused = elsewhere.run(sync);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(names(garmin.resolve("GARMIN/NewFiles"))).hasSize(2);
    }

    @Test
    void while_the_plan_is_being_made_anew_nothing_is_taken_back() throws Exception {
        Path garmin = watch("rebuilt");
        freshlegs.run("watch-sync", "--mount", garmin, "--athlete", "anna", "--yes", "--workouts");
        ask("DELETE FROM freshlegs.prescription WHERE athlete = 'anna'");
        ask("INSERT INTO ledger.rebuild (sessions, begun_at) VALUES (false, now())");
        try {
            Ran ran = freshlegs.run("watch-sync", "--mount", garmin, "--workouts");
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.out()).contains("the plan is being made anew");
            assertThat(names(garmin.resolve("GARMIN/NewFiles"))).hasSize(2);
            Ran export = freshlegs.run("plan", "export", "--athlete", "anna", "--out", work.resolve("never"));
            assertThat(export.err()).contains("Nothing was written: the plan is being made anew");
        } finally {
            ask("DELETE FROM ledger.rebuild");
        }
    }

    private static Path watch(String name) throws IOException {
        return AWatch.garmin(work.resolve(name), 34560000 + name.hashCode() % 1000)
                .describedAs("GARMIN/GarminDevice.xml", "Forerunner 265")
                .storage();
    }

    private static Workout easy(int minutes) {
        return Workout.plain(Kind.EASY, "Easy, " + minutes + " min", minutes, false);
    }

    private static Workout repeats() {
        Step run = Step.distance(Part.RUN, 200).at(Optional.of(new PaceRange(215, 225)));
        return new Workout(
                Kind.REPEATS,
                "6 × 200 m",
                45,
                true,
                6000,
                new Effort(6, 8),
                Focus.RHYTHM,
                Surface.TRACK,
                List.of(
                        Block.once(Step.time(Part.WARM_UP, 900)),
                        new Block(6, List.of(run, Step.time(Part.RECOVER, 120)))),
                List.of(),
                List.of());
    }

    private static void put(int day, Workout workout) throws SQLException {
        LocalDate date = today.plusDays(day);
        ask("DELETE FROM freshlegs.prescription WHERE athlete = 'anna' AND date = '" + date + "'");
        try (Connection connection = Query.connect(database);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO freshlegs.prescription (athlete, date, level, level_name, status, planned, prescribed)"
                                + " VALUES ('anna', ?, 3, 'repeats', 'GREEN', ?::jsonb, ?::jsonb)")) {
            insert.setObject(1, date);
            insert.setString(2, Json.writeText(workout));
            insert.setString(3, Json.writeText(workout));
            insert.executeUpdate();
        }
    }

    private static void ask(String statement) throws SQLException {
        try (Connection connection = Query.connect(database);
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
