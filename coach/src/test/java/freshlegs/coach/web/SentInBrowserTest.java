package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.coach.ABrowser;
import freshlegs.coach.ACoach;
import freshlegs.coach.ADesk;
import freshlegs.coach.AListener;
import freshlegs.coach.Contrast;
import freshlegs.coach.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentInBrowserTest {
    private static final ADesk DESK = new ADesk();
    private static final AListener LISTENER = new AListener();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static TestDatabase database;
    private static ACoach coach;
    private static ABrowser browser;

    @BeforeAll
    static void open(@TempDir Path profile) {
        assumeTrue(ABrowser.isInstalled(), "skipped: no " + ABrowser.CHROMIUM + " with " + ABrowser.DRIVER);
        database = TestDatabase.withSquad();
        database.run("""
                insert into freshlegs.note_revision (athlete, fact_id, revision, local_date, alert, text, shared, ingested_at,
                    recorded_at, edit, withdrawn, told_by, rank)
                values ('anna', 'n', '0', '2026-11-20', 'anna.2026-11-15.fatigue', 'She starts a new job on Monday.', true,
                    now(), '2026-11-20 14:00Z', 0, false, '{"role":"COACH","id":"console"}', 0)
                """);
        coach = ACoach.with(DESK.waysIn(), Optional.of(LISTENER), database);
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
    void an_alert_is_judged_and_snoozed_by_the_buttons_on_its_page() {
        browser.ofSize(1280, 900).by("light");
        browser.show(coach.address() + "/episodes/anna.2026-11-15.fatigue");
        browser.ask("document.querySelector('#reason').value = 'A new watch.'");

        browser.press("#reason");
        browser.follow("button[value=wrong]");

        assertThat(browser.text()).contains("Your answer is taken and shows here in a moment.");
        browser.show(coach.address() + "/episodes/anna.2026-11-15.fatigue");
        browser.follow("button[value='snooze fatigue']");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(LISTENER.heard())
                .containsExactly("anna.2026-11-15.fatigue WRONG A new watch.", "anna silence fatigue OptionalInt[3]"));
        browser.show(coach.address() + "/episodes/anna.2026-11-15.fatigue");
        for (String scheme : List.of("light", "dark")) {
            browser.ofSize(1280, 900).by(scheme).photograph("reply-computer-" + scheme);
            List<String> faint = browser.ask(Contrast.FAINT);
            assertThat(faint).as(scheme).isEmpty();
            browser.ofSize(390, 844).photograph("reply-phone-" + scheme);
            Boolean fits =
                    browser.ask("return document.documentElement.scrollWidth <= document.documentElement.clientWidth");
            assertThat(fits).isTrue();
        }
    }

    @Test
    void chosen_files_are_sent_and_each_comes_to_a_readable_end(@TempDir Path files) throws IOException {
        browser.ofSize(1280, 900).by("light");
        browser.show(coach.address() + "/athletes/anna");

        browser.choose(
                "#choose",
                List.of(
                        file(files, "morning 100%.fit", "imported run"),
                        file(files, "notes.txt", "set-aside text"),
                        file(files, "again.fit", "duplicate run"),
                        file(files, "busy.fit", "x"),
                        file(files, "large.fit", "x".repeat(3 << 20))));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows())
                .containsExactly(
                        "imported morning 100%.fit",
                        "set aside notes.txt This is no watch file: <b>text</b>.",
                        "known already again.fit This is no watch file: <b>text</b>.",
                        "not taken busy.fit more than 5 files wait",
                        "not taken large.fit more than 1 megabytes in one request (the limit X)"));
        assertThat(DESK.arrived()).extracting(ADesk.Arrived::name).contains("morning 100%.fit");
        Boolean news = browser.ask("return document.querySelector('[data-news]').checkVisibility()");
        assertThat(news).isTrue();
        for (String scheme : List.of("light", "dark")) {
            browser.ofSize(1280, 900).by(scheme).photograph("drop-computer-" + scheme);
            List<String> faint = browser.ask(Contrast.FAINT);
            assertThat(faint).as(scheme).isEmpty();
            browser.ofSize(390, 844).photograph("drop-phone-" + scheme);
            Boolean fits =
                    browser.ask("return document.documentElement.scrollWidth <= document.documentElement.clientWidth");
            assertThat(fits).isTrue();
        }
    }

    @Test
    void dropped_files_are_sent_and_the_place_shows_where_to_drop() {
        browser.ofSize(1280, 900).by("light");
        browser.show(coach.address() + "/athletes/anna");
        browser.ask("""
                const files = new DataTransfer();
                files.items.add(new File(["imported x"], "dropped.fit"));
                const fire = kind => document.querySelector(".drop")
                    .dispatchEvent(new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true }));
                fire("dragenter");
                document.documentElement.dataset.over = document.querySelector(".drop").classList.contains("over");
                fire("drop");
                """);
        String over = browser.ask("return document.documentElement.dataset.over");
        assertThat(over).isEqualTo("true");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows()).containsExactly("imported dropped.fit"));
    }

    @Test
    void the_keyboard_reaches_the_file_button() {
        browser.ofSize(1280, 900).by("light");
        browser.show(coach.address() + "/athletes/anna");
        String outline = browser.ask("""
                const choose = document.querySelector('#choose');
                choose.focus({ focusVisible: true });
                return document.activeElement.id + ' ' + getComputedStyle(choose).outlineStyle
                """);
        assertThat(outline).isEqualTo("choose solid");
    }

    private static List<String> rows() {
        return browser.ask("""
                return [...document.querySelectorAll('.handed li')]
                    .map(li => [...li.querySelectorAll('span')].map(s => s.textContent).join(' '))
                """);
    }

    private static Path file(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
