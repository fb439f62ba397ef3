package freshlegs.app.journey;

import static freshlegs.app.journey.People.ATHLETE;
import static freshlegs.app.journey.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What is the athlete's and the coach's is nobody else's. */
record ClosedDoors(People people) {
    void areShutToStrangersAndCoachesOfOthers(String alert, String activity) {
        List<String> addresses = List.of(
                "/athletes/" + ATHLETE,
                "/episodes/" + alert,
                "/athletes/" + ATHLETE + "/plan",
                "/athletes/" + ATHLETE + "/calendar",
                activity);
        AVisit stranger = people.stranger();
        for (String address : addresses) {
            people.coach().go(address);
            assertThat(people.coach().status()).as(address).isEqualTo(200);
            stranger.go(address);
            assertThat(stranger.path()).as(address + " to a stranger").isEqualTo("/sign-in");
        }
        people.site().account(PASSWORD, "account", "add", "--login", "sam", "--name", "Sam Sole", "--athlete", "anna");
        stranger.signIn("sam", PASSWORD);
        for (String address : addresses) {
            stranger.go(address);
            assertThat(stranger.status()).as(address + " to a coach of others").isEqualTo(404);
            assertThat(stranger.browser().text()).doesNotContain("Ben Berg", "RED", "AMBER");
        }
        stranger.forgive("404");
        stranger.look("16-not-for-you");
        stranger.forgive("404");
        stranger.go("/");
        stranger.browser().awaitText("anna");
        assertThat(stranger.browser().text()).doesNotContain(ATHLETE);
    }
}
