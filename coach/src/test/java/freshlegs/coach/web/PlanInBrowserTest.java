package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.coach.ABrowser;
import freshlegs.coach.ACoach;
import freshlegs.coach.AListener;
import freshlegs.coach.APlan;
import freshlegs.coach.Contrast;
import freshlegs.coach.TestDatabase;
import freshlegs.model.AdjustmentCause;
import freshlegs.model.plan.Done;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanInBrowserTest {
    private static final String PAGE = "/athletes/anna/plan";
    private static final int WEEKS_AHEAD = 6;
    private static final String WEEKS =
            "return [...document.querySelectorAll('.planned-week')].filter(week => week.getClientRects().length)";

    private static TestDatabase database;
    private static ACoach coach;
    private static ABrowser browser;

    @BeforeAll
    static void open(@TempDir Path profile) {
        assumeTrue(ABrowser.isInstalled(), "skipped: no " + ABrowser.CHROMIUM + " with " + ABrowser.DRIVER);
        database = TestDatabase.withSquad();
        APlan.of("anna")
                .with(
                        LocalDate.parse("2026-11-17"),
                        APlan.done(Done.Grade.SUCCESS, "6 of 6 × 200 m on target, no fade, effort 7"))
                .with(
                        LocalDate.parse("2026-11-24"),
                        APlan.changed(
                                AdjustmentCause.FATIGUE,
                                "Accumulating fatigue suspected: no hard running for 72 hours.",
                                APlan.technical(),
                                false))
                .with(
                        LocalDate.parse("2026-11-27"),
                        APlan.changed(AdjustmentCause.LOAD, "More than lately.", APlan.easy(25), true))
                .into(database);
        coach = ACoach.answering(new AListener(), database);
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
    void the_plan_fits_asks_nobody_else_and_can_be_read(String name, int width, int height, String scheme) {
        browser.ofSize(width, height).by(scheme);
        browser.show(coach.address() + PAGE);

        assertThat(browser.complaints()).isEmpty();
        Boolean fits =
                browser.ask("return document.documentElement.scrollWidth <= document.documentElement.clientWidth");
        assertThat(fits).as("fits the width").isTrue();
        Number scripts = browser.ask("return document.scripts.length");
        assertThat(scripts.intValue()).as("scripts").isZero();
        List<String> faint = browser.ask(Contrast.FAINT);
        assertThat(faint).isEmpty();
        browser.photograph(name + "-plan");
    }

    @Test
    void the_keyboard_opens_a_week_and_the_focus_is_seen() {
        browser.ofSize(390, 844).by("light");
        browser.show(coach.address() + PAGE);
        browser.press("details.planned-week > summary");

        Boolean open = browser.ask("return document.querySelector('details.planned-week').open");
        assertThat(open).isTrue();
        String outline = browser.ask("return getComputedStyle(document.activeElement).outlineStyle");
        assertThat(outline).isEqualTo("solid");
    }

    @Test
    void on_paper_every_week_is_open_on_a_page_of_its_own() {
        browser.onPaper();
        browser.show(coach.address() + PAGE);

        List<String> breaks = browser.ask(WEEKS + ".map(week => getComputedStyle(week).breakBefore + ' '"
                + " + getComputedStyle(week).breakAfter)");
        assertThat(breaks).hasSize(1 + WEEKS_AHEAD).first().isEqualTo("auto page");
        assertThat(breaks.subList(1, breaks.size())).containsOnly("page auto");
        List<String> folded =
                browser.ask(WEEKS + ".flatMap(week => [...week.querySelectorAll('details > :not(summary)')])"
                        + ".filter(part => part.getBoundingClientRect().height < 1).map(part => part.outerHTML)");
        assertThat(folded).isEmpty();
        List<Number> heights = browser.ask(WEEKS + ".map(week => week.getBoundingClientRect().height)");
        browser.photograph("plan-paper");
        assertThat(heights).allSatisfy(height -> assertThat(height.doubleValue())
                .isBetween(100.0, (double) ABrowser.PAPER_HEIGHT));
    }
}
