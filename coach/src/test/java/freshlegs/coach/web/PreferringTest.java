package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.TestDatabase;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferringTest {
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
    void who_likes_miles_reads_miles_on_every_page() {
        HttpResponse<String> saved = post("units=imperial&keys=on&back=%2Fathletes%2Fanna%3Fdays%3D180");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location")).contains("/athletes/anna?days=180");
        assertThat(String.join("; ", saved.headers().allValues("Set-Cookie")))
                .contains("units=imperial", "keys=on", "HttpOnly", "SameSite=Lax", "Path=/");
        String page = ACoach.textOf(coach.send(HttpRequest.newBuilder(URI.create(coach.address() + "/athletes/anna"))
                        .header("Cookie", "units=imperial; keys=off"))
                .body());
        assertThat(page)
                .contains("running on Fri 20 Nov, 6.4 mi, 52 min", "Two of the runs were in 81 °F")
                .doesNotContain("10.2 km");
        assertThat(coach.text("/athletes/anna")).contains("10.2 km", "27 °C");
    }

    @Test
    void the_tables_of_charts_are_in_miles_and_files_for_programs_in_kilometres() {
        HttpRequest.Builder page = HttpRequest.newBuilder(URI.create(coach.address() + "/athletes/anna"))
                .header("Cookie", "units=imperial");
        assertThat(ACoach.textOf(coach.send(page).body()))
                .contains(
                        "Distance of seven days as a table Day Measured (mi) Smoothed (mi) Band from (mi) Band to (mi)"
                                + " Marked 2026-11-20 34.2 34.2 29.8 37.9");
        assertThat(coach.text("/athletes/anna")).contains("Measured (km)", "2026-11-20 55.0 55.0 48.0 61.0");
        HttpRequest.Builder file = HttpRequest.newBuilder(
                        URI.create(coach.address() + "/api/v1/athletes/anna/charts/distance-7d.csv"))
                .header("Cookie", "units=imperial")
                .header("Accept-Language", "de");
        assertThat(coach.send(file).body())
                .startsWith(
                        "Day,Measured (km),Smoothed (km),Band from (km),Band to (km),Marked\r\n2026-11-20,55,55,48,61,");
    }

    @Test
    void the_page_says_whether_single_keys_do_something() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(coach.address() + "/"));
        assertThat(coach.send(request.copy().header("Cookie", "keys=off")).body())
                .contains("<body data-keys=\"off\">");
        assertThat(coach.send(request).body()).contains("<body data-keys=\"on\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%2F%2Fevil.example%2F", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example", "", "%2Fa%0D%0Ab"})
    void the_way_back_is_never_to_another_host(String back) {
        assertThat(post("units=metric&back=" + back).headers().firstValue("Location"))
                .contains("/");
    }

    private static HttpResponse<String> post(String form) {
        return coach.send(HttpRequest.newBuilder(URI.create(coach.address() + "/preferences"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }
}
