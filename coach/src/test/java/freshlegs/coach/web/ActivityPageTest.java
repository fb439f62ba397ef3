package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.coach.ACoach;
import freshlegs.coach.ARun;
import freshlegs.coach.TestDatabase;
import freshlegs.model.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActivityPageTest {
    private static final String PAGE = "/athletes/anna/activities/" + ARun.FACT;
    private static final String SERIES = "/api/v1/athletes/anna/activities/" + ARun.FACT + "/series";

    private static TestDatabase database;
    private static ACoach coach;
    private static ACoach elsewhere;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        ARun run = new ARun();
        run.into(database);
        coach = ACoach.with(run.waysIn(), database);
        elsewhere = ACoach.lookingAt(database);
    }

    @AfterAll
    static void close() {
        coach.close();
        elsewhere.close();
        database.close();
    }

    @Test
    void it_says_what_the_run_was_and_on_what_that_rests() {
        assertThat(coach.text(PAGE))
                .contains("Running on Thu 19 Nov 2026 repeats hard", "Hard because of six repeats of three minutes.")
                .contains(
                        "Distance 10.",
                        "Time 52:00 51:45 moving",
                        "Pace 4:54 /km grade-adjusted",
                        "Load 88 by heart rate")
                .contains("Effort told 7 / 10", "Decoupling +4.2 %", "Heart rate at pace −1.4 bpm")
                .contains("In the plan on Thu 19 Nov:", "Easy run")
                .contains("30 s 183 bpm 3:24 /km 112 %", "50–60 % 2.0 min", "≥ 90 % 9.0 min")
                .contains("First Second Last 5:13 /km 4:38 /km 5:03 /km")
                .contains("Began 19 Nov 2026, 05:00 UTC", "garmin/fr265", "a chest strap", "FIT")
                .contains("Before: Wed 18 Nov 2026");
    }

    @Test
    void repeats_show_their_fade_one_by_one_and_in_a_sentence() {
        assertThat(coach.text(PAGE))
                .contains("6 repeats of 823 m in 3:00: they faded. Mean time over the best one +3.9 %")
                .contains("1 3:00 855 m 3:31 /km +0.0 % 168 bpm 2:00", "6 3:00 792 m 3:47 /km +8.0 % 178 bpm")
                .contains("2 10:00 3:00 855 m 3:31 /km 170 bpm interval");
    }

    @Test
    void it_names_the_file_its_alternatives_and_the_alerts_that_rest_on_it() {
        assertThat(coach.text(PAGE))
                .contains("counts inbox/anna/whole.fit", "Why: the richest of 2 copies: FIT with heart rate")
                .contains("alternative inbox/anna/half.fit Look at it", "Why: an alternative: whole.fit is whole")
                .contains("freshlegs files keep --athlete anna 20261119T110000000Z-6123456789ab-abcdef")
                .contains("Evidence for alerts", "Accumulating fatigue suspected, since Sun 15 Nov 2026");
        String other = coach.text(PAGE + "?revision=" + ARun.OTHER);
        assertThat(other)
                .contains("This recording does not count: an alternative: whole.fit is whole See the one that counts.")
                .contains("The original file is not kept any more");
    }

    @Test
    void the_series_has_rolling_means_and_an_outline_in_metres_and_nothing_of_a_place() {
        JsonNode series = json(coach, SERIES + ".json");
        int rows = series.path("seconds").size();

        assertThat(series.path("basis").asText()).isEqualTo("file");
        assertThat(rows).isBetween(800, 1600);
        for (String column : new String[] {"kilometres", "heartRate", "pace", "gradeAdjustedPace", "altitude"}) {
            assertThat(series.path(column)).as(column).hasSize(rows);
        }
        assertThat(series.path("rolling").path("300").path("heartRate")).hasSize(rows);
        assertThat(series.path("laps")).hasSize(13);
        assertThat(series.path("repeats").get(0).path("from").asDouble()).isEqualTo(600);
        assertThat(series.path("outline").path("east")).hasSizeGreaterThan(100);
        assertThat(coach.get(PAGE).body()).contains("<svg class=\"track\"", "pace-5", "data-here");
        assertThat(coach.get(SERIES + ".json").body() + coach.get(PAGE).body())
                .doesNotContainIgnoringCase("latitude")
                .doesNotContainIgnoringCase("longitude")
                .doesNotContainIgnoringCase("\"lat\"")
                .doesNotContainIgnoringCase("\"lon\"");
    }

    @Test
    void without_the_file_the_minutes_stand_in_and_the_page_says_why() {
        assertThat(elsewhere.text(PAGE))
                .contains("The original files are kept by another process")
                .doesNotContain("The way");
        JsonNode series = json(elsewhere, SERIES + ".json");

        assertThat(series.path("basis").asText()).isEqualTo("minutes");
        assertThat(series.path("seconds")).hasSize(52);
        assertThat(series.path("seconds").get(0).asInt()).isEqualTo(60);
        assertThat(series.path("rolling").path("1200").path("heartRate").get(19).isNumber())
                .isTrue();
        assertThat(series.path("rolling").path("1200").path("heartRate").get(16).isNull())
                .isTrue();
        assertThat(series.path("outline").path("east")).isEmpty();
    }

    @Test
    void every_row_can_be_had_as_a_file() {
        var answer = coach.get(SERIES + ".csv");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"anna-" + ARun.FACT + ".csv\"");
        String[] lines = answer.body().split("\r\n", -1);
        assertThat(lines).hasSize(3122);
        assertThat(lines[0]).startsWith("seconds,metres,heart_rate_bpm,speed_metres_per_second,");
        assertThat(lines[1].split(",", -1)).hasSameSizeAs(lines[0].split(",", -1));
        assertThat(elsewhere.get(SERIES + ".csv").body().split("\r\n", -1)).hasSize(54);
    }

    @Test
    void the_athletes_page_lists_the_latest_and_all_can_be_paged_through() {
        assertThat(coach.text("/athletes/anna"))
                .contains(
                        "Recent activities", "Thu 19 Nov 2026 Running repeats hard 10.30 km 52:00 4:54 /km 152 bpm 88");
        String first = coach.get("/athletes/anna/activities").body();
        assertThat(ACoach.textOf(first))
                .contains("Activities of anna", "Earlier ones")
                .doesNotContain("The latest");
        assertThat(first.split("<tr role=\"row\"><th role=\"rowheader\"", -1)).hasSize(51);
        String more = first.replaceAll("(?s).*href=\"([^\"]*before=[^\"]*)\".*", "$1");
        assertThat(coach.text(more)).contains("The latest").doesNotContain("Earlier ones", "Thu 19 Nov 2026");
        assertThat(coach.get(more).body().split("<tr role=\"row\"><th role=\"rowheader\"", -1))
                .hasSize(12);
        assertThat(coach.text("/athletes/ben/activities")).contains("No activity yet.");
    }

    @Test
    void what_there_is_not_is_a_plain_page() {
        assertThat(coach.get("/athletes/anna/activities/20261119T050001Z-running")
                        .statusCode())
                .isEqualTo(404);
        assertThat(coach.get("/athletes/ben/activities/" + ARun.FACT).statusCode())
                .isEqualTo(404);
        assertThat(coach.get("/athletes/anna/activities/..%2F..").statusCode()).isEqualTo(400);
        assertThat(coach.get("/athletes/anna/activities?before=x").statusCode()).isEqualTo(400);
        assertThat(coach.get("/api/v1/athletes/anna/activities/nothing/series.json")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void every_charts_table_can_be_had_as_a_file() {
        var answer = coach.get("/api/v1/athletes/anna/charts/hrv.csv?days=180");
        String[] lines = answer.body().split("\r\n", -1);

        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("anna-hrv.csv");
        assertThat(lines).hasSize(182);
        assertThat(lines[0]).isEqualTo("Day,Measured (ms),Smoothed (ms),Band from (ms),Band to (ms),Marked");
        assertThat(lines[1]).startsWith("2026-11-20,").endsWith(",65,78,Amber alert");
        assertThat(coach.get("/api/v1/athletes/anna/charts/form.csv").body())
                .startsWith("Day,Fitness,Fatigue,Form,Marked");
        assertThat(coach.get("/api/v1/athletes/anna/charts/other.csv").statusCode())
                .isEqualTo(404);
        assertThat(coach.get("/api/v1/athletes/anna/charts/form.csv?days=3").statusCode())
                .isEqualTo(400);
        assertThat(coach.get("/api/v1/athletes/nobody/charts/form.csv").statusCode())
                .isEqualTo(404);
    }

    private static JsonNode json(ACoach at, String path) {
        return Json.read(at.get(path).body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
}
