package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.coach.ABrowser;
import freshlegs.coach.ACoach;
import freshlegs.coach.AListener;
import freshlegs.coach.APlan;
import freshlegs.coach.ARun;
import freshlegs.coach.Looks;
import freshlegs.coach.TestDatabase;
import freshlegs.model.AdjustmentCause;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LooksInBrowserTest {
    private static final String ALERT = "/episodes/carla.2026-11-15.fatigue";
    private static final String RUN = "/athletes/anna/activities/" + ARun.FACT;
    private static final List<String> MAIN =
            List.of("/", "/athletes/anna", "/athletes/anna/plan", "/athletes/anna/calendar", ALERT, RUN);
    private static final int REFLOW = 320;
    private static final int WINDOW = 1280;

    private static TestDatabase database;
    private static ACoach coach;
    private static ABrowser browser;

    @BeforeAll
    static void open(@TempDir Path profile) {
        assumeTrue(ABrowser.isInstalled(), "skipped: no " + ABrowser.CHROMIUM + " with " + ABrowser.DRIVER);
        database = TestDatabase.withSquad();
        ARun run = new ARun();
        run.into(database);
        APlan.of("anna")
                .with(
                        LocalDate.parse("2026-11-24"),
                        APlan.changed(
                                AdjustmentCause.FATIGUE, "Volume down a fifth for a week.", APlan.technical(), false))
                .into(database);
        coach = ACoach.with(run.waysIn(), Optional.of(new AListener()), database);
        browser = ABrowser.open(profile);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            coach.close();
            database.close();
        }
    }

    @Test
    void the_smaller_pages_look_well_in_every_mode() {
        for (String path : List.of(
                "/athletes/anna/calendar",
                "/athletes/anna/notes",
                "/athletes/anna/activities",
                "/rules/fatigue.two-keys",
                "/nowhere")) {
            browser.show(coach.address() + path);
            browser.complaints();
            Looks.check(browser, "looks" + path.replaceAll("[/.]+", "-"));
        }
    }

    @Test
    void long_lists_for_readers_of_rules_and_programs_fit_a_phone() {
        browser.ofSize(390, 844).by("dark");
        for (String path : List.of("/rules", "/api/docs")) {
            show(path);
            Looks.assertFits(browser, path);
        }
    }

    @Test
    void the_main_pages_reflow_at_320_pixels_and_at_twice_the_size_and_nothing_moves_for_those_who_want_no_motion() {
        for (String path : MAIN) {
            browser.ofSize(REFLOW, 640).withoutMotion();
            show(path);
            assertThat(moving()).as(path).isEmpty();
            Looks.assertFits(browser, path + " at 320 px");
            browser.ofSize(WINDOW / 2, 450);
            Looks.assertFits(browser, path + " at 200 % in a window of 1280 px");
            browser.ofSize(WINDOW, 900);
            browser.ask("document.documentElement.style.fontSize = '200%'; return null");
            List<String> same = browser.ask(
                    "return [...document.querySelectorAll('main p, main td, main a, main button, main label')]"
                            + ".filter(e => e.checkVisibility() && parseFloat(getComputedStyle(e).fontSize) < 22)"
                            + ".map(e => e.outerHTML.slice(0, 60)).slice(0, 5)");
            assertThat(same).as(path + " has letters that stay small").isEmpty();
        }
    }

    @Test
    void every_control_is_reached_by_the_keyboard_alone_and_seen_when_it_is() {
        browser.ofSize(1280, 900).by("light");
        for (String path : List.of("/", "/athletes/anna/calendar", "/athletes/anna/plan", ALERT)) {
            show(path);
            assertThat(browser.unreachable()).as(path).isEmpty();
        }
    }

    /** What is smooth, animated or changes over time. */
    private static List<String> moving() {
        return browser.ask("""
                return [document.documentElement, ...document.querySelectorAll('body *')].filter(e => {
                    const style = getComputedStyle(e);
                    return style.scrollBehavior === 'smooth' || parseFloat(style.animationDuration) > 0
                        || style.transitionDuration.split(', ').some(time => parseFloat(time) > 0); })
                    .map(e => e.tagName + '.' + e.className).slice(0, 5)
                """);
    }

    private static void show(String path) {
        browser.show(coach.address() + path);
        browser.awaitTrue(
                "!document.querySelector('[data-chart]') || document.documentElement.dataset.charts === 'drawn'");
    }
}
