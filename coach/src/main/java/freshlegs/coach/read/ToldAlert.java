package freshlegs.coach.read;

import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** An alert of which people were told, with what has become of it; {@code mergedInto} is the alert that covers its days now. */
public record ToldAlert(
        String id,
        String athlete,
        Episode.Cause cause,
        LocalDate firstDay,
        LocalDate lastDay,
        Status told,
        Optional<String> mergedInto) {

    static final String SELECT = """
            select id, athlete, cause, first_day, last_day, told_status, merged_into from ledger.alert
            """;

    static ToldAlert read(Row row) throws SQLException {
        return new ToldAlert(
                row.text("id"),
                row.text("athlete"),
                row.constant("cause", Episode.Cause.class),
                row.date("first_day"),
                row.date("last_day"),
                row.constant("told_status", Status.class),
                row.optionalText("merged_into"));
    }
}
