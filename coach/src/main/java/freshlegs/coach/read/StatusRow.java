package freshlegs.coach.read;

import freshlegs.model.Status;
import freshlegs.model.result.Domain;
import freshlegs.model.result.StatusDay;
import java.sql.SQLException;

/** A row of {@code status_day}. */
final class StatusRow {
    static final String SELECT = """
            select athlete, date, status, why, low_confidence, to_jsonb(domains) as domains,
                   to_jsonb(context) as context, to_jsonb(missing) as missing,
                   to_jsonb(rules) as rules, rule_set
            from freshlegs.status_day
            """;

    private StatusRow() {}

    static StatusDay read(Row row) throws SQLException {
        return new StatusDay(
                row.athlete(),
                row.date("date"),
                row.constant("status", Status.class),
                row.text("why"),
                row.flag("low_confidence"),
                row.jsonList("domains", Domain.class),
                row.jsonList("context", String.class),
                row.jsonList("missing", String.class),
                row.jsonList("rules", String.class),
                row.text("rule_set"));
    }
}
