package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freshlegs.coach.ABrowser;
import freshlegs.coach.ACoach;
import freshlegs.coach.ADesk;
import freshlegs.coach.ARun;
import freshlegs.coach.AnArchive;
import freshlegs.coach.AnIntake;
import freshlegs.coach.Looks;
import freshlegs.coach.Routes;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.WaysIn;
import freshlegs.coach.access.Leavings;
import freshlegs.model.AthleteId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchInBrowserTest {
    private static final String SHIFT = """
            const seen = new PerformanceObserver(() => {});
            seen.observe({ type: 'layout-shift', buffered: true });
            return seen.takeRecords().reduce((sum, entry) => sum + entry.value, 0)
            """;
    private static final AnIntake INTAKE = new AnIntake();
    private static final AnArchive ARCHIVE = new AnArchive();

    private static TestDatabase database;
    private static ACoach coach;
    private static ABrowser browser;

    @BeforeAll
    static void open(@TempDir Path profile) {
        assumeTrue(ABrowser.isInstalled(), "skipped: no " + ABrowser.CHROMIUM + " with " + ABrowser.DRIVER);
        database = TestDatabase.withSquad();
        database.run("update freshlegs.file_outcome set route = split_part(path, '/', 1)");
        new ARun().into(database);
        WaysIn known = INTAKE.waysIn(new ADesk());
        coach = ACoach.with(
                new WaysIn(
                        known.uploads(),
                        known.inbox(),
                        known.intake(),
                        known.runs(),
                        known.routes(),
                        Optional.of(ARCHIVE)),
                database);
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
    void a_file_that_arrives_is_seen_on_the_open_page_and_nothing_jumps() {
        INTAKE.withFolder(Routes.Folder.THERE)
                .withKey("phone", Optional.of(LocalDate.of(2026, 11, 17)))
                .withRelay(new Routes.Relay(
                        Optional.of(Instant.parse("2026-11-18T06:00:00Z")),
                        Optional.empty(),
                        0,
                        true,
                        Optional.of("the key is not accepted")));
        browser.ofSize(1280, 900).by("light");
        browser.show(coach.address() + "/athletes/anna/watch");
        browser.awaitTrue("document.documentElement.dataset.read");
        assertThat(browser.text()).contains("Stuck at intervals.icu");

        database.run("""
                insert into freshlegs.file_outcome (athlete, delivery_id, path, sha256, received_at, outcome, reason, duplicate_of, activities, route)
                values ('anna', 'fresh', 'inbox/anna/fresh.fit', repeat('9', 64), '2026-11-20 18:00Z', 'imported', null, null, '[]', 'inbox');
                insert into freshlegs.kafka_offset as known values ('freshlegs.test', 0, 1)
                """);

        browser.awaitText("A file came just now: fresh.fit");
        assertThat(browser.<Number>ask(SHIFT).doubleValue()).isZero();
        Looks.check(browser, "watch-connected");
    }

    @Test
    void what_is_known_of_her_and_the_way_out_are_easy_to_read() {
        browser.show(coach.address() + "/athletes/anna/data");
        browser.press("#erase ~ details summary");
        Looks.check(browser, "own-data");
        Leavings leavings = new Leavings(database.database(), ACoach.THAT_EVENING);
        String secret = leavings.ask(AthleteId.of("ivy")).text();
        leavings.begins(AthleteId.of("ivy"), Leavings.Step.FILES);
        leavings.troubled(AthleteId.of("ivy"), "the disk does not answer");
        browser.show(coach.address() + "/leaving/" + secret);
        browser.awaitText("Erasing", "It waits, and is tried again by itself: the disk does not answer");
        leavings.removeRows(AthleteId.of("ivy"), 3, Duration.ofDays(3));
        browser.awaitText("Everything is erased");
        Looks.check(browser, "left");
    }
}
