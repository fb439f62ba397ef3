package freshlegs.app.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.ingest.http.OutcomeLookup;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.fact.ActivityBrief;
import freshlegs.model.json.Json;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.FileOutcome.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Outcomes as they stand in the warehouse's tables. */
final class SqlOutcomes implements OutcomeLookup {
    private static final Logger LOG = LoggerFactory.getLogger(SqlOutcomes.class);
    private static final List<String> FIELDS = List.of("outcome", "reason", "activities", "copies");

    private final DatabaseAddress database;
    private final Duration patience;

    /** {@code patience}, of whole seconds, is how long a caller may be kept waiting for each word of the database. */
    SqlOutcomes(DatabaseAddress database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    @Override
    public Answer find(AthleteId athlete, String deliveryId) {
        try (Connection connection = PatientConnection.to(database, patience)) {
            Optional<ObjectNode> row = Query.of(FIELDS, "freshlegs.file_outcome WHERE athlete = ? AND delivery_id = ?")
                    .with(athlete.value(), deliveryId)
                    .ask(connection)
                    .objects()
                    .findFirst();
            return row.isPresent() ? found(row.get(), inside(athlete, deliveryId, connection)) : new NotYet();
        } catch (SQLException e) {
            LOG.warn("an outcome cannot be looked up: {}", e.getMessage());
            return new Unknown("outcomes cannot be read just now, because the database does not answer; ask again");
        }
    }

    private static Map<Outcome, Integer> inside(AthleteId athlete, String archive, Connection connection)
            throws SQLException {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        Query.of(
                        List.of("outcome", "files"),
                        "(SELECT outcome, count(*) AS files FROM freshlegs.file_outcome"
                                + " WHERE athlete = ? AND archive = ? GROUP BY outcome) counted")
                .with(athlete.value(), archive)
                .ask(connection)
                .objects()
                .forEach(row -> counts.put(outcome(row), row.path("files").asInt()));
        return counts;
    }

    private static Found found(JsonNode row, Map<Outcome, Integer> inside) {
        return new Found(
                outcome(row),
                Optional.of(Show.text(row, "reason")).filter(reason -> !reason.isEmpty()),
                Json.readList(row.path("activities").toString(), ActivityBrief.class),
                Json.readList(row.path("copies").toString(), FileOutcome.Copy.class),
                inside);
    }

    private static Outcome outcome(JsonNode row) {
        return Outcome.valueOf(
                Show.text(row, "outcome").toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
