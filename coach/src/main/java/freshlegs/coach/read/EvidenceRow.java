package freshlegs.coach.read;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/** A row of {@code alert_evidence}: one fact that an alert rests on, and the file that it came in. */
public record EvidenceRow(
        LocalDate date,
        String kind,
        String factId,
        OptionalDouble value,
        Optional<String> unit,
        Optional<String> device,
        Optional<String> path) {

    static final String SELECT = """
            select local_date, kind, fact_id, value, unit, device, path from freshlegs.alert_evidence
            """;

    static EvidenceRow read(Row row) throws SQLException {
        return new EvidenceRow(
                row.date("local_date"),
                row.text("kind"),
                row.text("fact_id"),
                row.optionalNumber("value"),
                row.optionalText("unit"),
                row.optionalText("device"),
                row.optionalText("path"));
    }
}
