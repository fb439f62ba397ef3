package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.service.Access;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole way with the real broker and the real database, by commands that start and stop what they need and by such that need not. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ImportTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 1);
    private static final int DAYS = 14;

    private Path temporary;
    private CommandLineUnderTest freshlegs;
    private Path files;
    private Ran first;
    private Ran trends;
    private Access running;

    /** By commands that find nobody at work first, then beside a service. */
    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        temporary = folder;
        freshlegs = CommandLineUnderTest.on(folder.resolve("data"));
        files = simulated();
        first = freshlegs.run("import", "--athlete", "anna", "--json", files);
        trends = freshlegs.run("trends", "--athlete", "anna", "--json");
        running = freshlegs.serve(Clock.systemUTC());
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    @Order(1)
    void files_become_trends_once_however_often_they_are_imported() throws Exception {
        long count = count(files);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.json().path("summary").path("imported").asLong()).isEqualTo(count);
        JsonNode activity = activities(first.json()).get(0);
        assertThat(names(activity))
                .contains("id", "sport", "start", "localDate", "distanceMetres", "timerSeconds", "samples");
        assertThat(activity.path("id").asText()).matches("\\d{8}T\\d{6}Z-running");

        assertThat(trends.code()).as(trends.err()).isZero();
        assertThat(trends.json().size()).isGreaterThanOrEqualTo(DAYS - 1);
        String csv = theTrendsAreShown(trends);
        theActivitiesAreShown();
        theWeeksAreReviewed();
        nothingComesTwice(files, count, csv);
    }

    private String theTrendsAreShown(Ran trends) {
        assertThat(names(trends.json().get(0))).contains("date", "load", "fitness", "fatigue", "form");
        assertThat(trends.json().findValuesAsText("date")).isSorted().doesNotHaveDuplicates();
        String csv = freshlegs.run("trends", "--athlete", "anna", "--csv").out();
        assertThat(csv).startsWith("date,kind,load,");
        assertThat(csv.lines().findFirst().orElseThrow())
                .contains("restingHeartRateBpmLow", "load7dBaseline", "subjectiveDays")
                .doesNotContain("acuteChronic");
        Ran asked = freshlegs.run("trends", "--athlete", "anna", "--acute-chronic", "--csv");
        assertThat(asked.out().lines().findFirst().orElseThrow()).contains("acuteChronicCoupled");
        assertThat(freshlegs
                        .run("trends", "--athlete", "anna", "--acute-chronic")
                        .out())
                .contains("a:c 7/28");
        assertThat(freshlegs.run("trends", "--athlete", "anna").out())
                .contains("km 7 d")
                .doesNotContain("a:c");
        return csv;
    }

    private void theActivitiesAreShown() {
        Ran activities = freshlegs.run("activities", "--athlete", "anna", "--json");
        assertThat(activities.code()).as(activities.err()).isZero();
        assertThat(activities.json().findValuesAsText("factId"))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(names(activities.json().get(0))).contains("kind", "load", "loadBasis", "peaks", "timedBests");
        assertThat(freshlegs.run("activities", "--athlete", "anna").out().strip())
                .startsWith("date");
    }

    private void nothingComesTwice(Path files, long count, String csv) {
        Ran second = freshlegs.run("import", "--athlete", "anna", files);

        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out()).endsWith("imported 0, duplicate " + count + ", set aside 0, failed 0\n");
        assertThat(freshlegs.run("trends", "--athlete", "anna", "--csv").out()).isEqualTo(csv);
        assertThat(freshlegs.run("plan", "--athlete", "anna", "--json").json().size())
                .isPositive();
        assertThat(freshlegs.run("alerts", "--json").code()).isZero();
        Ran unknown = freshlegs.run("trends", "--athlete", "bob");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("There is no athlete bob yet: known are anna");
    }

    private void theWeeksAreReviewed() {
        Ran all = freshlegs.run("review", "--athlete", "anna", "--json");
        assertThat(all.code()).as(all.err()).isZero();
        assertThat(all.json().findValuesAsText("week")).isNotEmpty().isSorted();
        assertThat(names(all.json().get(0))).contains("shape", "worst", "changes", "runs", "summary", "question");
        String week = LocalDate.parse(all.json().get(0).path("week").asText())
                .format(DateTimeFormatter.ISO_WEEK_DATE)
                .substring(0, 8);
        String said =
                freshlegs.run("review", "--athlete", "anna", "--week", week).out();
        assertThat(said)
                .startsWith(week + ", ")
                .contains(all.json().get(0).path("summary").asText())
                .containsPattern("\nquantity +unit +this week +usual +noise +spreads")
                .contains("resting heart rate");
        String calm = freshlegs
                .run("review", "--athlete", "anna", "--week", week, "--for", "athlete")
                .out();
        assertThat(calm).startsWith(week + ", ").doesNotContain("quantity", "bpm");
        String csv = freshlegs.run("review", "--athlete", "anna", "--csv").out();
        assertThat(csv).startsWith("week,quantity,unit,direction,meaning,value,usual,noise,spreads,days,before\n");
        assertThat(csv.lines().count()).isEqualTo(1 + 18L * all.json().size());
        assertThat(freshlegs
                        .run("review", "--athlete", "anna", "--week", "1999-W01")
                        .err())
                .contains("There is no review of anna for that week.");
    }

    @Test
    @Order(2)
    void every_bad_file_has_its_own_outcome_with_a_reason() throws Exception {
        Path good = firstActivity(files);
        Path bad = Files.createDirectories(temporary.resolve("bad"));
        Files.createFile(bad.resolve("empty.fit"));
        Files.write(bad.resolve("truncated.fit"), truncated(good));
        Files.write(bad.resolve("damaged.fit"), damaged(good));
        Files.writeString(bad.resolve("letter.fit"), "Dear watch,\n");
        Path folder = Files.createDirectories(bad.resolve("x.fit"));
        Files.copy(good, folder.resolve("inside.fit"), StandardCopyOption.REPLACE_EXISTING);

        Ran ran = freshlegs.run("import", "--athlete", "bea", "--json", bad, bad.resolve("nowhere.fit"));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("x.fit is a folder");
        assertThat(outcome(ran, "nowhere.fit")).isEqualTo("failed");
        assertThat(outcome(ran, "inside.fit")).isEqualTo("imported");
        for (String name : List.of("empty.fit", "letter.fit")) {
            assertThat(outcome(ran, name)).as(name).isEqualTo("set-aside");
        }
        for (String name : List.of("truncated.fit", "damaged.fit")) {
            assertThat(outcome(ran, name)).as("salvaged: " + name).isIn("imported", "duplicate");
        }
        ran.json().path("files").forEach(file -> {
            boolean whole = file.path("path").asText().endsWith("/inside.fit");
            assertThat(file.path("reason").isNull()).as(file.toString()).isEqualTo(whole);
        });
        assertThat(ran.json().path("summary").path("setAside").asInt()).isEqualTo(2);
    }

    @Test
    @Order(3)
    void real_watch_files_each_come_to_one_outcome() {
        Path real = Path.of(System.getProperty("freshlegs.root")).resolve("../shared/fit");
        assumeTrue(Files.isDirectory(real), "no real watch files beside the source tree");

        Ran ran = freshlegs.run(
                "import",
                "--athlete",
                "real",
                "--json",
                real.resolve("history-b-intervals"),
                real.resolve("history-b-coros"),
                real.resolve("byte-duplicates"));

        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode summary = ran.json().path("summary");
        assertThat(summary.path("imported").asInt() + summary.path("duplicate").asInt())
                .isEqualTo(21);
        assertThat(summary.path("duplicate").asInt()).as(ran.json().toString()).isGreaterThanOrEqualTo(3);
        assertThat(freshlegs.run("trends", "--athlete", "real", "--json").json().size())
                .isGreaterThan(18);
    }

    @Test
    @Order(4)
    void an_unreadable_file_is_failed() throws Exception {
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root can read every file");
        Path secret = Files.writeString(temporary.resolve("secret.fit"), "x");
        assertThat(secret.toFile().setReadable(false)).isTrue();

        Ran ran = freshlegs.run("import", "--athlete", "anna", "--json", secret);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(outcome(ran, "secret.fit")).isEqualTo("failed");
    }

    @Test
    @Order(5)
    void an_athlete_is_added_and_tells_how_the_morning_feels() {
        assertThat(freshlegs
                        .run("athlete", "add", "dana", "--zone", "UTC", "--max-hr", "190", "--sex", "female")
                        .code())
                .isZero();

        Ran told = freshlegs.run(
                "checkin",
                "--athlete",
                "dana",
                "--date",
                "2026-11-01",
                "--fatigue",
                "3",
                "--sleep-hours",
                "7.5",
                "--effort",
                "6");

        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out()).isEqualTo("dana run-checkin 2026-11-01.1\ndana morning-checkin 2026-11-01\n");
        Ran trends = freshlegs.run("trends", "--athlete", "dana", "--json");
        assertThat(trends.json().findValuesAsText("date")).contains("2026-11-01");
    }

    private Path simulated() throws IOException {
        Path out = temporary.resolve("simulated");
        String athlete = Simulator.write(new Simulation(7, 1, DAYS, LAST_DAY), out)
                .get(0)
                .athlete()
                .value();
        return out.resolve(athlete);
    }

    private static Path firstActivity(Path files) throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            return all.filter(file -> file.getFileName().toString().startsWith("2026-"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long count(Path files) throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            return all.count();
        }
    }

    private static byte[] truncated(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] damaged(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length / 2] ^= 0x55;
        return whole;
    }

    private static List<JsonNode> activities(JsonNode document) {
        return document.findValues("activity").stream()
                .filter(JsonNode::isObject)
                .toList();
    }

    private static String outcome(Ran ran, String name) {
        for (JsonNode file : ran.json().path("files")) {
            if (file.path("path").asText().endsWith("/" + name)) {
                return file.path("outcome").asText();
            }
        }
        return "missing in " + ran.out();
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
