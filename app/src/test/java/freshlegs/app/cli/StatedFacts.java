package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a person states of goals, the plan and facts that were wrong. */
final class StatedFacts {
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private final CommandLineUnderTest freshlegs;
    private final Path temporary;

    StatedFacts(CommandLineUnderTest freshlegs, Path temporary) {
        this.freshlegs = freshlegs;
        this.temporary = temporary;
    }

    void aHistoryIsTakenIn() throws IOException {
        ran("import", "--athlete", "stella", simulated());
    }

    void otherThresholdsAreTriedOnWhatIsStored() throws IOException {
        ran("checkin", "--athlete", "stella", "--date", today.minusDays(12), "--symptom", "fever");
        Path slow = Files.writeString(
                temporary.resolve("slow.txt"),
                "illness.quiet-days = 8\nillness.quiet-check-ins = 8\nillness.silent-days = 9\n");

        JsonNode difference = ran(
                        "rules", "diff", "--before", "published", "--after", slow, "--athlete", "stella", "--json")
                .json();

        assertThat(difference.path("athletes").asInt()).isEqualTo(1);
        assertThat(rows(difference.path("alerts"))).anySatisfy(alert -> {
            assertThat(alert.path("change").asText()).isEqualTo("changed");
            assertThat(alert.path("cause").asText()).isEqualTo("illness");
            assertThat(alert.path("before").path("from").asText())
                    .isEqualTo(alert.path("after").path("from").asText())
                    .isEqualTo(today.minusDays(12).toString());
            assertThat(alert.path("before").path("to").asText())
                    .isLessThan(alert.path("after").path("to").asText());
        });
    }

    void aGoalIsStatedCorrectedAndShown() {
        LocalDate race = today.plusDays(60);
        ran("goal", "set", "--athlete", "stella", "--distance", 5000, "--on", race.minusDays(7));
        assertThat(ran("goal", "set", "--athlete", "stella", "--distance", 5000, "--on", race, "--target", "18:30")
                        .out())
                .startsWith("stella goal " + today);

        assertThat(ran("goal", "show", "--athlete", "stella").out())
                .contains(race.toString(), "18:30")
                .doesNotContain(race.minusDays(7).toString());
        assertThat(rows(ran("plan", "--athlete", "stella", "--json").json())
                        .map(day -> day.path("aim").path("date").asText()))
                .contains(race.toString());

        ran("retract", "--athlete", "stella", "--fact", "goal/" + today);
        assertThat(ran("goal", "show", "--athlete", "stella").err()).contains("No goal of stella is known.");
    }

    void aReadingIsTakenBackAndCountsAgain() {
        String trends = trends();
        String fact = "resting-heart-rate/" + measuredDay();

        ran("retract", "--athlete", "stella", "--fact", fact);
        assertThat(trends()).isNotEqualTo(trends);

        ran("retract", "--athlete", "stella", "--fact", fact, "--lift");
        assertThat(trends()).isEqualTo(trends);
        Ran nothing = freshlegs.run("retract", "--athlete", "stella", "--fact", "hrv/2020-01-01", "--lift");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.err()).contains("is not retracted, so there is nothing to lift");
    }

    void anAdjustmentIsAnswered() {
        ran("checkin", "--athlete", "stella", "--date", today, "--symptom", "fever");
        anAlertIsShownToCoachAndAthlete();
        String adjusted = rows(ran("plan", "--athlete", "stella", "--from", today, "--json")
                        .json())
                .filter(day -> day.path("adjustment").isObject())
                .findFirst()
                .orElseThrow()
                .path("date")
                .asText();

        Ran kept = freshlegs.run("decide", "--athlete", "stella", "--date", adjusted, "keep");
        assertThat(kept.code()).isEqualTo(1);
        assertThat(kept.err()).contains("Nobody overrules a rest for illness");
        assertThat(ran("decide", "--athlete", "stella", "--date", adjusted, "accept")
                        .out())
                .contains("Accepted by the coach");
        assertThat(ran("plan", "--athlete", "stella").out()).contains("Accepted by the coach.");
        Ran nothing = freshlegs.run("decide", "--athlete", "stella", "--date", today.minusDays(200), "accept");
        assertThat(nothing.err()).contains("is not adjusted, so there is nothing to decide");
    }

    private void anAlertIsShownToCoachAndAthlete() {
        String id = "stella-" + today + "-illness";
        String sheet = ran("alerts", "--athlete", "stella").out();
        assertThat(sheet)
                .startsWith(id + ": stella, illness, open, ILLNESS, " + today + " still open (ILLNESS " + today + ")\n"
                        + "Fever reported today; rest until well again.\n")
                .contains("Evidence on " + today + "\n  evidence")
                .contains("z = (value - usual) / spread")
                .contains("What else could explain it\n")
                .contains("Confidence\n  high: The athlete told of the symptoms.\n")
                .contains("What would clear it\n  Clears when 2 check-ins tell of no symptoms (0 so far)")
                .contains("Rules\n  illness.symptoms/1 (thresholds 1)\n")
                .contains("What the athlete is told\n  You told of fever. Rest until you feel well again")
                .contains("morning-checkin/" + today);
        String calm = ran("alerts", "--athlete", "stella", "--for", "athlete").out();
        assertThat(calm).contains("You told of fever.", "planned").doesNotContain("chart", "z =", "illness.symptoms");
        JsonNode alert = ran("alerts", "--id", id, "--open", "--json").json().get(0);
        assertThat(alert.path("id").asText()).isEqualTo(id);
        assertThat(alert.path("confidence").asText()).isEqualTo("HIGH");
        assertThat(alert.path("domains").get(0).path("limit").isNumber()).isTrue();
        assertThat(alert.path("grounds").get(0).path("factId").asText()).isEqualTo(today.toString());
        assertThat(freshlegs.run("alerts", "--for", "everybody").code()).isEqualTo(2);
    }

    private String measuredDay() {
        return rows(ran("trends", "--athlete", "stella", "--json").json())
                .filter(day -> day.path("restingHeartRateBpm").isNumber())
                .findFirst()
                .orElseThrow()
                .path("date")
                .asText();
    }

    private Ran ran(Object... words) {
        Ran ran = freshlegs.run(words);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    private String trends() {
        return ran("trends", "--athlete", "stella", "--csv").out();
    }

    private static Stream<JsonNode> rows(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private Path simulated() throws IOException {
        Path out = temporary.resolve("simulated");
        assertThat(Simulator.write(new Simulation(7, 1, 14, today.minusDays(1)), out))
                .hasSize(1);
        try (Stream<Path> folders = Files.list(out)) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }
}
