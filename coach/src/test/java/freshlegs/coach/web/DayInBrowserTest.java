package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.coach.ABrowser;
import freshlegs.coach.ACoach;
import freshlegs.coach.ADiary;
import freshlegs.coach.APlan;
import freshlegs.coach.ARun;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.Looks;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Shares;
import freshlegs.model.AthleteId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An athlete's day on her phone, from signing in to signing out, with and without a connection. */
class DayInBrowserTest {
    private static final int MOST_TAPS = 8;
    private static final Duration MOST_TIME = Duration.ofSeconds(10);
    private static final String MORNING = "#morning-2026-11-20 ";
    private static final String RUN = "#run-2026-11-19-1 ";

    private static TestDatabase database;
    private static ADiary diary;
    private static ACoach coach;
    private static URI address;
    private static ABrowser browser;

    @BeforeAll
    static void open(@TempDir Path profile) {
        assumeTrue(ABrowser.isInstalled(), "skipped: no " + ABrowser.CHROMIUM + " with " + ABrowser.DRIVER);
        database = TestDatabase.withSquad();
        diary = new ADiary(database);
        coach = ACoach.answering(diary, database);
        address = coach.address();
        new ARun().into(database);
        database.run("update freshlegs.activity_analysis set effort = null where date = '2026-11-19'");
        APlan.of("anna").into(database);
        String anna = new Accounts(database.database(), ACoach.THAT_EVENING)
                .add("anna", "Anna A.", Optional.of(ASignedInVisitor.PASSWORD), false)
                .id();
        new Shares(database.database(), ACoach.THAT_EVENING)
                .grant(AthleteId.of("anna"), anna, Role.ATHLETE, "command-line");
        browser = ABrowser.open(profile)
                .at(ACoach.THAT_EVENING.instant())
                .ofSize(390, 844)
                .by("light");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            coach.close();
            database.close();
        }
    }

    private static void signIn() {
        browser.ask("document.querySelector('[name=login]').value = 'anna'");
        browser.ask("document.querySelector('[name=password]').value = '" + ASignedInVisitor.PASSWORD + "'");
        browser.follow("main button");
    }

    private static boolean isSeen(String selector) {
        return browser.ask("return document.querySelector('" + selector + "').checkVisibility()");
    }

    private static String told(String column) {
        return database.ask(
                "select " + column + " from freshlegs.checkin where athlete = 'anna' and kind = 'run-checkin'");
    }

    @Test
    void an_athletes_day_on_a_phone() {
        browser.show(address + "/");
        signIn();
        browser.awaitText("Today", "How was the run of yesterday?", "How is this morning?", "Easy run");
        assertThat(browser.<String>ask("return location.pathname")).isEqualTo("/athletes/anna/day");
        Looks.check(browser, "day");
        browser.ofSize(390, 844);

        saysItsMorningInAFewTaps();
        saysItAnew();
        isToldAtOnceWhatASymptomMeans();
        saysHowARunWentWithoutAConnection();
        keepsWhatItSaidWhileItIsSignedOut();
        leavesNothingBehind();
    }

    private void saysItsMorningInAFewTaps() {
        long begun = System.nanoTime();
        List<String> taps = List.of(
                "[name=fatigue][value='2']",
                "[name=mood][value='2']",
                "[name=soreness][value='3']",
                "[name=stress][value='1']",
                "[name=sleep-quality][value='2']");
        taps.forEach(tap -> browser.tap(MORNING + tap));
        browser.tapAway(MORNING + ".buttons button");
        browser.awaitText("said, can be changed");
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(taps.size() + 1).isLessThanOrEqualTo(MOST_TAPS);
        assertThat(took).isLessThan(MOST_TIME);
        assertThat(diary.heard()).containsExactly("athlete morning-checkin 2026-11-20");
    }

    private void saysItAnew() {
        browser.openAnew();
        browser.tap(MORNING + "summary");
        browser.tap(MORNING + "[name=soreness][value='6']");
        browser.tapAway(MORNING + ".buttons button");
        browser.awaitText("said, can be changed");

        assertThat(database.ask(
                        "select fatigue || ' ' || soreness from freshlegs.checkin where kind = 'morning-checkin'"))
                .isEqualTo("2 6");
    }

    private void isToldAtOnceWhatASymptomMeans() {
        browser.openAnew();
        browser.tap(MORNING + "summary");
        browser.tap(MORNING + ".symptoms summary");
        assertThat(isSeen(MORNING + ".advice.stop")).isFalse();
        browser.tap(MORNING + "[value=fever]");
        assertThat(isSeen(MORNING + ".advice.illness")).isTrue();
        browser.tap(MORNING + "[value=chest-pain]");
        assertThat(isSeen(MORNING + ".advice.stop")).isTrue();
        assertThat(isSeen(MORNING + ".advice.illness")).isFalse();
        browser.photograph("day-symptom");
        browser.tapAway(MORNING + ".buttons button");

        browser.awaitText("Training is held until somebody who has spoken with a doctor lets you train again.");
        Looks.check(browser, "day-held");
        browser.ofSize(390, 844);
        browser.openAnew();
        browser.tap(MORNING + "summary");
        browser.tap(MORNING + "[value=fever]");
        browser.tap(MORNING + "[value=chest-pain]");
        browser.tapAway(MORNING + ".buttons button");
        browser.awaitTrue("!document.querySelector('#held')");
    }

    private void saysHowARunWentWithoutAConnection() {
        browser.awaitDone("""
                (async function look() {
                  const names = await caches.keys();
                  const page = names.length && await (await caches.open(names[0])).match('/athletes/anna/day');
                  page ? done() : setTimeout(look, 50);
                })();
                """);
        coach.close();
        browser.show(address + "/");
        browser.awaitText("No connection.", "How was the run of yesterday?");
        browser.tap(RUN + "[name=effort][value='7']");
        browser.tap(RUN + "[name=quality][value='8']");
        browser.tap(RUN + ".buttons button");
        browser.awaitText("Kept on this phone, not sent yet", "How was the run of yesterday?");
        browser.tap(RUN + "[name=effort][value='5']");
        browser.tap(RUN + ".symptoms summary");
        browser.tap(RUN + "[value=chills]");
        assertThat(isSeen(RUN + ".advice.illness")).isTrue();
        browser.tap(RUN + ".buttons button");
        browser.awaitText("Nobody has been told of your symptoms yet.");
        browser.tap(RUN + "[value=chills]");
        browser.tap(RUN + ".buttons button");
        browser.awaitTrue("!document.querySelector('#kept .untold').checkVisibility()");
        browser.photograph("day-offline");
        browser.show(address + "/athletes/anna/day");
        browser.awaitText("Kept on this phone, not sent yet");
        browser.complaints();

        coach = ACoach.again(address, diary, database);
        browser.tapAway("#kept .send");
        browser.awaitTrue("!document.querySelector('#run-2026-11-19-1') && document.querySelector('#kept').hidden");

        assertThat(told("effort || ' ' || quality || ' ' || symptoms")).isEqualTo("5 8 []");
        assertThat(database.ask("select count(*) from freshlegs.checkin_revision where kind = 'run-checkin'"))
                .isEqualTo("1");
        assertThat(browser.complaints()).isEmpty();
    }

    private void keepsWhatItSaidWhileItIsSignedOut() {
        browser.show(address + "/athletes/anna/day?date=2026-11-19");
        database.run("delete from access.session");
        browser.tap(RUN + "[name=quality][value='9']");
        browser.tap(RUN + ".buttons button");
        browser.awaitText("You are signed out, so it waits here.");
        browser.photograph("day-signed-out");
        browser.tapAway("#kept .sign-in a");
        signIn();
        browser.awaitTrue("location.pathname.endsWith('/day') && document.querySelector('#kept').hidden");

        assertThat(told("quality")).isEqualTo("9");
    }

    private void leavesNothingBehind() {
        browser.show(address + "/account/reminder");
        Looks.check(browser, "reminder");
        browser.follow(".who button");
        browser.awaitText("Sign in");
        browser.awaitDone("""
                (async function look() {
                  const left = [...await caches.keys(), ...await navigator.serviceWorker.getRegistrations(), ...Object.keys(localStorage)];
                  left.length ? setTimeout(look, 50) : done();
                })();
                """);
    }
}
