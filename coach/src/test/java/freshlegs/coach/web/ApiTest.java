package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.coach.ACoach;
import freshlegs.coach.TestDatabase;
import freshlegs.model.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiTest {
    private static TestDatabase database;
    private static ACoach coach;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        coach = ACoach.lookingAt(database);
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    @Test
    void the_squad_is_there_for_programs() {
        JsonNode athletes = json("/api/v1/squad").path("athletes");
        assertThat(athletes).hasSize(9);
        assertThat(athletes.get(0).path("athlete").asText()).isEqualTo("anna");
        assertThat(athletes.get(0).path("status").asText()).isEqualTo("AMBER");
        assertThat(athletes.get(0).path("statusDate").asText()).isEqualTo("2026-11-20");
        assertThat(athletes.get(0).path("load7d").isNumber()).isTrue();
    }

    @Test
    void trends_are_columns_of_equal_length_with_the_athletes_own_band() {
        JsonNode trend = json("/api/v1/athletes/anna/trend?days=180");
        assertThat(trend.path("dates")).hasSize(180);
        assertThat(trend.path("load")).hasSize(180);
        assertThat(trend.path("form")).hasSize(180);
        assertThat(trend.path("restingHeartRate").path("daily")).hasSize(180);
        assertThat(trend.path("dates").get(179).asText()).isEqualTo("2026-11-20");
        assertThat(trend.path("hrv").path("low").get(179).asDouble()).isEqualTo(65.0);
        assertThat(trend.path("hrv").path("high").get(179).asDouble()).isEqualTo(78.0);
        assertThat(trend.path("restingHeartRate").path("low").get(0).asDouble()).isEqualTo(45.2);
        assertThat(trend.path("distance7d").path("daily").get(179).asDouble()).isEqualTo(55);
        assertThat(trend.path("distance7d").path("high").get(179).asDouble()).isEqualTo(61);
        assertThat(trend.path("sleep").path("judged").get(179).asDouble()).isEqualTo(7.4);
        assertThat(trend.path("feeling").path("daily").get(179).isNull()).isTrue();
    }

    @Test
    void a_missing_number_is_null() {
        JsonNode trend = json("/api/v1/athletes/emil/trend");
        assertThat(trend.path("restingHeartRate").path("daily").get(0).isNull()).isTrue();
        assertThat(trend.path("restingHeartRate").path("low").get(0).isNull()).isTrue();
    }

    @Test
    void alerts_are_there_the_latest_first_and_page_by_page_none_is_left_out() {
        JsonNode all = json("/api/v1/alerts").path("alerts");
        assertThat(all).hasSize(5);
        assertThat(all.get(4).path("id").asText()).isEqualTo("anna.2026-06-02.fatigue");
        assertThat(json("/api/v1/athletes/carla/alerts").path("alerts")).hasSize(1);

        List<String> seen = new ArrayList<>();
        String more = "";
        do {
            JsonNode page = json("/api/v1/alerts?limit=2" + more);
            page.path("alerts").forEach(alert -> seen.add(alert.path("id").asText()));
            more = page.has("next") ? "&before=" + page.path("next").asText() : "";
        } while (!more.isEmpty());
        assertThat(seen).containsExactlyElementsOf(all.findValuesAsText("id"));
    }

    @Test
    void files_go_on_where_the_last_answer_said() {
        JsonNode first = json("/api/v1/athletes/anna/files?limit=3");
        JsonNode second = json("/api/v1/athletes/anna/files?limit=3&before="
                + first.path("next").asText());
        assertThat(first.path("files")).hasSize(3);
        assertThat(second.path("files").get(0).path("deliveryId").asText())
                .isEqualTo(json("/api/v1/athletes/anna/files")
                        .path("files")
                        .get(3)
                        .path("deliveryId")
                        .asText());
        for (String wrong : List.of("limit=0", "limit=501", "limit=x", "before=yesterday")) {
            assertThat(coach.get("/api/v1/athletes/anna/files?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        String tag = coach.get("/api/v1/squad").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = coach.send(HttpRequest.newBuilder(URI.create(coach.address() + "/api/v1/squad"))
                .header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void programs_are_given_the_numbers_that_the_pages_show() {
        JsonNode anna = json("/api/v1/athletes/anna");
        String page = coach.text("/athletes/anna");
        assertThat(page).contains(anna.path("now").path("why").asText());
        for (JsonNode domain : anna.path("day").path("domains")) {
            if (domain.has("z")) {
                assertThat(page)
                        .contains(String.format(
                                        Locale.ROOT,
                                        "%+.2f = ",
                                        domain.path("z").asDouble())
                                .replace('-', '\u2212'));
            }
        }
        JsonNode trend = json("/api/v1/athletes/anna/trend");
        String last = String.format(
                Locale.ROOT,
                "%s %.1f %.1f %.1f",
                trend.path("dates").get(89).asText(),
                trend.path("fitness").get(89).asDouble(),
                trend.path("fatigue").get(89).asDouble(),
                trend.path("form").get(89).asDouble());
        assertThat(page).contains(last.replace(" -", " \u2212"));
    }

    @Test
    void errors_are_json_too() {
        HttpResponse<String> answer = coach.get("/api/v1/athletes/nobody/trend");
        assertThat(answer.statusCode()).isEqualTo(404);
        JsonNode problem = Json.read(answer.body(), JsonNode.class);
        assertThat(problem.path("detail").asText()).contains("no athlete nobody");
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        assertThat(problem.path("instance").asText()).isEqualTo("/api/v1/athletes/nobody/trend");
        assertThat(problem.path("type").asText()).isEqualTo("/problems/not-found");
        assertThat(coach.text("/problems/not-found")).contains("There is nothing at this address");
        assertThat(coach.get("/problems/other").statusCode()).isEqualTo(404);
        assertThat(coach.get("/api/v1/athletes/..%2F/alerts").statusCode()).isEqualTo(400);
        assertThat(coach.get("/api/other").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
    }

    @Test
    void health_is_up_while_the_database_answers() {
        assertThat(json("/healthz").path("status").asText()).isEqualTo("up");
    }

    private static JsonNode json(String path) {
        HttpResponse<String> answer = coach.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Json.read(answer.body(), JsonNode.class);
    }
}
