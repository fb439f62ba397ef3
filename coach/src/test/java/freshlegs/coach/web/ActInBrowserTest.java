package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.coach.ABrowser;
import freshlegs.coach.ACoach;
import freshlegs.coach.AListener;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.Looks;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Acts;
import freshlegs.coach.access.Deed;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Shares;
import freshlegs.model.AthleteId;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActInBrowserTest {
    @Test
    void a_link_from_a_message_is_answered_on_a_phone_without_signing_in(@TempDir Path profile) {
        assumeTrue(ABrowser.isInstalled(), "skipped: no " + ABrowser.CHROMIUM + " with " + ABrowser.DRIVER);
        AListener listener = new AListener();
        try (TestDatabase database = TestDatabase.withSquad();
                ACoach coach = ACoach.answering(listener, database);
                ABrowser browser = ABrowser.open(profile)) {
            browser.show(coach.address() + "/review?week=2026-W47");
            Looks.check(browser, "review");
            Account ben = ASignedInVisitor.account(database, "ben");
            new Shares(database.database(), ACoach.THAT_EVENING)
                    .grant(AthleteId.of("anna"), ben.id(), Role.COACH, "test");
            String token = new Acts(database.database(), ACoach.THAT_EVENING)
                    .token(ben.id(), "anna.2026-11-15.fatigue", Deed.WRONG, Optional.empty());
            browser.show(coach.address() + "/act/" + token);
            Looks.check(browser, "act");
            browser.ofSize(390, 844).focus("input[name=reason]");
            browser.type("New watch.");
            browser.follow(".act form button");
            browser.awaitText("The alert was called wrong");
            assertThat(listener.heard()).containsExactly("anna.2026-11-15.fatigue WRONG New watch.");
            browser.photograph("act-said-phone-light");
        }
    }
}
