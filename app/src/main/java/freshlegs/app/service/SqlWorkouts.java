package freshlegs.app.service;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.output.Query;
import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.ingest.workout.PlannedSession;
import freshlegs.ingest.workout.WorkoutFile;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.json.Json;
import freshlegs.model.plan.Workout;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Coming sessions as they stand in the warehouse's tables, from the athlete's own day on. What is still proposed is told as if it
 * were accepted, because it holds at the latest when its day begins and a watch may not be asked again before that.
 */
public final class SqlWorkouts implements ComingWorkouts {
    private static final Logger LOG = LoggerFactory.getLogger(SqlWorkouts.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<String> FIELDS = List.of("date", "prescribed");
    private static final String COMING =
            "freshlegs.prescription WHERE athlete = ? AND date >= ? AND date < ? ORDER BY date";
    private static final String TODAY = "(SELECT ledger.local_day(?, ?::timestamptz) AS today) asked";
    private static final String REBUILDING = "(SELECT ledger.is_rebuilding_at(?::timestamptz) AS rebuilding) asked";
    private static final String RUN =
            "(SELECT DISTINCT done ->> 'plannedFor' AS planned_for FROM freshlegs.prescription"
                    + " WHERE athlete = ? AND date >= ? AND done IS NOT NULL) ran";

    private final DatabaseAddress database;
    private final Clock clock;

    public SqlWorkouts(DatabaseAddress database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Answer of(AthleteId athlete) {
        try {
            return find(athlete, DAYS_AHEAD);
        } catch (SQLException e) {
            LOG.warn("coming workouts cannot be looked up: {}", e.getMessage());
            return new Unknown("the plan cannot be read just now, because the database does not answer; ask again");
        }
    }

    /** Of so many days from the athlete's own today on. */
    public Answer find(AthleteId athlete, int days) throws SQLException {
        try (Connection connection = PatientConnection.to(database, PATIENCE)) {
            Found found = find(athlete, days, connection);
            return isRebuilding(connection) ? new Unknown("the plan is being made anew; ask again in a while") : found;
        }
    }

    private Found find(AthleteId athlete, int days, Connection connection) throws SQLException {
        LocalDate today = dates(
                        Query.of(List.of("today"), TODAY)
                                .with(athlete.value(), clock.instant().toString()),
                        connection)
                .get(0);
        Set<LocalDate> run = Set.copyOf(
                dates(Query.of(List.of("plannedFor"), RUN).with(athlete.value(), today.minusDays(days)), connection));
        List<WorkoutFile> files = Query.of(FIELDS, COMING)
                .with(athlete.value(), today, today.plusDays(days))
                .ask(connection)
                .objects()
                .map(SqlWorkouts::session)
                .filter(session -> !run.contains(session.date()))
                .map(session -> WorkoutFile.of(athlete, session))
                .flatMap(Optional::stream)
                .toList();
        return new Found(today, run, files);
    }

    /** Asked after the plan was read: tables that had been emptied before that are not full again so soon. */
    private boolean isRebuilding(Connection connection) throws SQLException {
        return Query.of(List.of("rebuilding"), REBUILDING)
                .with(clock.instant().toString())
                .ask(connection)
                .objects()
                .anyMatch(row -> row.path("rebuilding").asBoolean());
    }

    private static List<LocalDate> dates(Query query, Connection connection) throws SQLException {
        return query.ask(connection)
                .objects()
                .map(row -> LocalDate.parse(row.elements().next().asText()))
                .toList();
    }

    private static PlannedSession session(JsonNode row) {
        return new PlannedSession(
                LocalDate.parse(row.path("date").asText()),
                Json.read(row.path("prescribed").toString(), Workout.class));
    }
}
