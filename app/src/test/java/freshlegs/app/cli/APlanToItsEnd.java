package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.StreamSupport;

/** A plan from its creation to its end as a person states it. */
final class APlanToItsEnd {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final CommandLineUnderTest freshlegs;

    APlanToItsEnd(CommandLineUnderTest freshlegs) {
        this.freshlegs = freshlegs;
    }

    void isCreatedIssuedBentAndEnded() {
        whatMakesNoSenseIsSaidBeforeAnything();
        aPlanIsCreated();
        benchmarksComeAndGo();
        whatBeginsOnOneDayIsCancelledByItsName();
        todayIsIssued();
        daysChangePlaces();
        aDecisionIsUndone();
        trainingIsClearedByAPerson();
        thePlanIsEnded();
    }

    private void whatMakesNoSenseIsSaidBeforeAnything() {
        assertThat(freshlegs.run("plan").err()).contains("Say whose plan: freshlegs plan --athlete ID.");
        Ran past = freshlegs.run(create("5K on 2020-01-01", "none"));
        assertThat(past.code()).isEqualTo(2);
        assertThat(past.err()).contains("The goal's day, 2020-01-01, is over: name one that lies ahead.");
        Ran unknown = freshlegs.run(create("5K on " + today.plusDays(100), "none"));
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("There is no athlete paula yet");
    }

    private void aPlanIsCreated() {
        ran("athlete", "add", "paula");
        ran("checkin", "--athlete", "paula", "--date", today.minusDays(1), "--fatigue", 2);
        LocalDate race = today.plusDays(100);

        Ran created = ran(create("5K 21:30 on " + race, "5K 22:30 on " + today.minusDays(6)));

        assertThat(created.out())
                .contains("Plan of paula from " + today + " on\n", "5K in 21:30 on ", "5K time trial in 22:30 on ")
                .contains("14 weeks from today", "Tue, Thu, Sat, Sun, the long run on Sun", "automatic, at most 6")
                .contains("See it with `freshlegs plan --athlete paula`");
        assertThat(created.err()).doesNotContain("baseline", "as soon as");
        assertThat(day(today.plusDays(3)).path("aim").path("date").asText()).isEqualTo(race.toString());
        assertThat(ran("plan", "--athlete", "paula").out())
                .startsWith("Goal: 5K in 21:30 on ")
                .contains("<- today");
        assertThat(ran("plan", "--athlete", "paula", "--brief").out()).contains("to do");
    }

    private void benchmarksComeAndGo() {
        Ran future = freshlegs.run("benchmark", "add", "--athlete", "paula", "5K 22:00 on " + today.plusDays(2));
        assertThat(future.code()).isEqualTo(2);
        assertThat(future.err()).contains("has not come yet");

        LocalDate old = today.minusDays(70);
        Ran added = ran("benchmark", "add", "--athlete", "paula", "10K race 47:05 on " + old);
        assertThat(added.out()).startsWith("paula 10K race in 47:05 on " + old);
        assertThat(added.err()).contains("It is older than 8 weeks");
        assertThat(ran("benchmark", "show", "--athlete", "paula").out())
                .contains("10K", "47:05", "4:43", "22:30", "4:30");

        ran("benchmark", "withdraw", "--athlete", "paula", "--on", old);
        assertThat(ran("benchmark", "show", "--athlete", "paula").out()).doesNotContain("47:05");
        assertThat(freshlegs
                        .run("benchmark", "withdraw", "--athlete", "paula", "--on", old)
                        .err())
                .contains("No benchmark of paula on " + old + " is known");
    }

    private void whatBeginsOnOneDayIsCancelledByItsName() {
        LocalDate first = today.plusDays(10);
        for (String phase : new String[] {"travel", "heat"}) {
            ran("phase", "set", "--athlete", "paula", "--from", first, "--to", first.plusDays(4), phase);
        }

        Ran which = freshlegs.run("phase", "cancel", "--athlete", "paula", "--from", first);
        assertThat(which.err()).contains("say which, heat or travel");
        assertThat(ran("phase", "cancel", "--athlete", "paula", "--from", first, "heat")
                        .out()
                        .strip())
                .isEqualTo("paula cancelled the heat from " + first);
        assertThat(ran("phase", "show", "--athlete", "paula").out())
                .contains("travel")
                .doesNotContain("heat");
        assertThat(freshlegs
                        .run("phase", "cancel", "--athlete", "paula", "--from", first, "heat")
                        .err())
                .contains("No heat of paula begins on " + first);
    }

