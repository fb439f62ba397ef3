package freshlegs.ingest.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.ingest.Spool;
import freshlegs.ingest.Withdrawn;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.relay.AnIntervalsServer.Answer;
import freshlegs.ingest.remote.AClock;
import freshlegs.ingest.remote.ALog;
import freshlegs.ingest.remote.ASpool;
import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.ingest.remote.Secret;
import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.model.AthleteId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayWorkerTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final AClock clock = new AClock("2026-06-10T10:00:00Z");
    private final AnIntervalsServer server = AnIntervalsServer.started();
    private final ALog log = new ALog();
    private final Path data;
    private final Spool spool;
    private final ASpool seen;
    private Limits limits = Limits.STANDARD;
    private volatile ComingWorkouts.Answer plan = new ComingWorkouts.Unknown("no plan is asked for");

    RelayWorkerTest(@TempDir Path data) {
        this.data = data;
        this.spool = Spool.at(data, Limits.STANDARD, clock);
        this.seen = new ASpool(data);
    }

    @AfterEach
    void no_key_is_ever_logged_or_written_beside_its_own_file() throws IOException {
        log.close();
        server.close();
        assertThat(log.lines()).noneMatch(line -> line.contains(AnIntervalsServer.KEY));
        try (var files = Files.walk(data.resolve("spool"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(AnIntervalsServer.KEY);
            }
        }
    }

    @Test
    void new_activities_are_fetched_once_and_handed_over_with_their_original_bytes() {
        server.has("i1", "2026-06-09T07:00:00", bytes("one")).has("i2", "2026-05-01T07:00:00", gzip("two"));
        connect(AnIntervalsServer.KEY, "2026-03-12");

        try (RelayWorker worker = started()) {
            awaitSuccess(worker, 0);
            assertThat(seen.paths()).containsExactlyInAnyOrder("intervals.icu/i1/i1.fit", "intervals.icu/i2/i2.fit.gz");
            assertThat(status(worker).isCatchingUp()).isFalse();
            assertThat(status(worker).lookedBackTo()).contains(LocalDate.parse("2026-03-12"));

            server.has("i3", "2026-06-08T19:00:00", bytes("late"));
            clock.move(INTERVAL);
            awaitSuccess(worker, 1);
        }

        assertThat(seen.paths()).hasSize(3).contains("intervals.icu/i3/i3.fit");
        assertThat(server.fileRequests()).hasSize(3);
        assertThat(data.resolve("spool/blobs").resolve(freshlegs.model.ContentHash.of(bytes("one"))))
                .hasContent("one");
        assertThat(seen.tickets().get(0).path("route").asText()).isEqualTo("relay");
        assertThat(seen.tickets().get(0).path("sport").asText()).isEqualTo("RUNNING");
    }

    @Test
    void what_may_not_be_handed_out_ends_in_a_ticket_that_says_so() {
        server.hasStub("16000000001", "2026-06-09T07:00:00")
                .hasManual("i5", "2026-06-09T08:00:00")
                .has("i6", "2026-06-09T09:00:00", bytes("x"));
        server.nextFile("i6", Answer.status(422));
        connect(AnIntervalsServer.KEY, "2026-06-01");

        try (RelayWorker worker = started()) {
            awaitSuccess(worker, 0);
        }

        assertThat(seen.problems())
                .containsExactlyInAnyOrder(
                        "Strava does not let intervals.icu pass this run on: connect the watch to intervals.icu itself, or"
                                + " hand over Strava's export",
                        Reasons.BY_HAND,
                        Reasons.withheld(422));
        assertThat(server.fileRequests()).containsExactly("/api/v1/activity/i6/file");
    }

    @Test
    void a_crash_between_handing_over_and_remembering_only_brings_the_file_again() throws IOException {
        server.has("i1", "2026-06-09T07:00:00", bytes("one")).has("i2", "2026-06-09T17:00:00", bytes("two"));
        connect(AnIntervalsServer.KEY, "2026-06-01");
        try (RelayWorker worker = started()) {
            awaitSuccess(worker, 0);
        }
        Files.delete(RelayLedger.fileOf(data, ANNA));
        clock.move(Duration.ofSeconds(1));

        try (RelayWorker worker = started()) {
            awaitSuccess(worker, 0);
        }

        assertThat(seen.paths()).hasSize(4);
        assertThat(seen.tickets().stream()
                        .map(ticket -> ticket.path("sha256").asText())
                        .distinct())
                .hasSize(2);
        try (var blobs = Files.list(data.resolve("spool/blobs"))) {
            assertThat(blobs).hasSize(2);
        }
    }

    @Test
    void nothing_is_asked_for_who_has_withdrawn_her_consent_until_she_agrees_again() {
        server.has("i1", "2026-06-09T07:00:00", bytes("one"));
        connect(AnIntervalsServer.KEY, "2026-06-01");
        AthleteId bea = AthleteId.of("bea");
        ConnectionBook.in(data)
                .put(Connection.intervals(
                        bea, new Secret(AnIntervalsServer.KEY), LocalDate.parse("2026-06-01"), clock.instant()));
        Withdrawn.in(data).are(List.of(ANNA));

        try (RelayWorker worker = started()) {
            await().atMost(PATIENCE)
                    .until(() -> worker.status().get(1).lastSuccess().isPresent());
            assertThat(seen.tickets())
                    .extracting(ticket -> ticket.path("athlete").asText())
                    .containsExactly("bea");
            Withdrawn.in(data).are(List.of());
            awaitSuccess(worker, 0);
        }

        assertThat(seen.tickets())
                .extracting(ticket -> ticket.path("athlete").asText())
                .containsExactlyInAnyOrder("bea", "anna");
    }

    @Test
    void a_restart_goes_on_where_it_was() {
        server.has("i1", "2026-06-09T07:00:00", bytes("one"));
        connect(AnIntervalsServer.KEY, "2026-06-01");
        try (RelayWorker worker = started()) {
            awaitSuccess(worker, 0);
        }
        clock.move(Duration.ofDays(12));
        server.has("i2", "2026-06-14T07:00:00", bytes("while it was off"));

        try (RelayWorker worker = started()) {
            awaitSuccess(worker, 1);
        }

        assertThat(seen.paths()).containsExactlyInAnyOrder("intervals.icu/i1/i1.fit", "intervals.icu/i2/i2.fit");
        assertThat(server.fileRequests()).hasSize(2);
    }

    @Test
    void a_server_that_says_too_often_is_left_alone_for_as_long_as_it_asks() {
        server.has("i1", "2026-06-09T07:00:00", bytes("one"));
        server.nextFile("i1", Answer.status(429, "Retry-After", "1800"));
        connect(AnIntervalsServer.KEY, "2026-06-09");

        try (RelayWorker worker = started()) {
            await().atMost(PATIENCE).until(() -> status(worker).trouble().isPresent());
            int asked = server.requests().size();
            clock.move(Duration.ofMinutes(29));
            await().during(Duration.ofSeconds(2)).until(() -> server.requests().size() == asked);
            clock.move(Duration.ofMinutes(2));
            awaitSuccess(worker, 0);
            assertThat(status(worker).trouble()).isEmpty();
        }

        assertThat(seen.paths()).containsExactly("intervals.icu/i1/i1.fit");
    }

    @Test
    void failures_of_the_server_are_waited_out_and_said() {
        server.has("i1", "2026-06-09T07:00:00", bytes("one"));
        server.nextList(Answer.status(500));
        server.nextList(Answer.status(502));
        connect(AnIntervalsServer.KEY, "2026-06-09");

        try (RelayWorker worker = started()) {
            await().atMost(PATIENCE)
                    .until(() -> status(worker).trouble().orElse("").contains("answered 500"));
            clock.move(Duration.ofSeconds(40));
            await().atMost(PATIENCE)
                    .until(() -> status(worker).trouble().orElse("").contains("answered 502"));
            clock.move(Duration.ofSeconds(80));
            awaitSuccess(worker, 0);
        }

        assertThat(seen.paths()).containsExactly("intervals.icu/i1/i1.fit");
        assertThat(log.lines()).anyMatch(line -> line.contains("relay for anna") && line.contains("answered 500"));
    }

    @Test
    void one_file_that_never_comes_does_not_hold_up_the_others_and_is_given_up_visibly() {
        server.has("i1", "2026-06-09T07:00:00", bytes("bad")).has("i2", "2026-06-09T17:00:00", bytes("good"));
        IntStream.range(0, 20).forEach(i -> server.nextFile("i1", Answer.status(500)));
        connect(AnIntervalsServer.KEY, "2026-06-09");

        try (RelayWorker worker = started()) {
            awaitSuccess(worker, 0);
            assertThat(seen.paths()).containsExactly("intervals.icu/i2/i2.fit");
            assertThat(status(worker).backlog()).isEqualTo(1);
            assertThat(status(worker).trouble())
                    .hasValueSatisfying(said -> assertThat(said).startsWith("a file did not come and is tried again"));
            for (int i = 0; i < 5; i++) {
                Instant before = status(worker).lastSuccess().orElseThrow();
                clock.move(Duration.ofDays(1));
                await().atMost(PATIENCE)
                        .until(() -> status(worker).lastSuccess().orElseThrow().isAfter(before));
            }
            assertThat(status(worker).backlog()).isZero();
        }

        assertThat(seen.problems()).singleElement().asString().contains("in 5 tries over three days");
    }

    @Test
    void files_that_never_come_hold_up_neither_the_history_nor_new_runs() {
        IntStream.range(0, 3).forEach(i -> {
            server.has("bad" + i, "2026-05-%02dT07:00:00".formatted(20 + i), bytes("bad" + i));
            IntStream.range(0, 50).forEach(times -> server.nextFile("bad" + i, Answer.status(500)));
        });
        server.has("later", "2026-05-25T07:00:00", bytes("later")).has("old", "2026-03-01T07:00:00", bytes("old"));
        connect(AnIntervalsServer.KEY, "2026-02-01");

        try (RelayWorker worker = started()) {
            await().atMost(PATIENCE).until(() -> status(worker).trouble().isPresent());
            clock.move(Duration.ofMinutes(1));
            awaitSuccess(worker, 1);
            assertThat(seen.paths())
                    .containsExactlyInAnyOrder("intervals.icu/later/later.fit", "intervals.icu/old/old.fit");
            assertThat(status(worker).isCatchingUp()).isFalse();
            assertThat(status(worker).backlog()).isEqualTo(3);

            server.has("new", "2026-06-10T11:00:00", bytes("new"));
            clock.move(INTERVAL);
            awaitSuccess(worker, 2);
            assertThat(seen.paths()).contains("intervals.icu/new/new.fit");
            for (int i = 0; i < 4; i++) {
                clock.move(Duration.ofDays(1));
                awaitSuccess(worker, 3 + i);
            }
            assertThat(status(worker).backlog()).isZero();
        }

        assertThat(seen.problems()).hasSize(3).allMatch(reason -> reason.contains("over three days"));
    }

    @Test
    void a_key_of_another_account_is_looked_through_from_its_beginning() {
        server.has("i1", "2026-06-09T07:00:00", bytes("one"));
        connect(AnIntervalsServer.KEY, "2026-03-01");
        try (RelayWorker worker = started()) {
            awaitSuccess(worker, 0);
            server.has("i2", "2026-04-01T07:00:00", bytes("known to the other account alone"));
            clock.move(Duration.ofSeconds(1));
            connect(AnIntervalsServer.KEY, "2026-03-01");
            awaitSuccess(worker, 1);
        }

        assertThat(seen.paths()).containsExactlyInAnyOrder("intervals.icu/i1/i1.fit", "intervals.icu/i2/i2.fit");
    }

    @Test
    void a_connection_that_is_removed_ends_in_the_middle_of_its_round() {
        server.has("i1", "2026-06-09T07:00:00", bytes("one")).has("i2", "2026-06-09T17:00:00", bytes("two"));
        server.nextFile("i1", exchange -> {
            ConnectionBook.in(data).remove(ANNA, java.util.Optional.empty());
            RelayWorker.forget(data, ANNA);
            named("i1.fit", "one").give(exchange);
        });
        connect(AnIntervalsServer.KEY, "2026-06-01");

        try (RelayWorker worker = started()) {
            await().atMost(PATIENCE).until(() -> seen.paths().size() == 1);
            await().atMost(PATIENCE)
                    .during(Duration.ofSeconds(1))
                    .until(() -> !Files.exists(RelayLedger.fileOf(data, ANNA)));
            assertThat(worker.status()).isEmpty();
        }

        assertThat(server.fileRequests()).hasSize(1);
    }

    @Test
    void a_disk_that_takes_nothing_does_not_make_it_ask_without_a_pause() throws IOException {
        Path ledgers = data.resolve("spool/relay");

        try (RelayWorker worker = startedWithoutFolder(ledgers)) {
            await().atMost(PATIENCE)
                    .until(() -> log.lines().stream().anyMatch(line -> line.contains("relay for anna will try again")));
            int asked = server.requests().size();
            await().during(Duration.ofSeconds(2)).until(() -> server.requests().size() == asked);
            Files.delete(ledgers);
            Files.createDirectory(ledgers);
            clock.move(Duration.ofMinutes(1));
            awaitSuccess(worker, 0);
        }
    }

    private RelayWorker startedWithoutFolder(Path folder) throws IOException {
        RelayWorker worker = started();
        Files.delete(folder);
        Files.createFile(folder);
        connect(AnIntervalsServer.KEY, "2026-06-09");
        return worker;
    }

    @Test
    void a_wrong_key_is_said_plainly_tried_hourly_and_a_new_key_at_once() {
        connect("wrong-key", "2026-06-09");

        try (RelayWorker worker = started()) {
            await().atMost(PATIENCE).until(() -> status(worker).unauthorised());
            assertThat(status(worker).trouble()).hasValueSatisfying(said -> assertThat(said)
                    .contains("does not accept the key")
                    .contains("freshlegs connect intervals"));
            clock.move(Duration.ofMinutes(59));
            await().during(Duration.ofSeconds(2)).until(() -> server.requests().size() == 1);
            clock.move(Duration.ofMinutes(2));
            await().atMost(PATIENCE).until(() -> server.requests().size() == 2);
            clock.move(Duration.ofSeconds(1));
            connect(AnIntervalsServer.KEY, "2026-06-09");
            awaitSuccess(worker, 0);
            assertThat(status(worker).unauthorised()).isFalse();
        }

        assertThat(log.lines()).anyMatch(line -> line.contains("does not accept the key"));
        assertThat(log.lines()).noneMatch(line -> line.contains("wrong-key"));
    }

    @Test
    void a_huge_file_is_declined_with_the_limit_and_a_huge_list_is_trouble() {
        limits = Limits.STANDARD.with(Limit.FILE_MEGABYTES, 1);
        server.has("i1", "2026-06-09T07:00:00", new byte[(2 << 20)]);
        connect(AnIntervalsServer.KEY, "2026-06-09");

        try (RelayWorker worker = started()) {
            awaitSuccess(worker, 0);
            assertThat(seen.problems()).singleElement().asString().contains("FRESHLEGS_LIMIT_FILE_MEGABYTES");

            server.nextList(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                try (var out = exchange.getResponseBody()) {
                    for (int i = 0; i < 40; i++) {
                        out.write(new byte[1 << 20]);
                    }
                }
            });
            clock.move(INTERVAL);
            await().atMost(PATIENCE)
                    .until(() -> status(worker).trouble().orElse("").contains("endless list"));
        }
    }

    @Test
    void a_redirect_is_not_followed_and_the_key_goes_nowhere_else() {
        try (AnIntervalsServer elsewhere = AnIntervalsServer.started()) {
            server.nextList(Answer.status(302, "Location", elsewhere.address() + "/api/v1/athlete/0/activities"));
            connect(AnIntervalsServer.KEY, "2026-06-09");
            try (RelayWorker worker = started()) {
                await().atMost(PATIENCE)
                        .until(() -> status(worker).trouble().orElse("").contains("points to another place"));
            }
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void a_server_that_drips_is_given_up() {
        server.has("i1", "2026-06-09T07:00:00", bytes("one"));
        server.nextFile("i1", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                for (int i = 0; i < 200; i++) {
                    out.write('.');
                    out.flush();
                    java.util.concurrent.locks.LockSupport.parkNanos(
                            Duration.ofMillis(100).toNanos());
                }
            }
        });
        connect(AnIntervalsServer.KEY, "2026-06-09");

        try (RelayWorker worker = started()) {
            awaitSuccess(worker, 0);
            assertThat(status(worker).trouble().orElse("")).contains("did not answer within");
            clock.move(INTERVAL);
            awaitSuccess(worker, 1);
        }

        assertThat(seen.paths()).containsExactly("intervals.icu/i1/i1.fit");
    }

    @Test
    void a_long_history_comes_in_portions() {
        IntStream.range(0, 30)
                .forEach(i -> server.has("h" + i, "2026-04-%02dT07:00:00".formatted(i + 1), bytes("h" + i)));
        connect(AnIntervalsServer.KEY, "2026-01-01");

        try (RelayWorker worker = started()) {
            awaitSuccess(worker, 0);
            assertThat(server.fileRequests()).hasSize(25);
            assertThat(status(worker).isCatchingUp()).isTrue();
            clock.move(INTERVAL);
            awaitSuccess(worker, 1);
            assertThat(status(worker).isCatchingUp()).isFalse();
        }

        assertThat(seen.paths()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void names_that_a_server_gives_are_taken_only_when_they_are_those_of_watch_files() {
        server.has("i1", "2026-06-09T07:00:00", bytes("one")).has("i2", "2026-06-09T08:00:00", bytes("two"));
        server.nextFile("i1", named("Morning Run.fit", "one"));
        server.nextFile("i2", named("../../checkins.csv", "two"));
        connect(AnIntervalsServer.KEY, "2026-06-09");

        try (RelayWorker worker = started()) {
            awaitSuccess(worker, 0);
        }

        assertThat(seen.paths())
                .containsExactlyInAnyOrder("intervals.icu/i1/Morning Run.fit", "intervals.icu/i2/i2.fit");
    }

    private static Answer named(String name, String content) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Disposition", "attachment; filename=\"" + name + "\"");
            exchange.sendResponseHeaders(200, content.length());
            try (var out = exchange.getResponseBody()) {
                out.write(bytes(content));
            }
        };
    }

    private void connect(String key, String since) {
        ConnectionBook.in(data)
                .put(Connection.intervals(ANNA, new Secret(key), LocalDate.parse(since), clock.instant()));
    }

    private RelayWorker started() {
        Politeness quick = new Politeness(
                Duration.ZERO, Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofHours(1), 25, 7);
        return RelayWorker.start(
                new RelaySettings(data, IntervalsAddress.of(server.address()), INTERVAL, limits, clock, quick),
                spool,
                athlete -> plan);
    }

    private RelayStatus status(RelayWorker worker) {
        return worker.status().get(0);
    }

    /** A round has gone through at the time that the clock shows; {@code nth} only tells readers which one. */
    private void awaitSuccess(RelayWorker worker, int nth) {
        await("round " + nth)
                .atMost(PATIENCE)
                .until(() -> status(worker).lastSuccess().equals(java.util.Optional.of(clock.instant())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes(text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
