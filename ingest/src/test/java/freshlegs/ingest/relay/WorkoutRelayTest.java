package freshlegs.ingest.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.ingest.Spool;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.relay.AnIntervalsServer.Answer;
import freshlegs.ingest.remote.AClock;
import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.ingest.remote.Secret;
import freshlegs.ingest.workout.ASession;
import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.ingest.workout.PlannedSession;
import freshlegs.ingest.workout.WorkoutFile;
import freshlegs.model.AthleteId;
import freshlegs.model.plan.Workout.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planned workouts on their way into a calendar that passes them on to the watch. */
class WorkoutRelayTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final LocalDate TODAY = LocalDate.parse("2026-06-10");
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final AClock clock = new AClock("2026-06-10T10:00:00Z");
    private final AnIntervalsServer server = AnIntervalsServer.started();
    private final Path data;
    private volatile ComingWorkouts.Answer plan = found(Set.of());

    WorkoutRelayTest(@TempDir Path data) {
        this.data = data;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void only_what_changed_is_sent_and_what_is_dropped_is_deleted() {
        plan = found(Set.of(), file(0, Kind.EASY), file(1, Kind.TEMPO), file(3, Kind.LONG));
        connect(true);
        try (RelayWorker worker = started()) {
            awaitRound(worker);
            assertThat(server.events().keySet()).containsExactlyInAnyOrder(id(0), id(1), id(3));
            assertThat(event(1).path("start_date_local").asText()).isEqualTo("2026-06-11T00:00:00");
            assertThat(event(1).path("category").asText()).isEqualTo("WORKOUT");
            assertThat(Base64.getDecoder()
                            .decode(event(1).path("file_contents_base64").asText()))
                    .isEqualTo(file(1, Kind.TEMPO).content());
            assertThat(status(worker).workouts()).contains(3);

            nextRound(worker);
            assertThat(server.eventRequests()).hasSize(1);

            plan = found(Set.of(), file(0, Kind.EASY), file(1, Kind.TECHNICAL));
            nextRound(worker);
            assertThat(server.events().keySet()).containsExactlyInAnyOrder(id(0), id(1));
            assertThat(event(1).path("name").asText()).isEqualTo("Jun 11 Technical run - form");
            assertThat(server.eventRequests()).hasSize(3);
        }
    }

    @Test
    void what_was_run_and_what_is_past_stays_in_the_calendar() {
        plan = found(Set.of(), file(0, Kind.EASY), file(1, Kind.TEMPO));
        connect(true);
        try (RelayWorker worker = started()) {
            awaitRound(worker);
            plan = found(Set.of(TODAY), file(1, Kind.TEMPO));
            nextRound(worker);
            plan = new ComingWorkouts.Found(TODAY.plusDays(2), Set.of(), List.of());
            nextRound(worker);
            assertThat(server.events().keySet()).containsExactlyInAnyOrder(id(0), id(1));
            assertThat(status(worker).workouts()).contains(0);
        }
    }

    @Test
    void nothing_is_sent_unless_the_connection_is_for_it_and_it_is_taken_back_when_it_no_longer_is() {
        plan = found(Set.of(), file(1, Kind.TEMPO));
        connect(false);
        try (RelayWorker worker = started()) {
            awaitRound(worker);
            assertThat(server.eventRequests()).isEmpty();
            assertThat(status(worker).workouts()).isEmpty();

            clock.move(Duration.ofSeconds(1));
            connect(true);
            awaitRound(worker);
            assertThat(server.events()).containsOnlyKeys(id(1));

            clock.move(Duration.ofSeconds(1));
            connect(false);
            awaitRound(worker);
            assertThat(server.events()).isEmpty();
        }
    }

    @Test
    void a_plan_that_cannot_be_read_deletes_nothing_and_is_said() {
        plan = found(Set.of(), file(1, Kind.TEMPO));
        connect(true);
        try (RelayWorker worker = started()) {
            awaitRound(worker);
            plan = new ComingWorkouts.Unknown("the database does not answer");
            nextRound(worker);
            assertThat(server.events()).containsOnlyKeys(id(1));
            assertThat(status(worker).trouble()).contains("workouts were not sent: the database does not answer");
        }
    }

    @Test
    void a_refusal_is_said_and_tried_again_and_a_failing_server_is_given_a_pause() {
        plan = found(Set.of(), file(1, Kind.TEMPO));
        server.nextEvents(Answer.status(422));
        connect(true);
        try (RelayWorker worker = started()) {
            awaitRound(worker);
            assertThat(status(worker).trouble().orElseThrow()).endsWith("refuses the workouts (answer 422)");

            server.nextEvents(Answer.status(503, "Retry-After", "120"));
            clock.move(INTERVAL);
            await().until(() -> status(worker).trouble().orElseThrow().contains("is busy"));
            clock.move(Duration.ofSeconds(100));
            assertThat(server.eventRequests()).hasSize(2);

            clock.move(Duration.ofSeconds(21));
            awaitRound(worker);
            assertThat(server.events()).containsOnlyKeys(id(1));
            assertThat(status(worker).trouble()).isEmpty();
        }
    }

    @Test
    void a_restart_sends_nothing_again() {
        plan = found(Set.of(), file(1, Kind.TEMPO));
        connect(true);
        try (RelayWorker worker = started()) {
            awaitRound(worker);
        }
        clock.move(INTERVAL);
        try (RelayWorker worker = started()) {
            awaitRound(worker);
        }
        assertThat(server.eventRequests()).hasSize(1);
    }

    private static ComingWorkouts.Found found(Set<LocalDate> run, WorkoutFile... files) {
        return new ComingWorkouts.Found(TODAY, run, Arrays.asList(files));
    }

    private static WorkoutFile file(int day, Kind kind) {
        return WorkoutFile.of(ANNA, new PlannedSession(TODAY.plusDays(day), ASession.of(kind)))
                .orElseThrow();
    }

    private static String id(int day) {
        return "freshlegs-anna-" + TODAY.plusDays(day);
    }

    private JsonNode event(int day) {
        return Optional.ofNullable(server.events().get(id(day))).orElseThrow();
    }

    private void connect(boolean workouts) {
        Connection connection =
                Connection.intervals(ANNA, new Secret(AnIntervalsServer.KEY), TODAY.minusDays(3), clock.instant());
        ConnectionBook.in(data).put(workouts ? connection.withWorkouts() : connection);
    }

    private RelayWorker started() {
        Politeness quick = new Politeness(
                Duration.ZERO, Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofHours(1), 25, 7);
        return RelayWorker.start(
                new RelaySettings(data, IntervalsAddress.of(server.address()), INTERVAL, Limits.STANDARD, clock, quick),
                Spool.at(data, Limits.STANDARD, clock),
                athlete -> plan);
    }

    private void nextRound(RelayWorker worker) {
        clock.move(INTERVAL);
        awaitRound(worker);
    }

    private void awaitRound(RelayWorker worker) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> status(worker).lastSuccess().equals(Optional.of(clock.instant())));
    }

    private RelayStatus status(RelayWorker worker) {
        return worker.status().get(0);
    }
}
