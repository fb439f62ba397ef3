package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.coach.ABrowser;
import freshlegs.coach.ACoach;
import freshlegs.coach.ARun;
import freshlegs.coach.Contrast;
import freshlegs.coach.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsInBrowserTest {
    private static final String RUN = "/athletes/anna/activities/" + ARun.FACT;

    private static TestDatabase database;
    private static ACoach coach;
    private static ABrowser browser;

    @BeforeAll
    static void open(@TempDir Path profile) {
        assumeTrue(ABrowser.isInstalled(), "skipped: no " + ABrowser.CHROMIUM + " with " + ABrowser.DRIVER);
        database = TestDatabase.withSquad();
        ARun run = new ARun();
        run.into(database);
        database.run("""
                insert into freshlegs.benchmark_revision (athlete, fact_id, revision, local_date, ingested_at, recorded_at, edit, event,
                    distance_metres, seconds, withdrawn, told_by, rank)
                values ('anna', '2026-09-27', 'r', '2026-09-27', now(), now(), 0, 'RACE', 10000, 2622, false, '{}', 1),
                       ('anna', '2026-10-25', 'r', '2026-10-25', now(), now(), 0, 'TIME_TRIAL', 5000, 1270, false, '{}', 1);
                insert into freshlegs.planned_phase_revision (athlete, fact_id, revision, local_date, last_day, ingested_at, recorded_at,
                    edit, phase, cancelled, told_by, rank)
                values ('anna', '2026-10-01-travel', 'r', '2026-10-01', '2026-10-12', now(), now(), 0, 'travel', false, '{}', 1);
                delete from freshlegs.trend_day where athlete = 'anna' and date between '2026-09-05' and '2026-09-09';
                """);
        coach = ACoach.with(run.waysIn(), database);
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
    void the_athletes_charts_have_one_cursor_one_zoom_and_show_what_lies_behind_the_days() {
        browser.ofSize(1280, 900).by("light");
        show("/athletes/anna", "charts-computer-light");
        assertThat(number("document.querySelectorAll('.chart canvas').length")).isEqualTo(8);
        assertThat(darkness("2026-11-17"))
                .as("an alert's day against a day before")
                .isGreaterThan(darkness("2026-11-03") + 4);
        assertThat(darkness("2026-10-25")).as("a time trial").isGreaterThan(darkness("2026-11-03") + 4);

        press("hrv", "End");
        assertThat(readout()).contains("Fri 20 Nov 2026", "Amber alert", "Resting heart rate");
        assertThat(sameDay()).isEqualTo("Fri 20 Nov 2026");
        press("hrv", "ArrowLeft");
        assertThat(sameDay()).isEqualTo("Thu 19 Nov 2026");
        press("hrv", "Shift+ArrowLeft");
        assertThat(sameDay()).isEqualTo("Thu 12 Nov 2026");
        assertThat(text("[data-heard]")).startsWith("Thu 12 Nov 2026, Heart rate variability");
        double whole = width();
        press("hrv", "+");
        assertThat(width()).isEqualTo(whole / 2);
        press("form", "Home");
        assertThat(sameDay()).isEqualTo("Sun 23 Aug 2026");
        assertThat(width()).as("the zoom stays and moves along").isEqualTo(whole / 2);
        press("form", "Escape");
        assertThat(width()).isEqualTo(whole);
        press("form", "1");
        browser.awaitTrue("document.documentElement.dataset.charts === 'drawn'"
                + " && document.querySelector('.charts').dataset.source.endsWith('=42')");
        assertThat(number("document.querySelectorAll('.chart-box:first-child .grid tbody tr').length"))
                .isEqualTo(42);
        assertThat(text(":focus h3, figure:has(:focus) h3")).startsWith("Fitness");
        browser.by("dark");
        browser.photograph("charts-computer-dark");
        assertThat(browser.violations()).isEmpty();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void the_runs_page_draws_its_course_and_its_way() {
        browser.ofSize(1280, 900).by("light");
        show(RUN, "activity-computer-light");
        assertThat(number("document.querySelectorAll('.chart canvas').length")).isEqualTo(3);
        assertThat(number("document.querySelectorAll('.track .way').length")).isGreaterThan(5);
        press("pace", "Home");
        press("pace", "Shift+ArrowRight");
        assertThat(readout()).startsWith("1:0");
        String here = browser.ask("return document.querySelector('[data-here]').getAttribute('cx')");
        assertThat(Double.parseDouble(here)).isPositive();
        browser.ask(
                "document.querySelector('[data-over=distance]').click(); document.querySelector('[data-window=\"300\"]').click();"
                        + " return null");
        press("heart-rate", "End");
        assertThat(readout()).contains("Lap 13", "Mean 5 min");
        assertThat(number("document.querySelectorAll('.u-legend .u-value').length"))
                .isGreaterThan(6);
        browser.by("dark");
        browser.photograph("activity-computer-dark");
        assertThat(browser.violations()).isEmpty();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void who_likes_miles_reads_them_at_every_day_and_moment() {
        browser.ofSize(1280, 900).by("light");
        browser.show(coach.address() + "/");
        browser.ask("document.cookie = 'units=imperial; path=/'; return null");
        try {
            show("/athletes/anna", "charts-miles");
            press("distance-7d", "End");
            assertThat(text("[data-chart=distance-7d] .u-legend"))
                    .contains("Measured (mi)", "34.2", "29.8 to 37.9")
                    .doesNotContain("km");
            assertThat(readout()).contains("Distance of seven days 34.2");
            assertThat(text("[data-heard]")).contains("Measured (mi) 34.2");
            show(RUN, "activity-miles");
            press("pace", "End");
            assertThat(text("[data-chart=pace] .u-legend")).contains("/mi").doesNotContain("/km");
            assertThat(readout()).contains(" mi").doesNotContain(" km");
            assertThat(complaints()).isEmpty();
        } finally {
            browser.ask("document.cookie = 'units=metric; path=/'; return null");
        }
    }

    @Test
    void both_fit_a_phone_by_night() {
        browser.ofSize(390, 844).by("dark");
        show("/athletes/anna", "charts-phone-dark");
        assertFits();
        show(RUN, "activity-phone-dark");
        assertFits();
        List<String> faint = browser.ask(Contrast.FAINT);
        assertThat(faint).isEmpty();
        Number small = browser.ask("return [...document.querySelectorAll('main button, .ranges a')]"
                + ".filter(b => b.checkVisibility() && (b.offsetHeight < 24 || b.offsetWidth < 24)).length");
        assertThat(small.intValue()).as("targets under 24 px").isZero();
        assertThat(browser.violations()).isEmpty();
        browser.by("light");
        browser.photograph("activity-phone-light");
        assertThat(complaints()).isEmpty();
    }

    /** But for a hint about speed that this test itself gives rise to by looking at pixels. */
    private static List<String> complaints() {
        return browser.complaints().stream()
                .filter(complaint -> !complaint.contains("willReadFrequently"))
                .toList();
    }

    private static void show(String path, String picture) {
        browser.show(coach.address() + path);
        browser.awaitTrue("document.documentElement.dataset.charts === 'drawn'");
        browser.photograph(picture);
    }

    private static void assertFits() {
        Boolean fits =
                browser.ask("return document.documentElement.scrollWidth <= document.documentElement.clientWidth");
        assertThat(fits).isTrue();
        assertThat(number("[...document.querySelectorAll('.chart')].filter(c => c.offsetParent"
                        + " && c.querySelector('.uplot').offsetHeight > c.clientHeight).length"))
                .as("charts higher than their place")
                .isZero();
    }

    private static int number(String expression) {
        Number number = browser.ask("return " + expression);
        return number.intValue();
    }

    private static void press(String chart, String keys) {
        String key = keys.replace("Shift+", "");
        browser.ask("const place = document.querySelector('[data-chart=\"" + chart + "\"]'); place.focus();"
                + " place.dispatchEvent(new KeyboardEvent('keydown', { key: '" + key + "', shiftKey: "
                + keys.startsWith("Shift+") + ", bubbles: true, cancelable: true })); return null");
        browser.awaitDone("requestAnimationFrame(() => requestAnimationFrame(() => done(null)))");
    }

    private static String readout() {
        return text("[data-readout]");
    }

    private static String text(String selector) {
        return browser.ask("return document.querySelector('" + selector + "').textContent");
    }

    /** The day on which every chart's cursor stands. */
    private static String sameDay() {
        List<String> days = browser.ask("return [...new Set([...document.querySelectorAll('.u-legend')]"
                + ".map(l => l.querySelector('.u-value').textContent))]");
        assertThat(days).hasSize(1);
        return days.get(0);
    }

    /** How much of time every chart shows. */
    private static double width() {
        List<String> shown =
                browser.ask("return [...new Set([...document.querySelectorAll('.uplot')].map(u => u.dataset.shown))]");
        assertThat(shown).hasSize(1);
        String[] ends = shown.get(0).split(" ", -1);
        return Double.parseDouble(ends[1]) - Double.parseDouble(ends[0]);
    }

    /** How far the middle of a day's column in the load chart lies from the brightest, on the mean of its pixels. */
    private static int darkness(String day) {
        Number dark = browser.ask("""
                const root = document.querySelector('[data-chart=load] .uplot'), canvas = root.querySelector('canvas');
                const [min, max] = root.dataset.shown.split(' ').map(Number), over = root.querySelector('.u-over');
                const left = over.offsetLeft + (Date.parse('%s') / 1000 - min) / (max - min) * over.clientWidth;
                const pixels = canvas.getContext('2d').getImageData(Math.round(left * devicePixelRatio) - 4, over.offsetTop + 2, 9, 9).data;
                let sum = 0;
                for (let i = 0; i < pixels.length; i += 4) sum += pixels[i + 3] * (765 - pixels[i] - pixels[i + 1] - pixels[i + 2]) / 255;
                return sum / (pixels.length / 4) / 3
                """.formatted(day));
        return dark.intValue();
    }
}
