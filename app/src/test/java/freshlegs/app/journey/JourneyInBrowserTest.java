package freshlegs.app.journey;

import static freshlegs.app.journey.People.ATHLETE;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.app.simulate.Simulation;
import freshlegs.coach.ABrowser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first account to the athlete's last word, with files on their way and the whole pipeline at work. */
class JourneyInBrowserTest {
    private static final List<String> OTHERS = List.of("anna", "clara", "david");
    private static final int DAYS = 98;

    /** The overload that is written into the athlete's files is seen on its sixth day, which is today. */
    private static final int SEEN_BEFORE_THE_END = 8;

    /** The days of which the files come while the board is open. */
    private static final int LATE = 3;

    private final Path temporary;
    private final LocalDate today = ASite.aMonday();
    private final LocalDate first = today.minusDays(DAYS);
    private final LocalDate late = today.minusDays(LATE - 1);

    JourneyInBrowserTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void a_coach_and_an_athlete_come_together_answer_an_alert_and_part() throws Exception {
        assumeTrue(ABrowser.isInstalled(), "skipped: no " + ABrowser.CHROMIUM + " with " + ABrowser.DRIVER);
        WatchesAtHome theirs = watches(DAYS, OTHERS.size() + 1, today);
        WatchesAtHome his = watches(DAYS, 2, today.plusDays(SEEN_BEFORE_THE_END));
        try (APostbox postbox = APostbox.open();
                ASite site = ASite.on(today, data());
                People people = People.at(site, temporary)) {
            int files = othersBegin(site, theirs);
            theyComeTogether(people);
            BeingTold told = new BeingTold(people, postbox);
            told.theFirstMessageIsATest();
            othersAreShared(site, files);
            int before = hisHistoryComes(site, his);
            APlanOnThePage plan = new APlanOnThePage(people);
            plan.isCreatedFromTheGuide();
            AnAlertComes alert = new AnAlertComes(people);
            alert.showsOnTheOpenBoard(() -> site.settle(ATHLETE, before + his.copy(ATHLETE, late, today)));
            String episode = alert.isReadWithItsEvidence();
            alert.isDecidedAbout(episode);
            plan.isMovedWithinItsRules();
            String run = new Looking(people).fromTheAthleteToARun();
            new ClosedDoors(people).areShutToStrangersAndCoachesOfOthers(episode, run);
            AnAthletesDay day = new AnAthletesDay(people);
            day.beginsWithACheckIn();
            day.stopsForAWarningSign();
            told.aWarningSignIsToldAtOnce();
            day.goesOnOnceLeaveIsGiven();
            new Parting(people).isTheAthletesToSay();
        }
    }

    private static void theyComeTogether(People people) {
        ComingTogether together = new ComingTogether(people);
        together.theCoachSignsInAndSeesNobody();
        together.theAthleteAccepts(together.theCoachInvites());
    }

    /** Their files are on their way while the first page is looked at. */
    private int othersBegin(ASite site, WatchesAtHome theirs) throws IOException {
        for (String other : OTHERS) {
            site.state(theirs.told(other));
        }
        int files = 0;
        for (String other : OTHERS) {
            files += theirs.copy(other, first, today);
        }
        return files;
    }

    private static void othersAreShared(ASite site, int files) throws Exception {
        site.settle(OTHERS, files);
        for (String other : OTHERS) {
            site.run("account", "share", "--athlete", other, "--login", "robin", "--role", "coach");
        }
    }

    private int hisHistoryComes(ASite site, WatchesAtHome his) throws Exception {
        site.state(his.told(ATHLETE));
        int files = his.copy(ATHLETE, first, late.minusDays(1));
        site.settle(ATHLETE, files);
        return files;
    }

    private WatchesAtHome watches(int days, int athletes, LocalDate last) throws IOException {
        return WatchesAtHome.of(
                new Simulation(Simulation.DEMO_SEED, athletes, days, last),
                temporary.resolve("until-" + last),
                data().resolve("inbox"));
    }

    private Path data() {
        return temporary.resolve("data");
    }
}
