package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.service.Access;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What people state and ask at the command line, each of an athlete of their own, while one service is at work for all. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AtTheCommandLineTest {
    private Path temporary;
    private Path data;
    private CommandLineUnderTest freshlegs;
    private Access access;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        temporary = folder;
        data = folder.resolve("data");
        Clock noon = fromNoonOn();
        freshlegs = CommandLineUnderTest.on(data).by(noon);
        access = freshlegs.serve(noon);
    }

    /** Days begin some minutes after midnight, so it is past noon of today whatever the time. */
    private static Clock fromNoonOn() {
        Clock now = Clock.systemUTC();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return Clock.offset(
                now, Duration.between(now.instant(), today.atTime(12, 0).toInstant(ZoneOffset.UTC)));
    }

    @AfterAll
    void stop() {
        if (access != null) {
            access.close();
        }
    }

    @Test
    @Order(1)
    void a_person_states_a_goal_answers_the_plan_and_takes_a_reading_back() throws Exception {
        StatedFacts stated = new StatedFacts(freshlegs, temporary.resolve("stated"));
        stated.aHistoryIsTakenIn();
        stated.aGoalIsStatedCorrectedAndShown();
        stated.aReadingIsTakenBackAndCountsAgain();
        stated.otherThresholdsAreTriedOnWhatIsStored();
        stated.anAdjustmentIsAnswered();
    }

    @Test
    @Order(2)
    void a_plan_is_created_issued_bent_and_ended() {
        new APlanToItsEnd(freshlegs).isCreatedIssuedBentAndEnded();
    }

    @Test
    @Order(3)
    void a_person_sees_copies_keeps_the_other_one_and_takes_that_back() throws Exception {
        CopiesOfFiles copies = new CopiesOfFiles(freshlegs, temporary.resolve("copies"));
        copies.areSeenKeptAndTakenBack();
        copies.oneThatIsNotThereIsAnsweredWithWhatToDo();
    }

    @Test
    @Order(4)
    void an_alert_is_judged_silenced_and_explained_by_what_was_planned() throws Exception {
        new AnAnsweredAlert(freshlegs, console()).isJudgedSilencedAndExplained();
    }

    @Test
    @Order(5)
    void a_calendars_address_is_printed_once_listed_without_its_secret_and_revoked() {
        assertThat(CommandLineUnderTest.on(temporary.resolve("nowhere"))
                        .run("calendar", "list")
                        .code())
                .isEqualTo(1);
        new CalendarAddresses(data).areGivenListedAndRevoked();
    }

    /** The last one: from the first account on strangers see no page. */
    @Test
    @Order(6)
    void accounts_are_added_shared_with_listed_and_disabled_while_the_console_runs() throws Exception {
        new AccountsOfPeople(data, console()).areAddedSharedWithListedAndDisabled();
    }

    private URI console() {
        return access.console().orElseThrow();
    }
}
