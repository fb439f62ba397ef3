package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.coach.ACoach;
import freshlegs.coach.TestDatabase;
import freshlegs.model.json.Json;
import java.net.http.HttpResponse;
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
        JsonNode athletes = json("/api/squad").path("athletes");
        assertThat(athletes).hasSize(9);
        assertThat(athletes.get(0).path("athlete").asText()).isEqualTo("anna");
        assertThat(athletes.get(0).path("status").asText()).isEqualTo("AMBER");
        assertThat(athletes.get(0).path("statusDate").asText()).isEqualTo("2026-11-20");
        assertThat(athletes.get(0).path("load7d").isNumber()).isTrue();
    }

    @Test
    void trends_are_columns_of_equal_length_with_the_athletes_own_band() {
        JsonNode trend = json("/api/athletes/anna/trend.json?days=180");
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
        JsonNode trend = json("/api/athletes/emil/trend.json");
        assertThat(trend.path("restingHeartRate").path("daily").get(0).isNull()).isTrue();
        assertThat(trend.path("restingHeartRate").path("low").get(0).isNull()).isTrue();
    }

    @Test
    void episodes_are_there_open_ones_first() {
        JsonNode all = json("/api/episodes").path("episodes");
        assertThat(all).hasSize(5);
        assertThat(all.get(4).path("id").asText()).isEqualTo("anna.2026-06-02.fatigue");
        assertThat(json("/api/episodes?athlete=carla").path("episodes")).hasSize(1);
    }

    @Test
    void errors_are_json_too() {
        HttpResponse<String> answer = coach.get("/api/athletes/nobody/trend.json");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Json.read(answer.body(), JsonNode.class).path("error").asText())
                .contains("no athlete nobody");
        assertThat(coach.get("/api/episodes?athlete=..%2F").statusCode()).isEqualTo(400);
        assertThat(coach.get("/api/other").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/json");
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
