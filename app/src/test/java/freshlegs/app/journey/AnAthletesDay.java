package freshlegs.app.journey;

import static freshlegs.app.journey.People.ATHLETE;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ABrowser;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** The athlete lands on his day, says how the morning is, and what he says holds training on its way through the whole pipeline. */
record AnAthletesDay(People people) {
    private static final String DAY = "/athletes/" + ATHLETE + "/day";
    private static final String MORNING = "form[data-kind=morning] ";

    void holdsTrainingBySayingSo() {
        AVisit athlete = people.athlete();
        ABrowser page = athlete.browser();
        page.at(people.site().today().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
        athlete.go("/");
        assertThat(athlete.path()).isEqualTo(DAY);
        page.ask("document.querySelectorAll('.checkin details').forEach(each => each.open = true)");
        page.tap(MORNING + "[value=fever]");
        page.tapAway(MORNING + ".buttons button");
        athlete.find(DAY, "Training is held", "said, can be changed", "Your coach is told.")
                .look("13-day-held");
    }
}
