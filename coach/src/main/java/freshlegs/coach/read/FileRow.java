package freshlegs.coach.read;

import freshlegs.model.fact.ActivityBrief;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.Route;
import freshlegs.model.fact.Salvage;
import freshlegs.model.result.FileOutcome;
import java.sql.SQLException;

/** A row of {@code file_outcome}. */
final class FileRow {
    static final String SELECT = """
            select athlete, delivery_id, path, sha256, received_at, outcome, reason, duplicate_of,
                   route, archive, to_jsonb(activities) as activities, to_jsonb(copies) as copies,
                   to_jsonb(taken_back) as taken_back, salvage, unknown_messages, decision,
                   to_jsonb(readings) as readings
            from freshlegs.file_outcome
            """;

    private FileRow() {}

    static FileOutcome read(Row row) throws SQLException {
        return new FileOutcome(
                row.athlete(),
                row.text("delivery_id"),
                row.text("path"),
                row.text("sha256"),
                row.instant("received_at"),
                row.constant("outcome", FileOutcome.Outcome.class),
                row.optionalText("reason"),
                row.optionalText("duplicate_of"),
                row.constant("route", Route.class),
                row.optionalText("archive"),
                row.jsonList("activities", ActivityBrief.class),
                row.jsonList("copies", FileOutcome.Copy.class),
                row.jsonList("taken_back", FactRef.class),
                row.optionalJson("salvage", Salvage.class),
                row.whole("unknown_messages"),
                row.constant("decision", FileDecision.Verdict.class),
                row.jsonList("readings", FactRef.class));
    }
}
