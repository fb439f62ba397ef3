package freshlegs.coach.read;

import freshlegs.model.fact.AlertVerdict.Verdict;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What somebody said of an alert; it {@code counts} while the alert stands. */
public record JudgedAlert(Verdict verdict, Optional<String> reason, String role, Instant said, boolean counts) {
    static final String SELECT = """
            select verdict, reason, decided_by ->> 'role' as role, recorded_at, standing
            from freshlegs.alert_verdict where alert_id = ? order by recorded_at desc, edit desc limit 1
            """;

    static JudgedAlert read(Row row) throws SQLException {
        return new JudgedAlert(
                row.constant("verdict", Verdict.class),
                row.optionalText("reason"),
                row.text("role"),
                row.instant("recorded_at"),
                row.text("standing").equals("STANDS"));
    }
}
