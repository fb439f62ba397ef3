package freshlegs.app.journey;

import static freshlegs.app.journey.People.ATHLETE;
import static freshlegs.app.journey.People.COACH;
import static freshlegs.app.journey.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

/** The first account, an invitation, and the athlete who accepts it. */
record ComingTogether(People people) {
    private static final String NEW = ".fields:has([value=new]) ";

    void theCoachSignsInAndSeesNobody() {
        AVisit coach = people.coach();
        people.site().account(PASSWORD, "account", "add", "--login", "robin", "--name", COACH, "--operator");
        coach.go("/");
        assertThat(coach.path()).isEqualTo("/sign-in");
        coach.look("01-sign-in");
        coach.signIn("robin", PASSWORD);
        coach.browser().awaitText("No athletes yet", "Invite an athlete below", COACH);
        assertThat(coach.transferred()).isBetween(1, AVisit.SMALL);
    }

    String theCoachInvites() {
        AVisit coach = people.coach();
        coach.browser().press(".invite summary");
        coach.type(".invite-form [name=athlete]", ATHLETE);
        coach.look("02-empty-board");
        coach.browser().follow(".invite-form button");
        coach.browser().awaitText("An invitation for " + ATHLETE);
        coach.look("03-invited");
        return coach.browser().ask("return document.querySelector('.secret').textContent");
    }

    void theAthleteAccepts(String link) {
        AVisit athlete = people.athlete();
        athlete.go(link);
        athlete.browser()
                .awaitText(
                        COACH + " invites you.", "What is shared", COACH + ", coach from then on", "any other athlete");
        athlete.look("04-invitation");
        athlete.type(NEW + "[name=name]", "Ben Berg")
                .type(NEW + "[name=login]", "ben@example.org")
                .type(NEW + "[name=password]", "hills and more hills");
        athlete.browser().tick(NEW + "[name=consent]");
        athlete.browser().follow(NEW + "button");
        athlete.browser().awaitText("Who sees " + ATHLETE, COACH, "Ben Berg");
        athlete.look("05-sharing");
    }
}
