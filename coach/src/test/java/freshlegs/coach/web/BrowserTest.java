package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.coach.ABrowser;
import freshlegs.coach.ACoach;
import freshlegs.coach.Contrast;
import freshlegs.coach.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTest {
    private static final String EPISODE = "/episodes/carla.2026-11-15.fatigue";

    private static TestDatabase database;
    private static ACoach coach;
    private static ABrowser browser;

    @BeforeAll
    static void open(@TempDir Path profile) {
        assumeTrue(ABrowser.isInstalled(), "skipped: no " + ABrowser.CHROMIUM + " with " + ABrowser.DRIVER);
        database = TestDatabase.withSquad();
        coach = ACoach.lookingAt(database);
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

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "computer-light, 1280, 900, light",
        "computer-dark, 1280, 900, dark",
        "phone-light, 390, 844, light",
        "phone-dark, 390, 844, dark"
    })
    void the_pages_fit_ask_no_other_host_and_stay_put(String name, int width, int height, String scheme) {
        browser.ofSize(width, height).by(scheme);
        for (String path : List.of("/", "/athletes/anna", "/athletes/anna/plan", EPISODE)) {
            browser.show(coach.address() + path);
            if (path.equals("/athletes/anna")) {
                browser.awaitTrue("document.documentElement.dataset.charts === 'drawn'");
            }
            assertThat(browser.complaints()).as(path).isEmpty();
            List<String> elsewhere = browser.ask("return performance.getEntriesByType('resource').map(e => e.name)"
                    + ".filter(name => !name.startsWith(location.origin + '/'))");
            assertThat(elsewhere).as(path).isEmpty();
            Boolean fits =
                    browser.ask("return document.documentElement.scrollWidth <= document.documentElement.clientWidth");
            assertThat(fits).as(path + " fits the width").isTrue();
            Boolean apart = browser.ask(
                    "return [...document.querySelectorAll('.files td')].every(c => c.scrollWidth <= c.clientWidth)");
            assertThat(apart).as(path + " keeps a file's words apart").isTrue();
            assertThat(browser.shifts()).as(path + " stays put").isEmpty();
            assertThat(browser.violations()).as(path + " by axe-core").isEmpty();
            browser.photograph(name + path.replaceAll("[/.]+", "-"));
        }
    }

    @Test
    void the_charts_are_drawn_and_hold_the_days() {
        browser.ofSize(1280, 900).by("light");
        browser.show(coach.address() + "/athletes/anna?days=180");
        browser.awaitTrue("document.documentElement.dataset.charts === 'drawn'");
        Number drawn = browser.ask("return document.querySelectorAll('.chart canvas').length");
        assertThat(drawn.intValue()).isEqualTo(8);
        Number squeezed = browser.ask("""
                return [...document.querySelectorAll('.chart')]
                    .filter(c => c.querySelector('.uplot').offsetHeight > c.clientHeight).length
                """);
        assertThat(squeezed.intValue()).as("charts higher than their place").isZero();
    }

    @Test
    void an_athlete_with_markup_for_a_reason_is_only_text() {
        browser.ofSize(1280, 900).by("light");
        browser.show(coach.address() + "/athletes/ivy");
        Number scripts = browser.ask("return document.querySelectorAll('main script, main img').length");
        assertThat(scripts.intValue()).isZero();
        String why = browser.ask("return document.querySelector('.why').textContent");
        assertThat(why).contains("<script>alert(\"why\")</script>");
    }

    @Test
    void the_keyboard_reaches_the_athletes_and_the_focus_is_seen() {
        browser.ofSize(1280, 900).by("light");
        browser.show(coach.address() + "/");
        String outline = browser.ask("""
                const link = document.querySelector('.c-name a.name');
                link.focus({ focusVisible: true });
                return getComputedStyle(link).outlineStyle + ' ' + getComputedStyle(link).outlineWidth
                """);
        assertThat(outline).isEqualTo("solid 3px");
    }

    @Test
    void every_text_has_enough_contrast_by_day_and_by_night() {
        for (String scheme : List.of("light", "dark")) {
            browser.ofSize(1280, 900).by(scheme);
            for (String path : List.of("/", "/athletes/anna", EPISODE)) {
                browser.show(coach.address() + path);
                List<String> faint = browser.ask(Contrast.FAINT);
                assertThat(faint).as(path + " in " + scheme).isEmpty();
            }
        }
    }
}
