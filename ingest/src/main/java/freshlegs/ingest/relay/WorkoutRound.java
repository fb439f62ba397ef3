package freshlegs.ingest.relay;

import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.Secret;
import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.ingest.workout.WorkoutFile;
import freshlegs.model.AthleteId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings the athlete's calendar at intervals.icu, from which it goes on to the watch, to where the plan stands, if the connection
 * is for that: only what changed since is sent, and what is no longer planned is deleted there. Days that are past, and sessions
 * that were run, stay as they are. A plan that cannot be read changes nothing.
 */
final class WorkoutRound {
    private final IntervalsServer server;
    private final ComingWorkouts plan;
    private final Connection connection;
    private final RelayLedger ledger;
    private final Clock clock;

    WorkoutRound(IntervalsServer server, ComingWorkouts plan, Connection connection, RelayLedger ledger, Clock clock) {
        this.server = server;
        this.plan = plan;
        this.connection = connection;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Answers with what is to be said although nothing stopped it, such as that workouts were refused. */
    Optional<String> run() throws RelayTrouble, InterruptedException {
        if (!connection.workouts()) {
            return ledger.sent().isEmpty() ? Optional.empty() : delete(nothingPlanned());
        }
        ComingWorkouts.Answer answer = plan.of(connection.athlete());
        if (answer instanceof ComingWorkouts.Unknown unknown) {
            return Optional.of("workouts were not sent: " + unknown.note());
        }
        ComingWorkouts.Found found = (ComingWorkouts.Found) answer;
        Optional<String> refused = delete(found);
        return refused.isPresent() ? refused : send(found);
    }

    private ComingWorkouts.Found nothingPlanned() {
        return new ComingWorkouts.Found(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), Set.of(), List.of());
    }

    private Optional<String> delete(ComingWorkouts.Found found) throws RelayTrouble, InterruptedException {
        Set<String> wanted = byId(found.files()).keySet();
        List<String> dropped = ledger.sent().keySet().stream()
                .filter(id -> !wanted.contains(id))
                .toList();
        List<CalendarEvent.Id> due = dropped.stream()
                .filter(id -> !CalendarEvent.dateOf(id).isBefore(found.today()))
                .filter(id -> !found.run().contains(CalendarEvent.dateOf(id)))
                .map(CalendarEvent.Id::new)
                .toList();
        Optional<String> refused = due.isEmpty() ? Optional.empty() : server.deleteEvents(key(), due);
        if (refused.isEmpty() && !dropped.isEmpty()) {
            ledger.withdrawn(dropped);
        }
        return refused;
    }

    private Optional<String> send(ComingWorkouts.Found found) throws RelayTrouble, InterruptedException {
        Map<String, WorkoutFile> changed = byId(found.files());
        changed.entrySet()
                .removeIf(each -> each.getValue().sha256().equals(ledger.sent().get(each.getKey())));
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        List<CalendarEvent> events = changed.values().stream()
                .map(file -> CalendarEvent.of(athlete(), file))
                .toList();
        Optional<String> refused = server.putEvents(key(), events);
        if (refused.isEmpty()) {
            Map<String, String> hashes = new TreeMap<>();
            changed.forEach((id, file) -> hashes.put(id, file.sha256()));
            ledger.sent(hashes);
        }
        return refused;
    }

    private Map<String, WorkoutFile> byId(List<WorkoutFile> files) {
        Map<String, WorkoutFile> byId = new TreeMap<>();
        files.forEach(file -> byId.put(CalendarEvent.externalId(athlete(), file.date()), file));
        return byId;
    }

    private AthleteId athlete() {
        return connection.athlete();
    }

    private Secret key() {
        return connection.key().orElseThrow();
    }
}