    private void todayIsIssued() {
        await().atMost(PATIENCE).until(() -> day(today).path("issued").asBoolean());
    }

    private void aDecisionIsUndone() {
        Ran nothing = freshlegs.run("decide", "--athlete", "paula", "--date", today.plusDays(1), "undo");
        assertThat(nothing.err()).contains("Nothing is decided about the plan of paula for " + today.plusDays(1));
        ran("checkin", "--athlete", "paula", "--date", today, "--symptom", "fever");
        String adjusted = StreamSupport.stream(
                        ran("plan", "--athlete", "paula", "--from", today.plusDays(1), "--json")
                                .json()
                                .spliterator(),
                        false)
                .filter(day -> day.path("adjustment").isObject())
                .findFirst()
                .orElseThrow()
                .path("date")
                .asText();

        Ran accepted =
                ran("decide", "--athlete", "paula", "--date", adjusted, "accept", "--reason", "She is in bed anyway.");
        assertThat(accepted.out()).contains("Accepted by the coach");
        Ran refused =
                freshlegs.run("decide", "--athlete", "paula", "--date", adjusted, "change", "--workout", "technical");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("nobody overrules a rest");
        assertThat(refused.err()).contains("It is noted, but the plan does not follow it.");
        assertThat(ran("decide", "--athlete", "paula", "--date", adjusted, "undo")
                        .out())
                .doesNotContain("Accepted", "wished otherwise");
    }

    private void trainingIsClearedByAPerson() {
        assertThat(ran("clear", "--help").out()).contains("Only a person who has spoken with a doctor");
        Ran early = freshlegs.run("clear", "--athlete", "paula", "--from", today.plusDays(5));
        assertThat(early.code()).isEqualTo(2);
        assertThat(ran("clear", "--athlete", "paula", "--note", "Dr Weber: all well.", "--by", "ella")
                        .out()
                        .strip())
                .isEqualTo("paula may train again from " + today
                        + " on, by the word of coach ella, who has spoken with a doctor");
        assertThat(ran("clear", "--athlete", "paula", "--withdraw").out()).contains("no longer has leave");
        assertThat(freshlegs.run("clear", "--athlete", "paula", "--withdraw").err())
                .contains("there is nothing to withdraw");
    }

    private void daysChangePlaces() {
        LocalDate tuesday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusDays(1);
        String planned = day(tuesday).path("planned").path("title").asText();

        Ran refused =
                freshlegs.run("plan", "move", "--athlete", "paula", "--day", tuesday, "--to", tuesday.plusDays(7));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("Not moved: a session stays in its week", "(rule same-week)");
        Ran nothing =
                freshlegs.run("plan", "move", "--athlete", "paula", "--day", tuesday.plusDays(1), "--to", tuesday);
        assertThat(nothing.err()).contains("there is no run on " + tuesday.plusDays(1) + " to move (rule a-run)");

        ran("plan", "move", "--athlete", "paula", "--day", tuesday, "--to", tuesday.plusDays(1));
        assertThat(day(tuesday.plusDays(1)).path("planned").path("title").asText())
                .isEqualTo(planned);
        assertThat(day(tuesday).path("planned").path("kind").asText()).isEqualTo("REST");

        ran("plan", "move", "--athlete", "paula", "--day", tuesday, "--undo");
        assertThat(day(tuesday).path("planned").path("title").asText()).isEqualTo(planned);
    }

    private void thePlanIsEnded() {
        assertThat(ran("plan", "end", "--athlete", "paula").out().strip())
                .isEqualTo("paula has no plan from " + today + " on");
        assertThat(freshlegs.run("plan", "end", "--athlete", "paula").err())
                .contains("paula has no plan on " + today + ", so there is nothing to end.");
    }

    private JsonNode day(LocalDate date) {
        return ran("plan", "--athlete", "paula", "--from", date, "--to", date, "--json")
                .json()
                .path(0);
    }

    private static Object[] create(String goal, String baseline) {
        return new Object[] {
            "plan",
            "create",
            "--athlete",
            "paula",
            "--goal",
            goal,
            "--baseline",
            baseline,
            "--days",
            "Tue,Thu,Sat,Sun",
            "--long-run",
            "Sun"
        };
    }

    private Ran ran(Object... words) {
        Ran ran = freshlegs.run(words);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }
}
