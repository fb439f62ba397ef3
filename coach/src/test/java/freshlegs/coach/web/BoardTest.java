package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.TestDatabase;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BoardTest {
    private static TestDatabase database;
    private static ACoach coach;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        database.run("""
                insert into freshlegs.status_day (athlete, date, status, why, low_confidence, domains, context, missing)
                select 'zoe', date, status, why, low_confidence, domains, context, missing
                from freshlegs.status_day where athlete = 'ben';
                insert into freshlegs.known_athlete values ('zoe');
                update freshlegs.trend_day set load7d_low = 350, load7d_high = 430;
                update freshlegs.prescription set prescribed = prescribed || '{"metres": 9000}'
                where prescribed ->> 'kind' <> 'REST';
                """);
        coach = ACoach.lookingAt(database);
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    @Test
    void open_alerts_come_first_then_what_is_stale_then_the_rest_by_name() {
        assertThat(names("/"))
                .containsExactly("hanna", "finn", "carla", "anna", "gus", "zoe", "ben", "dora", "emil", "ivy");
        assertThat(coach.text("/"))
                .contains("gus Was green", "emil Unknown")
                .contains("1 stop, 1 illness, 1 red, 1 amber, 1 watch, 1 unknown, 2 was green, 2 green");
    }

    @Test
    void a_row_says_why_how_it_stands_what_was_done_and_what_comes() {
        assertThat(row("/", "anna"))
                .contains("anna Amber Last sync 1 h ago")
                .contains("Heart rate at easy pace 6 bpm above usual for 4 runs")
                .containsPattern("7-day load \\d+ below 350")
                .containsPattern("RHR \\d+ bpm ▲ z \\+\\d\\.\\d")
                .containsPattern("HRV \\d+ ms ▼ z \\+\\d\\.\\d")
                .containsPattern("This week [3-5] / 6 runs [2-5]\\d / 54 km")
                .contains("Tue 24 Nov Technical run: 35 min easy, drills, 4 relaxed strides")
                .contains("swapped , anna , Sun 22 Nov".replace("swapped", "shortened"))
                .contains("Alert of anna");
        assertThat(coach.get("/").body())
                .contains(
                        "href=\"/athletes/anna/plan#change-2026-11-22\"", "href=\"/episodes/anna.2026-11-15.fatigue\"")
                .containsPattern("aria-label=\"\\d+ values since .*own band -?.*\"");
        assertThat(row("/", "emil")).contains("RHR – not known", "HRV – not known", "too few runs");
    }

    @Test
    void who_needs_an_answer_is_found_and_the_choice_is_remembered_by_the_browser() {
        HttpResponse<String> chosen = coach.get("/?needs=1&order=name");
        assertThat(namesIn(chosen.body())).containsExactly("anna", "carla", "finn", "gus", "hanna", "zoe");
        String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("board=1~name~").contains("HttpOnly", "SameSite=Lax");
        HttpRequest.Builder again = HttpRequest.newBuilder(URI.create(coach.address() + "/"))
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertThat(namesIn(coach.send(again).body())).containsExactly("anna", "carla", "finn", "gus", "hanna", "zoe");
        assertThat(names("/?order=sync")).startsWith("zoe", "gus", "dora");
        assertThat(names("/?order=worst&name=AN")).containsExactly("hanna", "anna");
        assertThat(coach.text("/?order=worst&name=nobody")).contains("Nobody is like that. Show everybody");
    }

    @Test
    void what_a_browser_kept_is_no_reason_to_fail() {
        for (String kept : List.of("board=", "board=1~sync", "board=1~nothing~%ZZ", "board=x~y~z~")) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(coach.address() + "/")).header("Cookie", kept);
            assertThat(coach.send(request).statusCode()).as(kept).isEqualTo(200);
        }
    }

    @Test
    void athletes_are_put_into_groups_and_found_by_them() {
        assertThat(group("ben", "Sprint, <b>Masters</b>").statusCode()).isEqualTo(303);
        assertThat(group("dora", "Sprint").statusCode()).isEqualTo(303);
        assertThat(names("/?order=name&group=Sprint")).containsExactly("ben", "dora");
        assertThat(coach.get("/").body()).contains("&lt;b>Masters&lt;/b>").doesNotContain("<b>Masters");
        assertThat(group("ben", "").statusCode()).isEqualTo(303);
        assertThat(names("/?order=name&group=Sprint")).containsExactly("dora");
        assertThat(group("ben", "x".repeat(41)).statusCode()).isEqualTo(400);
        assertThat(group("nobody", "Sprint").statusCode()).isEqualTo(303);
        assertThat(database.ask("select count(*) from access.athlete_group where athlete = 'nobody'"))
                .isEqualTo("0");
    }

    @Test
    void the_rows_alone_can_be_had_for_a_page_that_is_open() {
        String rows = coach.get("/?part=rows").body();
        assertThat(rows.strip()).startsWith("<tbody").endsWith("</tbody>");
        assertThat(namesIn(rows)).hasSize(10);
    }

    @Test
    void the_page_goes_packed_over_the_line() {
        HttpResponse<String> packed = coach.send(
                HttpRequest.newBuilder(URI.create(coach.address() + "/")).header("Accept-Encoding", "gzip"));
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(coach.get("/").headers().firstValue("Content-Encoding")).isEmpty();
    }

    private static List<String> names(String path) {
        return namesIn(coach.get(path).body());
    }

    private static List<String> namesIn(String page) {
        return Pattern.compile("data-key=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(seen -> seen.group(1))
                .toList();
    }

    private static String row(String path, String athlete) {
        String page = coach.get(path).body();
        String from = page.substring(page.indexOf("data-key=\"" + athlete + "\"") - 40);
        return ACoach.textOf(from.substring(0, from.indexOf("</tr>")).replaceFirst("^[^>]*>", ""));
    }

    private static HttpResponse<String> group(String athlete, String groups) {
        return coach.send(HttpRequest.newBuilder(URI.create(coach.address() + "/athletes/" + athlete + "/groups"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("groups=" + URLEncoder.encode(groups, StandardCharsets.UTF_8))));
    }
}
