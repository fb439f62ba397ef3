package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.ADesk;
import freshlegs.coach.ARun;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.AnIntake;
import freshlegs.coach.Routes;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Role;
import freshlegs.coach.read.RouteRow;
import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectedWatchTest {
    private static final AnIntake intake = new AnIntake();
    private static TestDatabase database;
    private static ACoach coach;
    private static ASignedInVisitor anna;

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        database.run("update freshlegs.file_outcome set route = split_part(path, '/', 1)");
        new ARun().into(database);
        coach = ACoach.with(intake.waysIn(new ADesk()), database);
        anna = ASignedInVisitor.of(database, coach, "anna").as(database, Role.ATHLETE, "anna");
    }

    @BeforeEach
    void nothingIsSetUp() {
        intake.reset();
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    @Test
    void what_came_is_told_way_by_way_and_above_all_whether_it_works() {
        intake.withFolder(Routes.Folder.THERE);

        String page = anna.text("/athletes/anna/watch");

        assertThat(page)
                .contains("Working: the last run came in")
                .contains("by the folder")
                .contains("done: The folder is there")
                .contains("done: The run of Thu 19 Nov is shown")
                .contains("One file is set aside: This is not a FIT file");
    }

    @Test
    void a_refused_key_is_the_step_that_is_stuck_with_what_helps() {
        intake.withFolder(Routes.Folder.THERE)
                .withRelay(new Routes.Relay(
                        Optional.of(Instant.parse("2026-11-18T06:00:00Z")),
                        Optional.empty(),
                        0,
                        true,
                        Optional.of("intervals.icu does not accept the key")));

        assertThat(anna.text("/athletes/anna/watch"))
                .contains(
                        "Stuck at intervals.icu: intervals.icu does not accept the key any more; it last did on 18 Nov 2026")
                .contains("Other ways go on: the last run came in")
                .contains("Paste a new one where Freshlegs is installed: freshlegs connect intervals --athlete anna");
    }

    @Test
    void a_file_that_came_last_and_could_not_be_used_is_named_with_its_reason() {
        intake.withFolder(Routes.Folder.THERE);
        database.run("""
                insert into freshlegs.file_outcome (athlete, delivery_id, path, sha256, received_at, outcome, reason, duplicate_of, activities)
                values ('anna', '20261120T170000000Z-9999', 'inbox/anna/photo.jpg', repeat('9', 64), '2026-11-20 17:00Z',
                    'set-aside', 'This is a picture.', null, '[]');
                update freshlegs.file_outcome set route = 'inbox' where delivery_id = '20261120T170000000Z-9999';
                """);

        String page = anna.text("/athletes/anna/watch");
        database.run("delete from freshlegs.file_outcome where delivery_id = '20261120T170000000Z-9999'");

        assertThat(page).contains("Stuck at A folder: The newest file could not be used. This is a picture.");
    }

    @Test
    void silence_for_days_is_no_error() {
        database.run(
                "update freshlegs.file_outcome set received_at = received_at - interval '9 days' where athlete = 'anna'");
        intake.withFolder(Routes.Folder.THERE);

        String page = anna.text("/athletes/anna/watch");
        database.run(
                "update freshlegs.file_outcome set received_at = received_at + interval '9 days' where athlete = 'anna'");

        assertThat(page)
                .contains("Working: the last run came in 10 days ago by the folder")
                .doesNotContain("Stuck");
    }

    @Test
    void a_plugged_in_watch_and_a_history_are_ways_of_their_own() {
        database.run("""
                insert into freshlegs.file_outcome (athlete, delivery_id, path, sha256, received_at, outcome, reason, duplicate_of,
                    activities, route, archive) values
                ('anna', 'w', 'inbox/anna/watch-1234/GARMIN/Activity/a.fit', repeat('a', 64), '2026-11-19 17:00Z', 'imported', null, null, '[]', 'inbox', null),
                ('anna', 'z', 'export.zip', repeat('b', 64), '2026-11-19 18:00Z', 'imported', null, null, '[]', 'upload', null),
                ('anna', 'z1', 'export.zip/b.fit', repeat('c', 64), '2026-11-19 18:00Z', 'imported', null, null, '[]', 'upload', 'z')
                """);

        List<RouteRow> ways = database.database().look(views -> views.routes(AthleteId.of("anna")));
        assertThat(ways).extracting(row -> row.way() + " " + row.files()).contains("watch 1", "history 2");
    }

    @Test
    void a_key_is_shown_once_with_the_line_that_uses_it_and_ended_again() {
        String made = ACoach.textOf(
                anna.post("/athletes/anna/watch/keys", "name=phone").body());

        assertThat(made)
                .contains("curl -u API_KEY:fl_" + "A".repeat(43)
                        + " -F file=@run.fit http://127.0.0.1:8081/api/v1/athlete/0/activities");
        assertThat(anna.text("/athletes/anna/watch"))
                .contains("A key is there: phone (not used yet)")
                .doesNotContain("fl_A");
        anna.post("/athletes/anna/watch/keys/end", "key=k0");
        assertThat(anna.text("/athletes/anna/watch"))
                .contains("done: Files came by a key that has ended, or were dropped on a page");
    }

    @Test
    void the_folder_is_made_by_a_press() {
        assertThat(anna.post("/athletes/anna/watch/folder", "").statusCode()).isEqualTo(303);

        assertThat(anna.text("/athletes/anna/watch")).contains("done: The folder is there");
    }

    @Test
    void who_only_looks_is_offered_no_change_and_makes_none() {
        intake.withKey("phone", Optional.of(LocalDate.of(2026, 11, 17)));
        ASignedInVisitor viewer = ASignedInVisitor.of(database, coach, "vera").as(database, Role.VIEWER, "anna");

        assertThat(viewer.get("/athletes/anna/watch").body())
                .contains("phone (used Tue 17 Nov)")
                .doesNotContain("/watch/keys");
        assertThat(viewer.post("/athletes/anna/watch/keys", "name=x").statusCode())
                .isEqualTo(404);
        assertThat(viewer.get("/athletes/ben/watch").statusCode()).isEqualTo(404);
    }

    @Test
    void garmin_stands_there_only_where_it_is_switched_on() {
        assertThat(anna.text("/athletes/anna/watch")).doesNotContain("Garmin sends each new file");
        intake.withGarmin(new Routes.Account(Optional.empty(), 0, Optional.empty()))
                .withWaiting(2);

        assertThat(anna.text("/athletes/anna/watch"))
                .contains("Garmin sends each new file by itself.")
                .contains("2 files wait to be read.");
    }

    @Test
    void where_others_take_the_files_it_is_said_what_is_not_known_here() {
        try (ACoach apart = ACoach.lookingAt(database)) {
            ASignedInVisitor there = ASignedInVisitor.of(database, apart, anna.account());

            assertThat(there.text("/athletes/anna/watch"))
                    .contains("The files are taken by another process than this console.")
                    .contains("not known here: Whether the folder is there is not known here")
                    .contains("done: The run of Thu 19 Nov is shown");
            assertThat(there.post("/athletes/anna/watch/folder", "").statusCode())
                    .isEqualTo(404);
        }
    }
}
