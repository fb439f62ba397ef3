package freshlegs.app.journey;

import static freshlegs.app.journey.People.ATHLETE;
import static freshlegs.app.journey.People.COACH;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ABrowser;

/** The athlete reads who looked, and ends it. */
record Parting(People people) {
    void isTheAthletesToSay() {
        AVisit athlete = people.athlete().go("/athletes/" + ATHLETE + "/sharing");
        ABrowser page = athlete.browser();
        page.awaitText(COACH, "looked at alerts", "decided about the plan", "moved a session", "Sam Sole", "refused");
        athlete.look("17-who-looked");
        page.ask("[...document.querySelectorAll('.people tr')].find(row => row.innerText.includes('" + COACH
                + "') && row.querySelector('.danger')).querySelector('.danger').id = 'end'");
        page.follow("#end");
        assertThat(page.<String>ask("return document.querySelector('[aria-labelledby=who-sees]').innerText"))
                .doesNotContain(COACH);
        athlete.look("18-ended");
        AVisit coach = people.coach().go("/");
        coach.browser().awaitText("anna");
        assertThat(coach.browser().text()).doesNotContain(ATHLETE);
        coach.look("19-board-after");
        coach.go("/athletes/" + ATHLETE);
        assertThat(coach.status()).isEqualTo(404);
    }
}
