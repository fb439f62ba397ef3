package freshlegs.app.journey;

import static freshlegs.app.journey.People.ATHLETE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.coach.ABrowser;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** The athlete's phone: how he stands, a check-in in a few taps, a warning sign that holds training, and the way on. */
record AnAthletesDay(People people) {
    private static final String DAY = "/athletes/" + ATHLETE + "/day";
    private static final String MORNING = "form[data-kind=morning] ";
    private static final List<String> ITEMS = List.of("fatigue", "mood", "soreness", "stress", "sleep-quality");

    private String checkIns() {
        return DAY + "?date=" + people.site().today();
    }

    void beginsWithACheckIn() {
        AVisit athlete = people.athlete();
        ABrowser page = athlete.browser();
        page.at(people.site().today().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
        athlete.go("/");
        assertThat(athlete.path()).isEqualTo(DAY);
        page.awaitText("Today", "This week", "How is this morning?", "said, can be changed");
        athlete.look("16-day");
        athlete.go(checkIns());
        ITEMS.forEach(item -> page.tap(MORNING + "[name=" + item + "][value='3']"));
        athlete.look("16-check-in");
        page.tapAway(MORNING + ".buttons button");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            athlete.go(checkIns());
            assertThat(page.<Boolean>ask("return document.querySelector(\"[name=stress][value='3']\").checked"))
                    .isTrue();
        });
    }

    void stopsForAWarningSign() {
        AVisit athlete = people.athlete().go(checkIns());
        ABrowser page = athlete.browser();
        page.press(MORNING + ".symptoms summary");
        page.tap(MORNING + "[value=chest-pain]");
        page.awaitText("Do not train today.", "call the emergency number now");
        athlete.look("16-warning-sign");
        page.tapAway(MORNING + ".buttons button");
        athlete.find(DAY, "Training is held", "Your coach is told.").look("16-held");
    }

    void goesOnOnceLeaveIsGiven() {
        people.athlete().find(DAY, "Today's session");
        assertThat(people.athlete().browser().text()).doesNotContain("Training is held");
    }
}
