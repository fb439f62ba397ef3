package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.coach.ABrowser;
import freshlegs.coach.ACoach;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.Looks;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Shares;
import freshlegs.model.AthleteId;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessInBrowserTest {
    private static void type(ABrowser browser, String field, String text) {
        browser.ask("document.querySelector('" + field + "').value = '" + text + "'");
    }

    private static void look(ABrowser browser, String name) {
        Looks.check(browser, "access-" + name);
    }

    @Test
    void a_coach_signs_in_invites_an_athlete_who_accepts_and_reads_who_looked(@TempDir Path profile) {
        assumeTrue(ABrowser.isInstalled(), "skipped: no " + ABrowser.CHROMIUM + " with " + ABrowser.DRIVER);
        try (TestDatabase database = TestDatabase.withSquad();
                ACoach coach = ACoach.lookingAt(database);
                ABrowser browser = ABrowser.open(profile).ofSize(1280, 844).by("light")) {
            String ben = new Accounts(database.database(), ACoach.THAT_EVENING)
                    .add("ben", "Ben B.", Optional.of(ASignedInVisitor.PASSWORD), true)
                    .id();
            new Shares(database.database(), ACoach.THAT_EVENING)
                    .grant(AthleteId.of("anna"), ben, Role.COACH, "command-line");

            browser.show(coach.address() + "/athletes/anna");
            look(browser, "sign-in");
            type(browser, "[name=login]", "ben");
            type(browser, "[name=password]", ASignedInVisitor.PASSWORD);
            browser.follow("main button");
            assertThat(browser.text()).contains("anna", "Ben B.", "Who sees this");

            browser.show(coach.address() + "/");
            browser.ask("document.querySelector('.invite').open = true");
            type(browser, ".invite-form [name=athlete]", "anna");
            look(browser, "board");
            browser.follow(".invite-form button");
            assertThat(browser.text()).contains("An invitation for anna");
            String link = browser.ask("return document.querySelector('.secret').textContent");
            look(browser, "invited");
            browser.show(coach.address() + "/account");
            type(browser, "[action=\"/account/tokens\"] [name=name]", "spreadsheet");
            browser.follow("[action=\"/account/tokens\"] button");
            look(browser, "account");
            browser.show(coach.address() + "/account/channels");
            type(browser, ".fields[action=\"/account/channels\"] [name=address]", "https://receiver.example/in");
            browser.follow(".fields[action=\"/account/channels\"] button");
            look(browser, "channels");
            browser.show(coach.address() + "/account/manners");
            look(browser, "manners");
            browser.show(coach.address() + "/people");
            look(browser, "people");
            browser.follow(".who button");
            assertThat(browser.text()).contains("Sign in");

            browser.show(link);
            look(browser, "invitation");
            type(browser, "[value=new] ~ label [name=name]", "Anna A.");
            type(browser, "[value=new] ~ label [name=login]", "anna");
            type(browser, "[value=new] ~ label [name=password]", "hills and more hills");
            browser.tick("[value=new] ~ label [name=consent]");
            browser.follow("[value=new] ~ .buttons button");
            assertThat(browser.text()).contains("Who sees anna", "Ben B.", "looked at the athlete's page");
            look(browser, "sharing");
        }
    }
}
