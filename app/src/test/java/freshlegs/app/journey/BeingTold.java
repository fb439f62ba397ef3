package freshlegs.app.journey;

import static freshlegs.app.journey.People.ATHLETE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.coach.ABrowser;

/** The coach says where messages go, and gets the first one. */
record BeingTold(People people, APostbox postbox) {
    private static final String ADDED = "[action=\"/account/channels\"]:has([maxlength]) ";

    void theFirstMessageIsATest() {
        AVisit coach = people.coach().go("/account/channels");
        coach.type(ADDED + "[name=address]", postbox.address());
        coach.browser().follow(ADDED + "button");
        coach.browser().awaitText("Not tried yet: send a test.");
        coach.browser().follow("[action=\"/account/channels/test\"] button");
        coach.browser().awaitText("Works. The last message was received");
        postbox.awaitOne("Freshlegs: a test");
        coach.look("03-channels");
    }

    /** An amber alert waits for the digest; a warning sign does not. */
    void aWarningSignIsToldAtOnce() {
        JsonNode message = postbox.awaitOne(ATHLETE, "stop");
        assertThat(postbox.received())
                .as("an amber alert is for tomorrow's digest")
                .noneMatch(other -> other.path("text").asText().startsWith(ATHLETE + ": amber"));
        String link = message.path("text").asText().replaceFirst("(?s).*(/episodes/\\S+).*", "$1");
        AVisit coach = people.coach().go(link);
        ABrowser page = coach.browser();
        page.awaitText(ATHLETE, "Leave to train again");
        page.follow("a[href$='/clearance']");
        page.awaitText("Training is held since");
        coach.look("16-leave");
        page.tap("[name=spoken]");
        coach.type("[name=note]", "The doctor found nothing.");
        page.follow("form.reply .buttons button");
        coach.find("/athletes/" + ATHLETE + "/clearance", "Leave was given today");
    }
}
