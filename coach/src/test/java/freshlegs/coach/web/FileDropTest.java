package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.ADesk;
import freshlegs.coach.TestDatabase;
import freshlegs.model.AthleteId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FileDropTest {
    private static final ADesk DESK = new ADesk();
    private static TestDatabase database;
    private static ACoach coach;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        coach = ACoach.with(DESK.waysIn(), database);
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    @Test
    void a_file_is_taken_for_the_athlete_whose_page_it_is_and_its_outcome_can_be_followed() {
        HttpResponse<String> answer = coach.send(put("/athletes/anna/files/run.fit", "imported x".repeat(2_000))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", coach.address().toString()));

        assertThat(answer.statusCode()).isEqualTo(202);
        String id = answer.body().replaceAll("\\D", "");
        assertThat(DESK.arrived())
                .contains(new ADesk.Arrived(AthleteId.of("anna"), "run.fit", "imported x".repeat(2_000)));
        String ask = "/api/v1/athletes/anna/files/" + id;
        assertThat(coach.get(ask).body()).contains("\"state\":\"waiting\"", "\"over\":false");
        assertThat(coach.get(ask).body()).contains("\"state\":\"processing\"");
        assertThat(coach.get(ask).body()).contains("\"state\":\"imported\"", "\"over\":true");
        assertThat(coach.get("/api/v1/athletes/anna/files/999").statusCode()).isEqualTo(404);
    }

    @Test
    void no_other_web_page_can_send_anything() {
        int before = DESK.arrived().size();
        for (String origin : new String[] {"https://evil.example", "null", "http://127.0.0.1:1", "http://localhost"}) {
            HttpResponse<String> answer =
                    coach.send(put("/athletes/anna/files/run.fit", "x").header("Origin", origin));
            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
        }
        for (String site : new String[] {"cross-site", "same-site", "none"}) {
            HttpResponse<String> answer =
                    coach.send(put("/athletes/anna/files/run.fit", "x").header("Sec-Fetch-Site", site));
            assertThat(answer.statusCode()).as(site).isEqualTo(403);
            assertThat(ACoach.textOf(answer.body())).contains("Another web page tried to send this.");
        }
        HttpResponse<String> preflight =
                coach.send(HttpRequest.newBuilder(URI.create(coach.address() + "/athletes/anna/files/run.fit"))
                        .header("Origin", "https://evil.example")
                        .header("Access-Control-Request-Method", "PUT")
                        .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(DESK.arrived()).hasSize(before);
    }

    @Test
    void what_is_not_taken_is_said_with_status_and_sentence() {
        HttpResponse<String> large = coach.send(put("/athletes/anna/files/big.fit", "x".repeat(1_100_000)));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("more than 1 megabytes");
        HttpResponse<String> busy = coach.send(put("/athletes/anna/files/busy.fit", "x"));
        assertThat(busy.statusCode()).isEqualTo(429);
        assertThat(busy.headers().firstValue("Retry-After")).contains("60");
        assertThat(coach.send(put("/athletes/nobody/files/a.fit", "x")).statusCode())
                .isEqualTo(404);
        assertThat(coach.send(put("/athletes/Anna/files/a.fit", "x")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_page_tells_all_ways_in() {
        assertThat(coach.text("/athletes/anna"))
                .contains("Hand over files", "Drop watch files here", "/srv/freshlegs/inbox/anna")
                .contains("http://127.0.0.1:8081/api/v1/athlete/0/activities")
                .contains("freshlegs token add --athlete anna --name phone");
    }

    @Test
    void a_console_alone_takes_nothing_but_tells_the_other_ways() {
        try (ACoach alone = ACoach.lookingAt(database)) {
            HttpResponse<String> answer =
                    alone.send(HttpRequest.newBuilder(URI.create(alone.address() + "/athletes/anna/files/run.fit"))
                            .PUT(BodyPublishers.ofString("x")));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(alone.text("/athletes/anna"))
                    .contains("Hand over files", "inbox/anna in the data folder of the intake")
                    .doesNotContain("Drop watch files here");
        }
    }

    @Test
    void files_are_taken_while_the_database_is_away_once_it_has_said_that_nobody_has_to_sign_in() {
        try (TestDatabase other = TestDatabase.withSquad();
                ACoach look = ACoach.with(DESK.waysIn(), other)) {
            assertThat(look.get("/").statusCode()).isEqualTo(200);
            other.goAway();
            HttpResponse<String> answer =
                    look.send(HttpRequest.newBuilder(URI.create(look.address() + "/athletes/anna/files/run.fit"))
                            .PUT(BodyPublishers.ofString("imported")));
            assertThat(answer.statusCode()).isEqualTo(202);
        }
    }

    private static HttpRequest.Builder put(String path, String content) {
        return HttpRequest.newBuilder(URI.create(coach.address() + path)).PUT(BodyPublishers.ofString(content));
    }
}
