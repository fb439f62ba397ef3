package freshlegs.ingest.garmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.ingest.Erasure;
import freshlegs.ingest.Spool;
import freshlegs.ingest.Withdrawn;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.remote.AClock;
import freshlegs.ingest.remote.ALog;
import freshlegs.ingest.remote.ASpool;
import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.topic.KafkaAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GarminWorkerTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final AthleteId BEA = AthleteId.of("bea");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AClock clock = new AClock("2026-06-10T10:00:00Z");
    private final AGarminServer garmin = AGarminServer.started();
    private final ALog log = new ALog();
    private final Path data;
    private final Spool spool;
    private final ASpool seen;
    private final AGarminIntake intake;

    GarminWorkerTest(@TempDir Path data) {
        this.data = data;
        this.spool = Spool.at(data, Limits.STANDARD, clock);
        this.seen = new ASpool(data);
        this.intake = new AGarminIntake(data, Optional.empty(), clock);
    }

    @AfterEach
    void no_token_and_no_secret_word_is_ever_logged() {
        log.close();
        intake.close();
        garmin.close();
        assertThat(log.lines())
                .noneMatch(line -> line.contains("t0ken") || line.contains("acc3ss") || line.contains("s3cret"));
    }

    @Test
    void a_body_that_mixes_users_becomes_files_of_each_athlete() throws IOException, InterruptedException {
        connect(ANNA, "u-1");
        connect(BEA, "u-2");
        String one = garmin.has("f1", bytes("one"));
        String two = garmin.has("f2", bytes("two"));
        intake.tell("activityFiles", AGarminIntake.file("u-1", "a1", one), AGarminIntake.file("u-2", "a2", two));
        intake.tell("activities", "{\"userId\":\"u-1\",\"summaryId\":\"a1\",\"durationInSeconds\":1800}");
        intake.tell(
                "sleeps", "{\"userId\":\"u-1\",\"callbackURL\":\"https://apis.garmin.com/wellness-api/rest/sleeps\"}");

        try (GarminWorker worker = started()) {
            awaitDone();
            assertThat(worker.status()).extracting(GarminStatus::backlog).containsOnly(0);
            assertThat(worker.status()).allMatch(status -> status.lastFile().isPresent());
        }

        assertThat(seen.tickets())
                .extracting(ticket -> ticket.path("athlete").asText() + " "
                        + ticket.path("path").asText() + " "
                        + ticket.path("route").asText())
                .containsExactlyInAnyOrder("anna garmin/a1.fit garmin", "bea garmin/a2.fit garmin");
        assertThat(data.resolve("spool/blobs").resolve(ContentHash.of(bytes("two"))))
                .hasContent("two");
        assertThat(garmin.requests()).containsExactlyInAnyOrder("f1", "f2");
        assertThat(log.lines())
                .filteredOn(line -> line.contains("1 entries ignored"))
                .hasSize(2);
    }

    @Test
    void the_same_notification_again_is_the_same_item_while_it_waits() throws IOException, InterruptedException {
        String one = garmin.has("f1", bytes("one"));
        intake.tell("activityFiles", AGarminIntake.file("u-1", "a1", one));
        intake.tell("activityFiles", AGarminIntake.file("u-1", "a1", one));

        try (GarminWorker worker = started()) {
            await().atMost(PATIENCE)
                    .until(() -> bodies().isEmpty() && worker.status().size() == 1);
            assertThat(worker.status()).singleElement().satisfies(status -> {
                assertThat(status.athlete()).isEmpty();
                assertThat(status.backlog()).isEqualTo(1);
                assertThat(status.trouble().orElse("")).startsWith("unknown user");
            });
            assertThat(garmin.requests()).isEmpty();
            connect(ANNA, "u-1");
            awaitDone();
        }

        assertThat(seen.paths()).containsExactly("garmin/a1.fit");
    }

    @Test
    void what_was_dealt_with_is_not_fetched_again_and_a_fresh_address_replaces_one_that_fails()
            throws IOException, InterruptedException {
        connect(ANNA, "u-1");
        String one = garmin.has("f1", bytes("one"));
        garmin.refuses("f2", 500, 500, 500);
        try (GarminWorker worker = started()) {
            intake.tell("activityFiles", AGarminIntake.file("u-1", "a1", one));
            await().atMost(PATIENCE).until(() -> seen.paths().contains("garmin/a1.fit"));
            awaitDone();
            garmin.refuses("f1", 410);
            intake.tell(
                    "activityFiles",
                    AGarminIntake.file("u-1", "a1", one),
                    AGarminIntake.file("u-1", "a2", garmin.has("f2", bytes("two"))));
            await().atMost(PATIENCE).until(() -> garmin.requests().contains("f2"));
            intake.tell("activityFiles", AGarminIntake.file("u-1", "a2", garmin.has("f3", bytes("two"))));
            awaitDone();
            assertThat(worker.status().get(0).backlog()).isZero();
        }

        assertThat(garmin.requests()).containsExactly("f1", "f2", "f3");
        assertThat(seen.paths()).containsExactlyInAnyOrder("garmin/a1.fit", "garmin/a2.fit");
        assertThat(seen.problems()).isEmpty();
    }

    @Test
    void one_of_our_files_that_is_damaged_keeps_no_other_waiting() throws IOException, InterruptedException {
        connect(ANNA, "u-1");
        GarminFolders folders = GarminFolders.in(data);
        java.nio.file.Files.writeString(folders.items().resolve("0.json"), "{");
        java.nio.file.Files.writeString(folders.leaving().resolve("0.json"), "{");
        intake.tell("activityFiles", AGarminIntake.file("u-1", "a1", garmin.has("f1", bytes("one"))));

        try (GarminWorker worker = started()) {
            awaitDone();
            await().atMost(PATIENCE).until(() -> worker.lastError().isPresent());
        }

        assertThat(seen.paths()).containsExactly("garmin/a1.fit");
        assertThat(folders.leaving().resolve("0.json")).exists();
    }

    @Test
    void files_of_unknown_users_are_forgotten_after_thirty_days() throws IOException, InterruptedException {
        intake.tell("activityFiles", AGarminIntake.file("u-9", "a1", garmin.has("f1", bytes("one"))));
        java.nio.file.Files.setLastModifiedTime(
                bodies().get(0), java.nio.file.attribute.FileTime.from(clock.instant()));

        try (GarminWorker worker = started()) {
            await().atMost(PATIENCE).until(() -> worker.status().size() == 1);
            clock.move(Duration.ofDays(31));
            awaitDone();
        }

        assertThat(seen.tickets()).isEmpty();
        assertThat(log.lines()).anyMatch(line -> line.contains("nobody was connected to the user for 30 days"));
    }

    @Test
    void gone_is_final_and_an_address_elsewhere_is_never_asked() throws IOException, InterruptedException {
        connect(ANNA, "u-1");
        String gone = garmin.has("f1", bytes("one"));
        garmin.refuses("f1", 410);
        String moved = garmin.has("f3", bytes("three"));
        garmin.refuses("f3", 302);
        intake.tell(
                "activityFiles",
                AGarminIntake.file("u-1", "a1", gone),
                AGarminIntake.file("u-1", "a2", "http://127.0.0.1:9/wellness-api/rest/activityFile?id=x&token=t0ken"),
                AGarminIntake.file("u-1", "a3", moved));

        try (GarminWorker worker = started()) {
            awaitDone();
            assertThat(worker.lastError()).isEmpty();
        }

        assertThat(seen.problems())
                .containsExactlyInAnyOrder(
                        "Garmin no longer has the file: hand it over from the watch",
                        "the notification points to a place that is not Garmin's: nothing is fetched from there",
                        "Garmin's server points to another place, which is not followed");
        assertThat(garmin.requests()).containsExactlyInAnyOrder("f1", "f3");
    }

    @Test
    void refusals_are_tried_three_times_and_failures_for_three_days() throws IOException, InterruptedException {
        connect(ANNA, "u-1");
        garmin.refuses("f1", 403, 403, 403);
        garmin.refuses("f2", 500, 429, 503);
        garmin.refuses("f3", 500, 500, 500, 500, 500, 500, 500, 500);
        intake.tell(
                "activityFiles",
                AGarminIntake.file("u-1", "a1", garmin.has("f1", bytes("one"))),
                AGarminIntake.file("u-1", "a2", garmin.has("f2", bytes("two"))),
                AGarminIntake.file("u-1", "a3", garmin.has("f3", bytes("three"))));
        java.nio.file.Files.setLastModifiedTime(
                bodies().get(0), java.nio.file.attribute.FileTime.from(clock.instant()));

        try (GarminWorker worker = started()) {
            await().atMost(PATIENCE).until(() -> garmin.requests().size() == 3);
            clock.move(Duration.ofDays(1));
            await().atMost(PATIENCE).until(() -> garmin.requests().size() == 6);
            assertThat(worker.status().get(0).trouble().orElse("")).contains("it is tried again");
            clock.move(Duration.ofDays(1));
            await().atMost(PATIENCE).until(() -> garmin.requests().size() == 9);
            assertThat(seen.problems()).singleElement().asString().contains("answer 403) three times");
            clock.move(Duration.ofDays(2));
            awaitDone();
        }

        assertThat(seen.paths()).contains("garmin/a2.fit").hasSize(3);
        assertThat(seen.problems()).anyMatch(reason -> reason.contains("for three days (Garmin answered 500)"));
    }

    @Test
    void bodies_that_make_no_sense_are_removed_with_a_line_in_the_log() throws IOException, InterruptedException {
        connect(ANNA, "u-1");
        assertThat(intake.post(AGarminIntake.KEY, "<xml/>")).isEqualTo(200);
        assertThat(intake.post(AGarminIntake.KEY, "[1,2]")).isEqualTo(200);
        assertThat(
                        intake.post(
                                AGarminIntake.KEY,
                                "{\"activityFiles\":[null,7,{},{\"userId\":\"u-1\"},{\"userId\":9,\"callbackURL\":[]}],\"x\":{\"y\":1},\"z\":null}"))
                .isEqualTo(200);

        try (GarminWorker worker = started()) {
            awaitDone();
            assertThat(worker.lastError()).isEmpty();
        }

        assertThat(seen.tickets()).isEmpty();
        assertThat(log.lines())
                .filteredOn(line -> line.contains("no JSON object"))
                .hasSize(2);
    }

    @Test
    void what_is_announced_of_who_has_withdrawn_her_consent_is_forgotten_unfetched()
            throws IOException, InterruptedException {
        connect(ANNA, "u-1");
        connect(BEA, "u-2");
        Withdrawn.in(data).are(List.of(ANNA));
        intake.tell(
                "activityFiles",
                AGarminIntake.file("u-1", "a1", garmin.has("f1", bytes("one"))),
                AGarminIntake.file("u-2", "a2", garmin.has("f2", bytes("two"))));

        try (GarminWorker worker = started()) {
            awaitDone();
            assertThat(worker.status()).extracting(GarminStatus::backlog).containsOnly(0);
        }

        assertThat(garmin.requests()).containsExactly("f2");
        assertThat(seen.paths()).containsExactly("garmin/a2.fit");
    }

    @Test
    void changed_permissions_are_noted() throws IOException, InterruptedException {
        connect(ANNA, "u-1");
        intake.tell("userPermissionsChange", "{\"userId\":\"u-1\",\"permissions\":[\"ACTIVITY_EXPORT\"]}");

        try (GarminWorker worker = started()) {
            await().atMost(PATIENCE)
                    .until(() -> worker.status().get(0).permissions().isPresent());
            assertThat(worker.status().get(0).permissions().orElse("")).startsWith("ACTIVITY_EXPORT since");
        }
    }

    private void connect(AthleteId athlete, String user) {
        ConnectionBook.in(data).put(Connection.garmin(athlete, user, clock.instant()));
    }

    private GarminWorker started() {
        Erasure nobodyLeaves = Erasure.of(spool, KafkaAddress.of("localhost:1"));
        return GarminWorker.start(intake.settings, spool, nobodyLeaves, garmin.rule(), Duration.ofSeconds(3));
    }

    private List<Path> bodies() {
        return GarminFolders.in(GarminFolders.in(data).bodies(), 100);
    }

    private void awaitDone() {
        await().atMost(PATIENCE)
                .until(() -> bodies().isEmpty()
                        && GarminFolders.in(GarminFolders.in(data).items(), 100).isEmpty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
