package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.coach.ABrowser;
import freshlegs.coach.ACoach;
import freshlegs.coach.AListener;
import freshlegs.coach.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardInBrowserTest {
    private static final String SHIFT = """
            const seen = new PerformanceObserver(() => {});
            seen.observe({ type: 'layout-shift', buffered: true });
            return seen.takeRecords().reduce((sum, entry) => sum + entry.value, 0)
            """;

    private static final AListener LISTENER = new AListener();
    private static TestDatabase database;
    private static ACoach coach;
    private static ABrowser browser;
    private static Number last = -1;

    @BeforeAll
    static void open(@TempDir Path profile) {
        assumeTrue(ABrowser.isInstalled(), "skipped: no " + ABrowser.CHROMIUM + " with " + ABrowser.DRIVER);
        database = TestDatabase.withSquad();
        database.run("""
                update freshlegs.trend_day set load7d_low = 350, load7d_high = 430;
                update freshlegs.prescription set prescribed = prescribed || '{"metres": 9000}'
                where prescribed ->> 'kind' <> 'REST';
                update freshlegs.prescription set proposed = true where athlete in ('anna', 'hanna') and adjustment is not null;
                insert into access.athlete_group values ('console', 'anna', 'Sprint'), ('console', 'emil', 'Masters');
                """);
        coach = ACoach.answering(LISTENER, database);
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
    void what_changes_underneath_is_shown_without_losing_place_or_focus() {
        browser.ofSize(1280, 500).by("light");
        browser.show(coach.address() + "/");
        browser.awaitText("Live");
        browser.press("#at-ben summary");
        browser.focus("#at-ben input[name=groups]");
        browser.type("half typed");
        browser.ask("document.querySelector('#at-dora .name').focus({ preventScroll: true });"
                + "scrollTo({ top: 300, behavior: 'instant' })");
        await().during(Duration.ofMillis(300))
                .until(() -> browser.<Number>ask("return scrollY"), BoardInBrowserTest::same);
        Number before = browser.ask("return scrollY");
        double shifted = browser.<Number>ask(SHIFT).doubleValue();
        change("update freshlegs.status_day set why = 'Something else now.', status = 'AMBER'"
                + " where athlete = 'dora' and date = '2026-11-20'");
        browser.awaitText("Something else now.");
        assertThat(browser.<String>ask(
                        "return document.activeElement.closest('tr').id + document.activeElement.className"))
                .isEqualTo("at-doraname");
        assertThat(browser.<Number>ask("return scrollY")).isEqualTo(before);
        assertThat(browser.<Boolean>ask("return document.querySelector('#at-ben details').open"))
                .isTrue();
        assertThat(browser.<String>ask("return document.querySelector('#at-ben input[name=groups]').value"))
                .isEqualTo("half typed");
        assertThat(browser.text()).contains("Changed places: 1.").contains("Sort again");
        assertThat(browser.<String>ask(
                        "return [...document.querySelectorAll('tr[data-key]')].map(r => r.dataset.key).join()"))
                .isEqualTo("hanna,finn,carla,anna,gus,ben,dora,emil,ivy");
        assertThat(browser.<Number>ask(SHIFT).doubleValue()).isEqualTo(shifted);
        browser.type("r");
        assertThat(browser.<String>ask(
                        "return [...document.querySelectorAll('tr[data-key]')].map(r => r.dataset.key).join()"))
                .isEqualTo("hanna,finn,carla,anna,dora,gus,ben,emil,ivy");
        assertThat(browser.<String>ask("return document.activeElement.closest('tr').id"))
                .isEqualTo("at-dora");
        assertThat(browser.text()).doesNotContain("Changed places");
    }

    @Test
    void the_keyboard_goes_from_athlete_to_athlete_and_never_takes_what_is_typed() {
        browser.ofSize(1280, 900).by("light");
        browser.show(coach.address() + "/?order=worst");
        browser.type("j");
        browser.type("j");
        assertThat(focused()).isEqualTo("at-finn");
        browser.type("k");
        assertThat(focused()).isEqualTo("at-hanna");
        browser.type("/");
        browser.type("nj");
        assertThat(browser.<String>ask("return document.activeElement.id + '=' + document.activeElement.value"))
                .isEqualTo("name=nj");
        browser.ask("document.activeElement.value = ''; document.activeElement.blur()");
        browser.type("?");
        assertThat(browser.<Boolean>ask("return document.querySelector('dialog.keys').open"))
                .isTrue();
        assertThat(browser.text()).contains("next athlete");
        browser.photograph("board-keys");
        assertThat(browser.violations()).isEmpty();
        browser.ask("document.querySelector('dialog.keys').innerHTML += '<img src=\"/\"><input>'");
        assertThat(browser.violations().toString()).contains("image-alt", "label");
    }

    @Test
    void a_proposal_is_accepted_from_its_row_and_the_row_says_so() {
        browser.ofSize(390, 844).by("light");
        browser.show(coach.address() + "/?order=worst");
        LISTENER.heard().clear();
        browser.press("#at-anna button[value=accept]");
        browser.awaitText("Your answer is taken and shows here in a moment.");
        assertThat(LISTENER.heard()).hasSize(1);
        assertThat(LISTENER.heard().toString()).contains("anna", "ACCEPT", "2026-11-22");
        assertThat(focused()).isEqualTo("at-anna");
        assertThat(browser.<String>ask("return location.pathname")).isEqualTo("/");
    }

    @Test
    void the_board_is_looked_at() {
        for (String scheme : new String[] {"light", "dark"}) {
            browser.ofSize(1280, 900).by(scheme);
            browser.show(coach.address() + "/?order=worst");
            browser.awaitText("Live");
            browser.photograph("board-computer-" + scheme);
            browser.ofSize(390, 844);
            browser.show(coach.address() + "/?order=worst&name=an");
            browser.photograph("board-phone-" + scheme);
        }
        browser.ofSize(900, 800);
        browser.show(coach.address() + "/?order=worst");
        browser.photograph("board-tablet");
    }

    /** As long as the page glides to where the focus went. */
    private static boolean same(Number scrolled) {
        boolean still = scrolled.equals(last);
        last = scrolled;
        return still;
    }

    private static String focused() {
        return browser.ask("return document.activeElement.closest('tr').id");
    }

    /** As the warehouse writes: rows, and how far it has come. */
    private static void change(String sql) {
        database.run(sql + "; insert into freshlegs.kafka_offset as known values ('freshlegs.test', 0, 1)"
                + " on conflict (topic, partition) do update set next_offset = known.next_offset + 1");
    }
}
