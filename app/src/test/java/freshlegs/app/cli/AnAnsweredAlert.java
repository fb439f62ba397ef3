package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;

/** What a coach says back of an alert, at the command line and on its page. */
final class AnAnsweredAlert {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final CommandLineUnderTest freshlegs;
    private final URI console;

    AnAnsweredAlert(CommandLineUnderTest freshlegs, URI console) {
        this.freshlegs = freshlegs;
        this.console = console;
    }

    void isJudgedSilencedAndExplained() throws Exception {
        ran("athlete", "add", "alma");
        ran("checkin", "--athlete", "alma", "--fatigue", 6, "--symptom", "fever");
        String alert = alertOf("alma");
        theCommandLineJudgesAndTakesBack(alert);
        thePageJudges(alert);
        aSilenceIsSetShownAndLifted();
        aTaperIsPlannedShownAndCancelled();
    }

    private void theCommandLineJudgesAndTakesBack(String alert) {
        assertThat(ran("verdict", "--alert", alert, "right", "--why", "She had the flu.")
                        .out())
                .contains(alert + " right", "illness alerts: 1 of 1 confirmed");
        assertThat(ran("alerts", "--id", alert).out())
                .contains("What people say of it", "this alert: right, She had the flu.", "1 of 1 confirmed");
        assertThat(ran("verdict", "--alert", alert, "none").out().strip()).isEqualTo(alert + " none");
        Ran nothing = freshlegs.run("verdict", "--alert", "alma-2020-01-01-fatigue", "right");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.err()).contains("There is no alert alma-2020-01-01-fatigue that stands");
    }

    private void thePageJudges(String alert) throws Exception {
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
        ran("silence", "set", "--athlete", "alma", "--about", "fatigue", "--until", today.plusDays(3));
        assertThat(ran("silence", "show", "--athlete", "alma").out())
                .contains("fatigue", today.plusDays(3).toString());

        ran("silence", "lift", "--athlete", "alma", "--about", "fatigue");

        assertThat(ran("silence", "show", "--athlete", "alma").err()).contains("Nothing of alma is silenced.");
        Ran nothing = freshlegs.run("silence", "lift", "--athlete", "alma", "--about", "fatigue");
        assertThat(nothing.err()).contains("there is nothing to lift");
    }

    private void aTaperIsPlannedShownAndCancelled() {
        ran("phase", "set", "--athlete", "alma", "--from", today.minusDays(2), "--to", today.plusDays(9), "taper");
        assertThat(ran("phase", "show", "--athlete", "alma").out())
                .contains("taper", today.plusDays(9).toString());

        ran("phase", "cancel", "--athlete", "alma", "--from", today.minusDays(2));

        assertThat(ran("phase", "show", "--athlete", "alma").err()).contains("Nothing is planned for alma.");
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
