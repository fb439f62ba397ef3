package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a coach says back of an alert, at the command line and on its page, with the whole pipeline at work. */
class AnsweredAlertTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final CommandLineUnderTest freshlegs;
    private final Path data;

    AnsweredAlertTest(@TempDir Path temporary) {
        data = temporary.resolve("data");
        freshlegs = CommandLineUnderTest.on(data);
    }

    @Test
    void an_alert_is_judged_silenced_and_explained_by_what_was_planned() throws Exception {
        Map<String, String> environment =
                Map.of("FRESHLEGS_DATA", data.toString(), "FRESHLEGS_ZONE", "UTC", "FRESHLEGS_POLL", "100ms");
        try (Access access = Access.serve(
                Settings.of(
                        Map.of(Catalogue.CONSOLE_PORT, "0", Catalogue.INTAKE_PORT, "0", Catalogue.METRICS_PORT, "0"),
                        Map.of(),
                        environment),
                "run",
                Clock.systemUTC())) {
            ran("athlete", "add", "anna");
            ran("checkin", "--athlete", "anna", "--fatigue", 6, "--symptom", "fever");
            String alert = alertOf("anna");
            theCommandLineJudgesAndTakesBack(alert);
            thePageJudges(access.console().orElseThrow(), alert);
            aSilenceIsSetShownAndLifted();
            aTaperIsPlannedShownAndCancelled();
        }
    }

    private void theCommandLineJudgesAndTakesBack(String alert) {
        assertThat(ran("verdict", "--alert", alert, "right", "--why", "She had the flu.")
                        .out())
                .contains(alert + " right", "illness alerts: 1 of 1 confirmed");
        assertThat(ran("alerts", "--id", alert).out())
                .contains("What people say of it", "this alert: right, She had the flu.", "1 of 1 confirmed");
        assertThat(ran("verdict", "--alert", alert, "none").out().strip()).isEqualTo(alert + " none");
        Ran nothing = freshlegs.run("verdict", "--alert", "anna-2020-01-01-fatigue", "right");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.err()).contains("There is no alert anna-2020-01-01-fatigue that stands");
    }

    private static void thePageJudges(URI console, String alert) throws Exception {
        URI page = URI.create(console + "/episodes/" + alert);
        HttpResponse<String> said = CLIENT.send(
                HttpRequest.newBuilder(URI.create(page + "/verdict"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("verdict=right&reason=She+had+the+flu."))
                        .build(),
                BodyHandlers.ofString());

        assertThat(said.statusCode()).isEqualTo(303);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        CLIENT.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                                .body())
                .contains("She had the flu.", "1 of 1 confirmed"));
    }

    private void aSilenceIsSetShownAndLifted() {
        ran("silence", "set", "--athlete", "anna", "--about", "fatigue", "--until", today.plusDays(3));
        assertThat(ran("silence", "show", "--athlete", "anna").out())
                .contains("fatigue", today.plusDays(3).toString());

        ran("silence", "lift", "--athlete", "anna", "--about", "fatigue");

        assertThat(ran("silence", "show", "--athlete", "anna").err()).contains("Nothing of anna is silenced.");
        Ran nothing = freshlegs.run("silence", "lift", "--athlete", "anna", "--about", "fatigue");
        assertThat(nothing.err()).contains("there is nothing to lift");
    }

    private void aTaperIsPlannedShownAndCancelled() {
        ran("phase", "set", "--athlete", "anna", "--from", today.minusDays(2), "--to", today.plusDays(9), "taper");
        assertThat(ran("phase", "show", "--athlete", "anna").out())
                .contains("taper", today.plusDays(9).toString());

        ran("phase", "cancel", "--athlete", "anna", "--from", today.minusDays(2));

        assertThat(ran("phase", "show", "--athlete", "anna").err()).contains("Nothing is planned for anna.");
    }

    private String alertOf(String athlete) {
        return StreamSupport.stream(
                        ran("alerts", "--athlete", athlete, "--json").json().spliterator(), false)
                .map((JsonNode episode) -> episode.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private Ran ran(Object... words) {
        Ran ran = freshlegs.run(words);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }
}
